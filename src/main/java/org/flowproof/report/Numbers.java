package org.flowproof.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text: shortened for readers, exact for files. */
final class Numbers {
  private Numbers() {}

  /**
   * A number for readers.
   *
   * @param digits significant digits, at least 1
   * @return {@code \num{...}} of siunitx, plain between 1e-3 and 1e6 and scientific outside;
   *     infinities and NaN in words
   */
  static String num(double value, int digits) {
    if (Double.isNaN(value)) {
      return "\\textrm{undefined}";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "\\ensuremath{\\infty}" : "\\ensuremath{-\\infty}";
    }
    return "\\num{" + shortened(value, digits) + "}";
  }

  /** A count. */
  static String num(long value) {
    return "\\num{" + value + "}";
  }

  /** The number as siunitx and pgfplots read it, rounded half-even to significant digits. */
  static String shortened(double value, int digits) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    double size = Math.abs(rounded.doubleValue());
    if (size >= 1e-3 && size < 1e6) {
      BigDecimal plain = rounded.stripTrailingZeros();
      return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal mantissa = rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros();
    return mantissa.toPlainString() + "e" + exponent;
  }

  /**
   * The number as it stands in CSV files: reads back to the same double; {@code nan}, {@code inf}.
   */
  static String exact(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return String.format(Locale.ROOT, "%.17g", value);
  }
}
