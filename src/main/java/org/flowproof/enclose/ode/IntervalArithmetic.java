package org.flowproof.enclose.ode;

import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.interval.Rounding;
import org.flowproof.formula.Rational;

/** Plain intervals. */
final class IntervalArithmetic implements SeriesArithmetic<Interval> {
  @Override
  public Interval of(Rational value) {
    return Interval.of(value);
  }

  @Override
  public Interval plus(Interval left, Interval right) {
    return left.plus(right);
  }

  @Override
  public Interval minus(Interval left, Interval right) {
    return left.minus(right);
  }

  @Override
  public Interval times(Interval left, Interval right) {
    return left.times(right);
  }

  @Override
  public Interval square(Interval value) {
    return value.square();
  }

  @Override
  public Interval twice(Interval value) {
    return value.times(2);
  }

  @Override
  public Interval over(Interval value, int divisor) {
    return new Interval(
        Rounding.divDown(value.lower(), divisor), Rounding.divUp(value.upper(), divisor));
  }
}
