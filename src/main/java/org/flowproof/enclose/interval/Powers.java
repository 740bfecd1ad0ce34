package org.flowproof.enclose.interval;

import org.flowproof.formula.NoValueException;

/** Powers of intervals. */
final class Powers {
  private Powers() {}

  static Interval power(Interval base, int exponent) {
    if (exponent < 0) {
      Interval inverse = inverseOfPower(base, exponent);
      return Interval.ONE.divide(inverse);
    }
    if (exponent == 0) {
      return Interval.ONE;
    }
    if (exponent % 2 == 0) {
      return new Interval(down(base.mignitude(), exponent), up(base.magnitude(), exponent));
    }
    return new Interval(
        base.lower() >= 0 ? down(base.lower(), exponent) : -up(-base.lower(), exponent),
        base.upper() >= 0 ? up(base.upper(), exponent) : -down(-base.upper(), exponent));
  }

  private static Interval inverseOfPower(Interval base, int exponent) {
    if (base.contains(0)) {
      throw new NoValueException(base.text(6) + ", which contains zero, to the power " + exponent);
    }
    // the smallest integer has no negative
    return exponent == Integer.MIN_VALUE
        ? power(base, Integer.MAX_VALUE).times(base)
        : power(base, -exponent);
  }

  /** A power of a number at least 0, rounded down in every product. */
  private static double down(double base, int exponent) {
    double result = 1;
    double square = base;
    for (int rest = exponent; ; ) {
      if ((rest & 1) != 0) {
        result = result == 1 ? square : Rounding.mulDown(result, square);
      }
      rest >>= 1;
      if (rest == 0) {
        return result;
      }
      square = Rounding.mulDown(square, square);
    }
  }

  private static double up(double base, int exponent) {
    double result = 1;
    double square = base;
    for (int rest = exponent; ; ) {
      if ((rest & 1) != 0) {
        result = result == 1 ? square : Rounding.mulUp(result, square);
      }
      rest >>= 1;
      if (rest == 0) {
        return result;
      }
      square = Rounding.mulUp(square, square);
    }
  }

  static Interval power(Interval base, Interval exponent) {
    if (exponent.isPoint()
        && Math.rint(exponent.lower()) == exponent.lower()
        && Math.abs(exponent.lower()) <= Integer.MAX_VALUE) {
      return power(base, (int) exponent.lower());
    }
    if (base.isPositive()) {
      return base.log().times(exponent).exp();
    }
    if (base.lower() < 0 || !exponent.isPositive()) {
      throw new NoValueException(base.text(6) + " to the power " + exponent.text(6));
    }
    return base.upper() == 0
        ? Interval.ZERO
        : new Interval(0, Interval.of(base.upper()).log().times(exponent).exp().upper());
  }
}
