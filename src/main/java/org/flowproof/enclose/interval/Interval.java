package org.flowproof.enclose.interval;

import java.math.BigDecimal;
import java.util.Optional;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;

/**
 * All real numbers between two doubles; an infinite end means that no bound is known on that side.
 * Every operation returns an interval that contains the result for all numbers of its operands.
 *
 * @param lower the smallest number, below positive infinity
 * @param upper the largest number, at least {@code lower}, above negative infinity
 */
public record Interval(double lower, double upper) {
  public static final Interval ZERO = new Interval(0, 0);
  public static final Interval ONE = new Interval(1, 1);
  public static final Interval ENTIRE =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException when they are not numbers, out of order, or the same infinity
   */
  public Interval {
    if (!(lower <= upper)
        || lower == Double.POSITIVE_INFINITY
        || upper == Double.NEGATIVE_INFINITY) {
      throw new IllegalArgumentException("not an interval: [" + lower + ", " + upper + "]");
    }
    // one zero, so that equal intervals are equal records
    lower += 0.0;
    upper += 0.0;
  }

  /** A finite double, exactly. */
  public static Interval of(double value) {
    return new Interval(value, value);
  }

  public static Interval of(double lower, double upper) {
    return new Interval(lower, upper);
  }

  /** The narrowest interval around a rational number. */
  public static Interval of(Rational value) {
    return Conversions.around(value);
  }

  /** The narrowest interval around a decimal number. */
  public static Interval of(BigDecimal value) {
    return Conversions.around(value);
  }

  /** All numbers at most a radius, at least 0, away from a middle. */
  public static Interval around(double mid, double radius) {
    return new Interval(Rounding.subDown(mid, radius), Rounding.addUp(mid, radius));
  }

  /** The smallest interval containing both. */
  public static Interval hull(Interval a, Interval b) {
    return new Interval(Math.min(a.lower, b.lower), Math.max(a.upper, b.upper));
  }

  public Interval plus(Interval o) {
    return new Interval(Rounding.addDown(lower, o.lower), Rounding.addUp(upper, o.upper));
  }

  public Interval plus(double o) {
    return new Interval(Rounding.addDown(lower, o), Rounding.addUp(upper, o));
  }

  public Interval minus(Interval o) {
    return new Interval(Rounding.subDown(lower, o.upper), Rounding.subUp(upper, o.lower));
  }

  public Interval minus(double o) {
    return new Interval(Rounding.subDown(lower, o), Rounding.subUp(upper, o));
  }

  public Interval times(Interval o) {
    if (lower >= 0) {
      return new Interval(
          Rounding.mulDown(o.lower >= 0 ? lower : upper, o.lower),
          Rounding.mulUp(o.upper >= 0 ? upper : lower, o.upper));
    }
    if (upper <= 0) {
      return new Interval(
          Rounding.mulDown(o.upper >= 0 ? lower : upper, o.upper),
          Rounding.mulUp(o.lower >= 0 ? upper : lower, o.lower));
    }
    if (o.lower >= 0) {
      return new Interval(Rounding.mulDown(lower, o.upper), Rounding.mulUp(upper, o.upper));
    }
    if (o.upper <= 0) {
      return new Interval(Rounding.mulDown(upper, o.lower), Rounding.mulUp(lower, o.lower));
    }
    return new Interval(
        Math.min(Rounding.mulDown(lower, o.upper), Rounding.mulDown(upper, o.lower)),
        Math.max(Rounding.mulUp(lower, o.lower), Rounding.mulUp(upper, o.upper)));
  }

  public Interval times(double o) {
    return o >= 0
        ? new Interval(Rounding.mulDown(lower, o), Rounding.mulUp(upper, o))
        : new Interval(Rounding.mulDown(upper, o), Rounding.mulUp(lower, o));
  }

  /**
   * The quotient.
   *
   * @throws NoValueException when the divisor contains zero
   */
  public Interval divide(Interval o) {
    if (o.lower <= 0 && o.upper >= 0) {
      throw new NoValueException("division by " + o.text(6) + ", which contains zero");
    }
    if (o.lower > 0) {
      return new Interval(
          Rounding.divDown(lower, lower >= 0 ? o.upper : o.lower),
          Rounding.divUp(upper, upper >= 0 ? o.lower : o.upper));
    }
    return new Interval(
        Rounding.divDown(upper, upper >= 0 ? o.upper : o.lower),
        Rounding.divUp(lower, lower >= 0 ? o.lower : o.upper));
  }

  public Interval negate() {
    return new Interval(-upper, -lower);
  }

