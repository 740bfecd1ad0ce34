package org.flowproof.check;

import java.util.Locale;

/** How numbers appear in sentences. */
final class Numbers {
  private Numbers() {}

  /** Six significant digits without trailing zeros. */
  static String text(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : String.valueOf(value);
    }
    java.math.BigDecimal rounded =
        new java.math.BigDecimal(value, new java.math.MathContext(6)).stripTrailingZeros();
    double size = Math.abs(value);
    return size >= 1e-4 && size < 1e7
        ? rounded.toPlainString()
        : String.format(Locale.ROOT, "%s", rounded.doubleValue());
  }

  /** Three significant digits, for errors and margins. */
  static String rough(double value) {
    return text(
        Double.isFinite(value)
            ? new java.math.BigDecimal(value, new java.math.MathContext(3)).doubleValue()
            : value);
  }
}
