package org.flowproof.check.stationary;

import org.flowproof.flow.KinkLines;
import org.flowproof.flow.limit.LimitEstimate;
import org.flowproof.formula.Ball;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vectors;

/**
 * The residuals {@code r_k = y_k - h(x_k)} at a limit, and what one neuron feels of them: {@code
 * g(w) = sum_k r_k sigma(<w, x_k>)}, piecewise linear in w with a kink for each line of samples.
 */
final class LimitResiduals {
  private static final double UNIT = 0.5 * Math.ulp(1.0);

  private final double[][] x;
  private final double[] values;
  private final double[] radii;
  private final KinkLines lines;
  private final double slope;
  private final double factor;

  LimitResiduals(Problem problem, LimitEstimate.Found limit) {
    int n = problem.data().n();
    x = new double[n][];
    values = new double[n];
    radii = new double[n];
    for (int k = 0; k < n; k++) {
      x[k] = problem.data().x().row(k);
      double y = problem.data().y().get(k);
      Ball h = limit.outputs().get(k);
      values[k] = y - h.value();
      radii[k] = h.radius() + UNIT * Math.abs(values[k]);
    }
    lines = KinkLines.of(problem.data().x());
    slope = ((Activation.Leaky) problem.network().activation()).slope();
    factor = problem.loss().factor().value(n);
  }

  KinkLines lines() {
    return lines;
  }

  double slope() {
    return slope;
  }

  int samples() {
    return x.length;
  }

  /** One sample; not to be changed. */
  double[] sample(int k) {
    return x[k];
  }

  double value(int k) {
    return values[k];
  }

  /**
   * How much the slope of g grows across a line: {@code sum r_k |c_k|} over the samples {@code c_k
   * e} of the line, times 1 less the slope below 0.
   */
  Ball bend(int line) {
    double sum = 0;
    double error = 0;
    for (int k : lines.members(line)) {
      double c = Math.abs(lines.coefficient(k));
      sum += values[k] * c;
      error += c * (radii[k] + 16 * UNIT * x.length * Math.abs(values[k]));
    }
    return new Ball((1 - slope) * sum, (1 - slope) * error);
  }

  /** {@code g(w)}. */
  Ball felt(double[] w) {
    double sum = 0;
    double error = 0;
    double size = Vectors.dot(w, w);
    for (int k = 0; k < x.length; k++) {
      double z = activated(Vectors.dot(w, x[k]));
      sum += values[k] * z;
      double rounding = Math.sqrt(size * Vectors.dot(x[k], x[k])) * 2 * UNIT * (w.length + 4);
      error +=
          radii[k] * (Math.abs(z) + rounding)
              + Math.abs(values[k]) * (rounding + UNIT * (x.length + 2) * Math.abs(z));
    }
    return new Ball(sum, error);
  }

  /** A gradient of g at w: the sum of {@code r_k x_k}, gated. */
  double[] pull(double[] w) {
    double[] pull = new double[w.length];
    for (int k = 0; k < x.length; k++) {
      double gate = Vectors.dot(w, x[k]) > 0 ? 1 : slope;
      for (int i = 0; i < pull.length; i++) {
        pull[i] += gate * values[k] * x[k][i];
      }
    }
    return pull;
  }

  double activated(double z) {
    return z > 0 ? z : slope * z;
  }

  /**
   * What the loss gains when the outputs change.
   *
   * @param by n numbers
   * @param errors of these, n numbers
   */
  Ball gain(double[] by, double[] errors) {
    double first = 0;
    double second = 0;
    double error = 0;
    for (int k = 0; k < by.length; k++) {
      double step = Math.abs(by[k]);
      double most = step + errors[k];
      first += values[k] * by[k];
      second += by[k] * by[k];
      error += 2 * radii[k] * most + errors[k] * (2 * Math.abs(values[k]) + step + most);
      error += UNIT * (by.length + 16) * step * (2 * Math.abs(values[k]) + step);
    }
    return new Ball(factor * (second - 2 * first), factor * error);
  }
}