  public Interval square() {
    double least = mignitude();
    double most = magnitude();
    return new Interval(Rounding.mulDown(least, least), Rounding.mulUp(most, most));
  }

  /**
   * An integer power; a negative exponent inverts, the exponent 0 gives 1.
   *
   * @throws NoValueException for a negative exponent when the base contains zero
   */
  public Interval power(int exponent) {
    return Powers.power(this, exponent);
  }

  /**
   * A real power of numbers that are not negative; an integer exponent takes any base.
   *
   * @throws NoValueException when the base has negative numbers, or zero with an exponent that is
   *     not positive
   */
  public Interval power(Interval exponent) {
    return Powers.power(this, exponent);
  }

  /**
   * The square root.
   *
   * @throws NoValueException when there are negative numbers
   */
  public Interval sqrt() {
    if (lower < 0) {
      throw new NoValueException("square root of " + text(6) + ", which has negative numbers");
    }
    return new Interval(Rounding.sqrtDown(lower), Rounding.sqrtUp(upper));
  }

  public Interval exp() {
    return Elementary.exp(this);
  }

  /**
   * The natural logarithm.
   *
   * @throws NoValueException unless all numbers are positive
   */
  public Interval log() {
    return Elementary.log(this);
  }

  /**
   * log(1 + x), accurate near zero.
   *
   * @throws NoValueException unless all numbers are above -1
   */
  public Interval logOnePlus() {
    return Elementary.logOnePlus(this);
  }

  public Interval sinh() {
    return Elementary.sinh(this);
  }

  public Interval cosh() {
    return Elementary.cosh(this);
  }

  public Interval tanh() {
    return Elementary.tanh(this);
  }

  /**
   * The inverse of tanh.
   *
   * @throws NoValueException unless all numbers are between -1 and 1
   */
  public Interval artanh() {
    return Elementary.artanh(this);
  }

  public Interval sin() {
    return Waves.sin(this);
  }

  public Interval cos() {
    return Waves.cos(this);
  }

  /** 1 / (1 + exp(-x)). */
  public Interval sigmoid() {
    return Elementary.sigmoid(this);
  }

  public Interval abs() {
    return new Interval(mignitude(), magnitude());
  }

  /** The smaller of two numbers, one from each. */
  public Interval min(Interval o) {
    return new Interval(Math.min(lower, o.lower), Math.min(upper, o.upper));
  }

  /** The larger of two numbers, one from each. */
  public Interval max(Interval o) {
    return new Interval(Math.max(lower, o.lower), Math.max(upper, o.upper));
  }

  /** A finite double of the interval, in the middle up to rounding where both ends are finite. */
  public double midpoint() {
    double sum = lower + upper;
    if (Double.isFinite(sum)) {
      return 0.5 * sum;
    }
    if (Double.isFinite(lower) && Double.isFinite(upper)) {
      return 0.5 * lower + 0.5 * upper;
    }
    return Double.isNaN(sum) ? 0 : sum > 0 ? Double.MAX_VALUE : -Double.MAX_VALUE;
  }

  /** The difference of the ends, rounded up. */
  public double width() {
    return Rounding.subUp(upper, lower);
  }

  /** The largest distance from {@link #midpoint()}, rounded up. */
  public double radius() {
    double middle = midpoint();
    return Math.max(Rounding.subUp(upper, middle), Rounding.subUp(middle, lower));
  }

  /** The largest absolute value. */
  public double magnitude() {
    return Math.max(Math.abs(lower), Math.abs(upper));
  }

  /** The smallest absolute value. */
  public double mignitude() {
    return lower > 0 ? lower : upper < 0 ? -upper : 0;
  }

  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  public boolean contains(Interval o) {
    return lower <= o.lower && o.upper <= upper;
  }

  public boolean intersects(Interval o) {
    return lower <= o.upper && o.lower <= upper;
  }

  /** The common numbers, empty when there are none. */
  public Optional<Interval> intersection(Interval o) {
    return intersects(o)
        ? Optional.of(new Interval(Math.max(lower, o.lower), Math.min(upper, o.upper)))
        : Optional.empty();
  }

  public boolean isPoint() {
    return lower == upper;
  }

  /** Whether all numbers are above zero. */
  public boolean isPositive() {
    return lower > 0;
  }

  /** Whether all numbers are below zero. */
  public boolean isNegative() {
    return upper < 0;
  }

  /** Decimal text, the ends rounded outward to a number of significant digits, at least 1. */
  public String text(int digits) {
    return Conversions.text(this, digits);
  }

  @Override
  public String toString() {
    return "[" + lower + ", " + upper + "]";
  }
}
