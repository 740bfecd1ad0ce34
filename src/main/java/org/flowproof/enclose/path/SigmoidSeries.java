package org.flowproof.enclose.path;

import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.taylor.Bounds;
import org.flowproof.enclose.taylor.Series;

/**
 * The logistic function of a Taylor model. A polynomial q is built by the recurrence of {@code q' =
 * q (1 - q) u'}; its distance v from the logistic function of u obeys {@code v' = (1 - q - sigma)
 * u' v + defect}, so that Gronwall's inequality bounds it. Only the value at 0 needs an
 * exponential.
 */
final class SigmoidSeries {
  private SigmoidSeries() {}

  static Series of(Series argument) {
    int degree = argument.degree();
    double[] u = new double[degree + 1];
    double[] q = new double[degree + 1];
    SigmoidRecurrence recurrence = new SigmoidRecurrence(degree);
    for (int i = 0; i <= degree; i++) {
      u[i] = argument.coefficient(i);
      q[i] = recurrence.next(i, u[i]);
    }
    Series poly = Series.exact(q);
    Series slope = Series.exact(u).derivative();
    Series one = Series.constant(1, degree);
    double defect = poly.derivative().minus(poly.times(one.minus(poly)).times(slope)).magnitude();
    Interval atZero = Interval.of(u[0]).sigmoid();
    double start = atZero.minus(q[0]).magnitude();
    double factor = Bounds.up(1 + poly.magnitude());
    double growth = Bounds.expUp(Bounds.up(factor * slope.magnitude()));
    double error = Bounds.up(Bounds.up(start + defect) * growth);
    return Series.of(q, Bounds.up(error + 0.25 * argument.radius()));
  }
}
