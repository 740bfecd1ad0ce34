package org.flowproof.enclose.path;

/**
 * Taylor coefficients of the logistic function q of a series u, one after the other, from {@code q'
 * = q (1 - q) u'}. In plain doubles.
 */
final class SigmoidRecurrence {
  private final double[] u;
  private final double[] q;
  private final double[] slope;

  SigmoidRecurrence(int degree) {
    u = new double[degree + 1];
    q = new double[degree + 1];
    slope = new double[degree + 1];
  }

  /**
   * The next coefficient of q.
   *
   * @param order how many came before
   * @param coefficient that of u
   */
  double next(int order, double coefficient) {
    u[order] = coefficient;
    if (order == 0) {
      q[0] = u[0] >= 0 ? 1 / (1 + Math.exp(-u[0])) : Math.exp(u[0]) / (1 + Math.exp(u[0]));
      slope[0] = q[0] * (1 - q[0]);
      return q[0];
    }
    double sum = 0;
    for (int l = 1; l <= order; l++) {
      sum += l * u[l] * slope[order - l];
    }
    q[order] = sum / order;
    double square = 0;
    for (int l = 0; l <= order; l++) {
      square += q[l] * q[order - l];
    }
    slope[order] = q[order] - square;
    return q[order];
  }
}
