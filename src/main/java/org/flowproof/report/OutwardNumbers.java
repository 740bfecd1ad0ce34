package org.flowproof.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.flowproof.enclose.interval.Interval;

/**
 * Bounds as decimals that are rounded away from what they enclose, so that what is printed is as
 * true as what was computed.
 */
final class OutwardNumbers {
  /** Digits that tell any two doubles apart. */
  private static final int MOST_DIGITS = 17;

  private OutwardNumbers() {}

  /**
   * An interval of decimals, in mathematics mode with its dollars, that contains the interval; a
   * line may break in it.
   */
  static String interval(Interval value) {
    int digits = digits(value);
    return "$["
        + num(value.lower(), digits, RoundingMode.FLOOR)
        + ",\\allowbreak "
        + num(value.upper(), digits, RoundingMode.CEILING)
        + "]$";
  }

  /** {@code \\num{...}}, at least the value. */
  static String above(double value, int digits) {
    return num(value, digits, RoundingMode.CEILING);
  }

  /** At most the value, of so many significant digits. */
  static BigDecimal below(double value, int digits) {
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(digits, RoundingMode.FLOOR))
            .stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /** Enough digits to show where the ends differ, and two more. */
  static int digits(Interval value) {
    double width = value.width();
    double size = value.magnitude();
    if (!(width > 0) || !(width < size)) {
      return width > 0 ? 3 : MOST_DIGITS;
    }
    return (int) Math.min(MOST_DIGITS, 2 + Math.ceil(Math.log10(size / width)));
  }

  private static String num(double value, int digits, RoundingMode mode) {
    return Double.isInfinite(value)
        ? Numbers.num(value, digits)
        : "\\num{" + text(value, digits, mode) + "}";
  }

  /**
   * The decimal as siunitx reads it.
   *
   * @param value finite
   * @param digits significant ones, at least 1
   */
  static String text(double value, int digits, RoundingMode mode) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, mode));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -3 && exponent < 6) {
      return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }
    return rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString()
        + "e"
        + exponent;
  }
}
