package org.flowproof.enclose.ode;

import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.interval.Rounding;
import org.flowproof.formula.Rational;

/**
 * All numbers within a radius of the exact sum of two doubles, about 32 digits. What an operation
 * does not keep of its exact result goes into the radius: sums and products of doubles are split
 * into their rounded value and the exact error of it, and the parts that are left over are added
 * up.
 *
 * @param high the leading part
 * @param low the rest, below half a unit of the last place of {@code high}
 * @param radius at least 0, infinite when nothing is known
 */
record PreciseBall(double high, double low, double radius) {
  static final PreciseBall ZERO = new PreciseBall(0, 0, 0);

  /** Products below this may have an error that is no double. */
  private static final double SMALL = 0x1p-900;

  /** More than the error of any product or quotient that small. */
  private static final double SMALL_ERROR = 0x1p-940;

  PreciseBall {
    if (!(Math.abs(high) < 0x1p1000) || !(radius < Double.POSITIVE_INFINITY)) {
      // the splitting below is not valid near overflow
      high = 0;
      low = 0;
      radius = Double.POSITIVE_INFINITY;
    }
  }

  /** A double, exactly. */
  static PreciseBall of(double value) {
    return new PreciseBall(value, 0, 0);
  }

  /** A difference of doubles, exactly. */
  static PreciseBall difference(double a, double b) {
    double s = a - b;
    return new PreciseBall(s, sumError(a, -b, s), 0);
  }

  static PreciseBall of(Rational value) {
    double high = value.toDouble();
    if (!Double.isFinite(high)) {
      return new PreciseBall(0, 0, Double.POSITIVE_INFINITY);
    }
    Rational rest = value.minus(Rational.ofDouble(high));
    double low = rest.toDouble();
    Rational lost = rest.minus(Rational.ofDouble(low)).abs();
    return new PreciseBall(high, low, Interval.of(lost).upper());
  }

  /** Without its radius. */
  PreciseBall centre() {
    return new PreciseBall(high, low, 0);
  }

  /** In doubles, rounded outward. */
  Interval interval() {
    if (radius == Double.POSITIVE_INFINITY) {
      return Interval.ENTIRE;
    }
    return Interval.around(low, radius).plus(high);
  }

  PreciseBall plus(PreciseBall o) {
    double s = high + o.high;
    double sError = sumError(high, o.high, s);
    double t = low + o.low;
    double tError = sumError(low, o.low, t);
    double c = sError + t;
    double lost = Math.abs(sumError(sError, t, c));
    double v = s + c;
    double vError = sumError(s, c, v);
    double w = vError + tError;
    double alsoLost = Math.abs(sumError(vError, tError, w));
    double sum = v + w;
    return new PreciseBall(
        sum,
        sumError(v, w, sum),
        Rounding.addUp(Rounding.addUp(radius, o.radius), Rounding.addUp(lost, alsoLost)));
  }

  PreciseBall negate() {
    return new PreciseBall(-high, -low, radius);
  }

  PreciseBall times(PreciseBall o) {
    double p = high * o.high;
    double pError = productError(high, o.high, p);
    double cross = high * o.low;
    double other = low * o.high;
    double c = cross + other;
    double d = pError + c;
    double sum = p + d;
    double lost = Math.abs(low * o.low) * (1 + 0x1p-50) + 0x1p-1000;
    lost = Rounding.addUp(lost, doubtOf(high, o.high, p));
    lost = Rounding.addUp(lost, halfUnit(cross));
    lost = Rounding.addUp(lost, halfUnit(other));
    lost = Rounding.addUp(lost, Math.abs(sumError(cross, other, c)));
    lost = Rounding.addUp(lost, Math.abs(sumError(pError, c, d)));
    double spread =
        radius == 0 && o.radius == 0
            ? 0
            : Rounding.addUp(
                Rounding.mulUp(Rounding.addUp(size(), radius), o.radius),
                Rounding.mulUp(o.size(), radius));
    return new PreciseBall(sum, sumError(p, d, sum), Rounding.addUp(lost, spread));
  }

  /** The quotient by a whole number from 1 to 1000. */
  PreciseBall over(int divisor) {
    double q = high / divisor;
    boolean exact = Math.abs(high) >= SMALL || high == 0;
    double rest = exact ? Math.fma(-q, divisor, high) : 0;
    double both = rest + low;
    double second = both / divisor;
    double sum = q + second;
    double lost = Math.abs(sumError(rest, low, both));
    lost = Rounding.addUp(lost, exact ? 0 : SMALL_ERROR);
    lost = Rounding.addUp(lost, halfUnit(second));
    return new PreciseBall(
        sum, sumError(q, second, sum), Rounding.addUp(lost, Rounding.divUp(radius, divisor)));
  }

  /** At least the largest absolute value of the centre. */
  private double size() {
    return Rounding.addUp(Math.abs(high), Math.abs(low));
  }

  private static double sumError(double a, double b, double s) {
    double second = s - a;
    return (a - (s - second)) + (b - second);
  }

  private static double productError(double a, double b, double p) {
    return Math.abs(p) >= SMALL ? Math.fma(a, b, -p) : 0;
  }

  /** What the error of a small product may be, where it was not computed. */
  private static double doubtOf(double a, double b, double p) {
    return Math.abs(p) >= SMALL || a == 0 || b == 0 ? 0 : SMALL_ERROR;
  }

  /** At least the rounding error of an operation with this result. */
  private static double halfUnit(double result) {
    return Math.ulp(result);
  }

  /** Arithmetic with such numbers. */
  static final class Arithmetic implements SeriesArithmetic<PreciseBall> {
    @Override
    public PreciseBall of(Rational value) {
      return PreciseBall.of(value);
    }

    @Override
    public PreciseBall plus(PreciseBall left, PreciseBall right) {
      return left.plus(right);
    }

    @Override
    public PreciseBall minus(PreciseBall left, PreciseBall right) {
      return left.plus(right.negate());
    }

    @Override
    public PreciseBall times(PreciseBall left, PreciseBall right) {
      return left.times(right);
    }

    @Override
    public PreciseBall square(PreciseBall value) {
      return value.times(value);
    }

    @Override
    public PreciseBall twice(PreciseBall value) {
      return value.plus(value);
    }

    @Override
    public PreciseBall over(PreciseBall value, int divisor) {
      return value.over(divisor);
    }
  }
}
