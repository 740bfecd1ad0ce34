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
    for (int i = 0; i <= degree; i++) {
      u[i] = argument.coefficient(i);
    }
    double[] q = coefficients(u);
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

  /** Taylor coefficients of the logistic function of a polynomial, in plain doubles. */
  static double[] coefficients(double[] u) {
    int degree = u.length - 1;
    double[] q = new double[degree + 1];
    double[] v = new double[degree + 1];
    q[0] = u[0] >= 0 ? 1 / (1 + Math.exp(-u[0])) : Math.exp(u[0]) / (1 + Math.exp(u[0]));
    v[0] = q[0] * (1 - q[0]);
    for (int i = 1; i <= degree; i++) {
      double sum = 0;
      for (int l = 1; l <= i; l++) {
        sum += l * u[l] * v[i - l];
      }
      q[i] = sum / i;
      double square = 0;
      for (int l = 0; l <= i; l++) {
        square += q[l] * q[i - l];
      }
      v[i] = q[i] - square;
    }
    return q;
  }
}
