package org.flowproof.flow.coefficients;

import java.math.BigDecimal;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/**
 * What of a problem its run in coefficients depends on. With pulls {@code g_k} the hidden weights
 * are {@code w_j = w_j(0) + pace a_j sum_k c_jk y_k x_k}, where {@code c_jk} adds up (descent) or
 * integrates (flow) {@code s_jk g_k}. The clock counts iterations, or is the time of the flow.
 */
final class CoefficientModel {
  /** Half a unit in the last place of 1. */
  static final double UNIT = 0x1p-53;

  final Problem problem;
  final boolean descent;
  final int m;
  final int n;
  final int d;
  final double[] a;
  final double[] y;
  final double[] x;
  final double[] w0;

  /** {@code y_i y_k <x_i, x_k>}, n x n. */
  final double[] signed;

  /** {@code <w_j(0), x_k>}, m x n. */
  final double[] u0;

  /** Factor of the loss, times the step of a descent. */
  final double pace;

  final double factor;
  final MarginLoss loss;
  final double slope;
  final double atZero;

  CoefficientModel(Problem problem) {
    this.problem = problem;
    descent = problem.dynamics() instanceof Dynamics.Descent;
    m = problem.network().width();
    n = problem.data().n();
    d = problem.data().d();
    a = problem.initial().a().toArray();
    y = problem.data().y().toArray();
    x = problem.data().x().toRowMajor();
    w0 = problem.initial().w().toRowMajor();
    factor = problem.loss().factor().value(n);
    pace = problem.dynamics() instanceof Dynamics.Descent moving ? factor * moving.step() : factor;
    loss = MarginLoss.of(problem.loss().kind());
    Activation.Leaky leaky = (Activation.Leaky) problem.network().activation();
    slope = leaky.slope();
    atZero = leaky.derivativeAtZero();
    signed = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        signed[i * n + k] = y[i] * y[k] * dot(x, i * d, x, k * d);
      }
    }
    u0 = new double[m * n];
    for (int j = 0; j < m; j++) {
      for (int k = 0; k < n; k++) {
        u0[j * n + k] = preactivation(j, k);
      }
    }
  }

  private double dot(double[] left, int from, double[] right, int other) {
    double sum = 0;
    for (int i = 0; i < d; i++) {
      sum += left[from + i] * right[other + i];
    }
    return sum;
  }

  /** A bound on the rounding of {@link #u0}; zero when nothing was rounded. */
  double errorOfStart(int j, int k) {
    double size = 0;
    for (int i = 0; i < d; i++) {
      size += Math.abs(w0[j * d + i] * x[k * d + i]);
    }
    return UNIT * (d + 1) * size;
  }

  /** At the start; exact where the sum of rounded products could have the wrong side. */
  private double preactivation(int j, int k) {
    double sum = dot(w0, j * d, x, k * d);
    if (Math.abs(sum) > errorOfStart(j, k)) {
      return sum;
    }
    BigDecimal exact = BigDecimal.ZERO;
    for (int i = 0; i < d; i++) {
      exact = exact.add(new BigDecimal(w0[j * d + i]).multiply(new BigDecimal(x[k * d + i])));
    }
    // what underflows keeps its side
    return exact.signum() * Math.max(exact.abs().doubleValue(), Double.MIN_VALUE);
  }

  /** The time that a clock shows. */
  double time(double clock) {
    return problem.dynamics() instanceof Dynamics.Descent moving ? clock * moving.step() : clock;
  }

  /** The clock at a time: of descent, of the last iterate before it. */
  double clock(double time) {
    if (problem.dynamics() instanceof Dynamics.Descent moving) {
      // a time computed as step * iteration must find that iterate
      double exact = time / moving.step();
      return Math.floor(exact + Math.min(0.5, exact * 1e-14));
    }
    return time;
  }

  /** The gate that a preactivation takes in gradient descent. */
  double gate(double u) {
    return u > 0 ? 1 : u < 0 ? slope : atZero;
  }

  double[] pulls(double[] z) {
    double[] g = new double[n];
    for (int k = 0; k < n; k++) {
      g[k] = loss.pull(z[k]);
    }
    return g;
  }
}
