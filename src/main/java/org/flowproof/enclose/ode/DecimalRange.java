package org.flowproof.enclose.ode;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * All numbers between two exact ones.
 *
 * @param lower the smallest
 * @param upper the largest, at least {@code lower}
 */
public record DecimalRange(BigDecimal lower, BigDecimal upper) {
  /** Digits of the wider end, so that they tell the ends apart and not much more. */
  private static final int EXTRA = 2;

  private static final int MOST_DIGITS = 32;

  /** The difference of the ends, rounded up to a double. */
  public double width() {
    double near = upper.subtract(lower).doubleValue();
    return near == 0 && upper.compareTo(lower) == 0 ? 0 : Math.nextUp(near);
  }

  /** Whether a number known to some decimals, give or take one in the last of them, is inside. */
  public boolean admits(BigDecimal known) {
    BigDecimal unit = known.ulp();
    return lower.compareTo(known.add(unit)) <= 0 && upper.compareTo(known.subtract(unit)) >= 0;
  }

  /** Decimal text with the digits that are known and two more, rounded outward. */
  public String text() {
    BigDecimal width = upper.subtract(lower);
    BigDecimal size = lower.abs().max(upper.abs());
    int known = width.signum() == 0 ? MOST_DIGITS : exponent(size) - exponent(width) + EXTRA;
    int digits = Math.max(EXTRA, Math.min(MOST_DIGITS, known));
    return "["
        + text(lower, digits, RoundingMode.FLOOR)
        + ", "
        + text(upper, digits, RoundingMode.CEILING)
        + "]";
  }

  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  private static String text(BigDecimal value, int digits, RoundingMode mode) {
    return value.round(new MathContext(digits, mode)).toString();
  }
}
