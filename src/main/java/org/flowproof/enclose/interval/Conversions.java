package org.flowproof.enclose.interval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.flowproof.formula.Rational;

/** Numbers and text, exactly or rounded outward. */
final class Conversions {
  /** Decimal exponents from which on, and down to which, text is not scientific. */
  private static final int PLAIN_BELOW = 9;

  private static final int PLAIN_ABOVE = -6;

  private Conversions() {}

  static Interval around(BigDecimal value) {
    double near = value.doubleValue();
    double lower = Double.isInfinite(near) ? Math.copySign(Double.MAX_VALUE, near) : near;
    double upper = lower;
    // the nearest double is at most one away; the loops do not rely on it
    while (Double.isFinite(lower) && new BigDecimal(lower).compareTo(value) > 0) {
      lower = Math.nextDown(lower);
    }
    while (Double.isFinite(upper) && new BigDecimal(upper).compareTo(value) < 0) {
      upper = Math.nextUp(upper);
    }
    return new Interval(lower, upper);
  }

  static Interval around(Rational value) {
    double near = value.toDouble();
    double lower = Double.isInfinite(near) ? Math.copySign(Double.MAX_VALUE, near) : near;
    double upper = lower;
    while (Double.isFinite(lower) && Rational.ofDouble(lower).compareTo(value) > 0) {
      lower = Math.nextDown(lower);
    }
    while (Double.isFinite(upper) && Rational.ofDouble(upper).compareTo(value) < 0) {
      upper = Math.nextUp(upper);
    }
    return new Interval(lower, upper);
  }

  static String text(Interval value, int digits) {
    return "["
        + text(value.lower(), digits, RoundingMode.FLOOR)
        + ", "
        + text(value.upper(), digits, RoundingMode.CEILING)
        + "]";
  }

  private static String text(double value, int digits, RoundingMode mode) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, mode));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < PLAIN_BELOW && exponent > PLAIN_ABOVE) {
      return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }
    return rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString()
        + "e"
        + exponent;
  }
}
