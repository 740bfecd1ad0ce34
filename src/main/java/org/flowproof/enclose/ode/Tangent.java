package org.flowproof.enclose.ode;

import org.flowproof.enclose.interval.Interval;

/** A function of several directions: its values, and its derivatives along each of them. */
final class Tangent {
  private final Interval value;

  /** Null when all are zero. */
  private final Interval[] slopes;

  private Tangent(Interval value, Interval[] slopes) {
    this.value = value;
    this.slopes = slopes;
  }

  /** A number that depends on no direction. */
  static Tangent constant(Interval value) {
    return new Tangent(value, null);
  }

  /** A value with exact derivatives along each direction. */
  static Tangent of(Interval value, double[] slopes) {
    Interval[] along = new Interval[slopes.length];
    for (int i = 0; i < slopes.length; i++) {
      along[i] = Interval.of(slopes[i]);
    }
    return new Tangent(value, along);
  }

  Interval value() {
    return value;
  }

  /** The derivatives along a direction, counted from 0. */
  Interval slope(int direction) {
    return slopes == null ? Interval.ZERO : slopes[direction];
  }

  /** Arithmetic by the rules of differentiation. */
  static final class Arithmetic implements SeriesArithmetic<Tangent> {
    private static final IntervalArithmetic INTERVALS = new IntervalArithmetic();

    private interface Slope {
      Interval at(int direction);
    }

    @Override
    public Tangent of(org.flowproof.formula.Rational number) {
      return constant(Interval.of(number));
    }

    @Override
    public Tangent plus(Tangent a, Tangent b) {
      return of(a, b, a.value.plus(b.value), i -> a.slope(i).plus(b.slope(i)));
    }

    @Override
    public Tangent minus(Tangent a, Tangent b) {
      return of(a, b, a.value.minus(b.value), i -> a.slope(i).minus(b.slope(i)));
    }

    @Override
    public Tangent times(Tangent a, Tangent b) {
      Interval product = a.value.times(b.value);
      if (a.slopes == null) {
        return of(a, b, product, i -> a.value.times(b.slopes[i]));
      }
      if (b.slopes == null) {
        return of(a, b, product, i -> b.value.times(a.slopes[i]));
      }
      return of(a, b, product, i -> a.value.times(b.slopes[i]).plus(b.value.times(a.slopes[i])));
    }

    @Override
    public Tangent square(Tangent a) {
      return of(a, a, a.value.square(), i -> a.value.times(a.slopes[i]).times(2));
    }

    @Override
    public Tangent twice(Tangent a) {
      return of(a, a, a.value.times(2), i -> a.slopes[i].times(2));
    }

    @Override
    public Tangent over(Tangent a, int divisor) {
      return of(a, a, INTERVALS.over(a.value, divisor), i -> INTERVALS.over(a.slopes[i], divisor));
    }

    private static Tangent of(Tangent a, Tangent b, Interval value, Slope slope) {
      if (a.slopes == null && b.slopes == null) {
        return constant(value);
      }
      Interval[] slopes = new Interval[(a.slopes == null ? b.slopes : a.slopes).length];
      for (int i = 0; i < slopes.length; i++) {
        slopes[i] = slope.at(i);
      }
      return new Tangent(value, slopes);
    }
  }
}
