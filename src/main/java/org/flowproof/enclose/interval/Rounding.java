package org.flowproof.enclose.interval;

/**
 * The operations of doubles rounded down or up: the exact result where it is a double, otherwise
 * its neighbour on the asked side. The rounding error of the operation rounded to nearest is
 * computed exactly (two-sum of Knuth, remainder by {@code fma}); where that is not valid, near
 * overflow and below 2^-960, the result steps outward by one double even if it was exact.
 *
 * <p>An overflow upwards is infinite for the upper result and {@link Double#MAX_VALUE} for the
 * lower one. An infinite operand stands for a bound that is not known: zero times it is zero, and
 * the difference of two of them is infinite on the asked side. An operand that is not a number
 * gives the infinity of the asked side.
 */
public final class Rounding {
  /** Below this sum no intermediate result of the two-sum overflows. */
  private static final double LARGE = 0x1p1021;

  /** Above this product, dividend or radicand the remainder is a double. */
  private static final double SMALL = 0x1p-960;

  private Rounding() {}

  /** The sum, rounded down. */
  public static double addDown(double a, double b) {
    double s = a + b;
    if (Math.abs(s) < LARGE) {
      return sumError(a, b, s) < 0 ? Math.nextDown(s) : s;
    }
    return downOf(s, Double.isInfinite(a) || Double.isInfinite(b));
  }

  /** The sum, rounded up. */
  public static double addUp(double a, double b) {
    double s = a + b;
    if (Math.abs(s) < LARGE) {
      return sumError(a, b, s) > 0 ? Math.nextUp(s) : s;
    }
    return upOf(s, Double.isInfinite(a) || Double.isInfinite(b));
  }

  /** The difference, rounded down. */
  public static double subDown(double a, double b) {
    return addDown(a, -b);
  }

  /** The difference, rounded up. */
  public static double subUp(double a, double b) {
    return addUp(a, -b);
  }

  /** The product, rounded down. */
  public static double mulDown(double a, double b) {
    double p = a * b;
    double size = Math.abs(p);
    if (size >= SMALL && size < Double.POSITIVE_INFINITY) {
      return Math.fma(a, b, -p) < 0 ? Math.nextDown(p) : p;
    }
    return a == 0 || b == 0
        ? zeroTimes(a, b, Double.NEGATIVE_INFINITY)
        : downOf(p, Double.isInfinite(a) || Double.isInfinite(b));
  }

  /** The product, rounded up. */
  public static double mulUp(double a, double b) {
    double p = a * b;
    double size = Math.abs(p);
    if (size >= SMALL && size < Double.POSITIVE_INFINITY) {
      return Math.fma(a, b, -p) > 0 ? Math.nextUp(p) : p;
    }
    return a == 0 || b == 0
        ? zeroTimes(a, b, Double.POSITIVE_INFINITY)
        : upOf(p, Double.isInfinite(a) || Double.isInfinite(b));
  }

  /** The quotient, rounded down; negative infinity when the divisor is zero. */
  public static double divDown(double a, double b) {
    double q = a / b;
    if (remainderIsExact(a, b, q)) {
      double error = Math.fma(-q, b, a);
      return error != 0 && error < 0 == b > 0 ? Math.nextDown(q) : q;
    }
    if (b == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return isExactZero(a, b) ? 0 : downOf(q, Double.isInfinite(a));
  }

  /** The quotient, rounded up; positive infinity when the divisor is zero. */
  public static double divUp(double a, double b) {
    double q = a / b;
    if (remainderIsExact(a, b, q)) {
      double error = Math.fma(-q, b, a);
      return error != 0 && error > 0 == b > 0 ? Math.nextUp(q) : q;
    }
    if (b == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return isExactZero(a, b) ? 0 : upOf(q, Double.isInfinite(a));
  }

  /** The square root, rounded down; negative infinity for a negative number. */
  public static double sqrtDown(double a) {
    double s = Math.sqrt(a);
    if (a >= SMALL && a < Double.POSITIVE_INFINITY) {
      return Math.fma(-s, s, a) < 0 ? Math.nextDown(s) : s;
    }
    return a == 0 ? 0 : Math.max(downOf(s, true), a > 0 ? 0 : Double.NEGATIVE_INFINITY);
  }

  /** The square root, rounded up; positive infinity for a negative number. */
  public static double sqrtUp(double a) {
    double s = Math.sqrt(a);
    if (a >= SMALL && a < Double.POSITIVE_INFINITY) {
      return Math.fma(-s, s, a) > 0 ? Math.nextUp(s) : s;
    }
    return a == 0 ? 0 : upOf(s, true);
  }

  /** The part of a sum that rounding to nearest lost, exact. */
  private static double sumError(double a, double b, double s) {
    double second = s - a;
    return (a - (s - second)) + (b - second);
  }

  private static boolean remainderIsExact(double a, double b, double q) {
    double size = Math.abs(q);
    double dividend = Math.abs(a);
    return dividend >= SMALL
        && dividend < Double.POSITIVE_INFINITY
        && size >= SMALL
        && size < Double.POSITIVE_INFINITY
        && b != 0;
  }

  /** Zero times anything known to be a number is zero, also times a bound that is not known. */
  private static double zeroTimes(double a, double b, double doubtful) {
    return Double.isNaN(a) || Double.isNaN(b) ? doubtful : 0;
  }

  /** Whether a quotient is zero: its dividend is, or its divisor a bound that is not known. */
  private static boolean isExactZero(double a, double b) {
    return a == 0
        ? !Double.isNaN(b)
        : Double.isInfinite(b) && Math.abs(a) < Double.POSITIVE_INFINITY;
  }

  /** A double at or below a result; where that underflowed to zero its sign is still known. */
  private static double downOf(double nearest, boolean infiniteOperand) {
    if (Double.isNaN(nearest)) {
      return Double.NEGATIVE_INFINITY;
    }
    boolean kept =
        nearest == 0
            ? Double.doubleToRawLongBits(nearest) == 0
            : nearest == Double.POSITIVE_INFINITY && infiniteOperand;
    return kept ? nearest : Math.nextDown(nearest);
  }

  private static double upOf(double nearest, boolean infiniteOperand) {
    if (Double.isNaN(nearest)) {
      return Double.POSITIVE_INFINITY;
    }
    boolean kept =
        nearest == 0
            ? Double.doubleToRawLongBits(nearest) != 0
            : nearest == Double.NEGATIVE_INFINITY && infiniteOperand;
    return kept ? nearest : Math.nextUp(nearest);
  }
}
