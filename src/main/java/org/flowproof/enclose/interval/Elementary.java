package org.flowproof.enclose.interval;

import org.flowproof.formula.NoValueException;

/** Monotone functions of intervals, by {@code StrictMath} at the ends, widened. */
final class Elementary {
  /** Twice the documented error of exp, log and log1p. */
  private static final int ULPS = 2;

  /** The documented error of sinh, cosh and tanh is 2.5 ulp. */
  private static final int HYPERBOLIC_ULPS = 4;

  private Elementary() {}

  static Interval exp(Interval x) {
    return new Interval(
        x.lower() == 0 ? 1 : Math.max(0, down(StrictMath.exp(x.lower()), ULPS)),
        x.upper() == 0 ? 1 : up(StrictMath.exp(x.upper()), ULPS));
  }

  static Interval log(Interval x) {
    if (!x.isPositive()) {
      throw new NoValueException("logarithm of " + x.text(6) + ", which is not positive");
    }
    return new Interval(
        x.lower() == 1 ? 0 : down(StrictMath.log(x.lower()), ULPS),
        x.upper() == 1 ? 0 : up(StrictMath.log(x.upper()), ULPS));
  }

  static Interval logOnePlus(Interval x) {
    if (x.lower() <= -1) {
      throw new NoValueException("log(1 + x) of " + x.text(6) + ", which is not above -1");
    }
    return new Interval(
        x.lower() == 0 ? 0 : down(StrictMath.log1p(x.lower()), ULPS),
        x.upper() == 0 ? 0 : up(StrictMath.log1p(x.upper()), ULPS));
  }

  static Interval sinh(Interval x) {
    return new Interval(
        x.lower() == 0 ? 0 : down(StrictMath.sinh(x.lower()), HYPERBOLIC_ULPS),
        x.upper() == 0 ? 0 : up(StrictMath.sinh(x.upper()), HYPERBOLIC_ULPS));
  }

  static Interval cosh(Interval x) {
    double least = x.mignitude();
    double most = x.magnitude();
    return new Interval(
        least == 0 ? 1 : Math.max(1, down(StrictMath.cosh(least), HYPERBOLIC_ULPS)),
        most == 0 ? 1 : up(StrictMath.cosh(most), HYPERBOLIC_ULPS));
  }

  static Interval tanh(Interval x) {
    return new Interval(
        x.lower() == 0 ? 0 : Math.max(-1, down(StrictMath.tanh(x.lower()), HYPERBOLIC_ULPS)),
        x.upper() == 0 ? 0 : Math.min(1, up(StrictMath.tanh(x.upper()), HYPERBOLIC_ULPS)));
  }

  static Interval artanh(Interval x) {
    if (x.lower() <= -1 || x.upper() >= 1) {
      throw new NoValueException("artanh of " + x.text(6) + ", which is not between -1 and 1");
    }
    return new Interval(artanhOf(x.lower()).lower(), artanhOf(x.upper()).upper());
  }

  /** Half of log(1 + 2 x / (1 - x)), by the oddness for negative numbers, where it would cancel. */
  private static Interval artanhOf(double x) {
    if (x < 0) {
      return artanhOf(-x).negate();
    }
    Interval point = Interval.of(x);
    return point.times(2).divide(Interval.ONE.minus(point)).logOnePlus().times(0.5);
  }

  static Interval sigmoid(Interval x) {
    return new Interval(sigmoidOf(x.lower()).lower(), sigmoidOf(x.upper()).upper());
  }

  private static Interval sigmoidOf(double x) {
    if (Double.isInfinite(x)) {
      return x > 0 ? Interval.ONE : Interval.ZERO;
    }
    Interval value = Interval.ONE.divide(Interval.of(-x).exp().plus(1));
    return new Interval(value.lower(), Math.min(1, value.upper()));
  }

  static double down(double value, int ulps) {
    double result = value == Double.POSITIVE_INFINITY ? Double.MAX_VALUE : value;
    for (int i = 0; i < ulps; i++) {
      result = Math.nextDown(result);
    }
    return result;
  }

  static double up(double value, int ulps) {
    double result = value == Double.NEGATIVE_INFINITY ? -Double.MAX_VALUE : value;
    for (int i = 0; i < ulps; i++) {
      result = Math.nextUp(result);
    }
    return result;
  }
}
