package org.flowproof.flow;

import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Problem;

/**
 * The residual that drives the dynamics: {@code r_k = -n dL/dh_k}, so that {@code D_j = (1/n) sum_k
 * s_jk r_k x_k} for every loss; {@code r_k = y_k} for the early-alignment equation.
 */
public final class Residuals {
  private final double[] y;
  private final Loss.Kind kind;
  private final boolean labelsOnly;
  private final double factor;
  private final boolean smooth;

  private Residuals(Problem problem) {
    y = problem.data().y().toArray();
    kind = problem.loss().kind();
    factor = problem.loss().factor().value(y.length);
    labelsOnly =
        problem.dynamics() instanceof Dynamics.Flow flow
            && flow.residual() == Dynamics.Residual.LABELS;
    smooth = problem.network().activation() instanceof Activation.Smooth;
  }

  public static Residuals of(Problem problem) {
    return new Residuals(problem);
  }

  /** Whether the activation is smooth, so that there are no kinks. */
  public boolean smoothActivation() {
    return smooth;
  }

  public int count() {
    return y.length;
  }

  /** The residual of a sample (0-based) at an output. */
  public double residual(int k, double h) {
    if (labelsOnly) {
      return y[k];
    }
    double scale = factor * y.length;
    if (kind == Loss.Kind.SQUARED) {
      return 2 * scale * (y[k] - h);
    }
    double grown = Math.exp(y[k] * h);
    return kind == Loss.Kind.LOGISTIC ? scale * y[k] / (1 + grown) : scale * y[k] / grown;
  }

  /** The derivative of {@link #residual} by the output. */
  public double residualSlope(int k, double h) {
    if (labelsOnly) {
      return 0;
    }
    double scale = factor * y.length;
    if (kind == Loss.Kind.SQUARED) {
      return -2 * scale;
    }
    if (kind == Loss.Kind.EXPONENTIAL) {
      return -scale * y[k] * y[k] * Math.exp(-y[k] * h);
    }
    double grown = Math.exp(-Math.abs(y[k] * h));
    return -scale * y[k] * y[k] * grown / ((1 + grown) * (1 + grown));
  }

  /**
   * The error of {@link #residual} per relative error of the weights.
   *
   * @param reach the sum over neurons of what a relative error of each moves the output by; the
   *     output itself may be far smaller, since neurons cancel
   */
  public double gross(int k, double h, double reach) {
    if (labelsOnly) {
      return 0;
    }
    double scale = factor * y.length;
    if (kind == Loss.Kind.SQUARED) {
      return 2 * scale * (Math.abs(y[k]) + Math.max(Math.abs(h), reach));
    }
    return Math.abs(residual(k, h)) * (1 + Math.abs(y[k]) * Math.max(Math.abs(h), reach));
  }

  /** The term of one sample in the loss, factor included. */
  public double lossTerm(int k, double h) {
    if (kind == Loss.Kind.SQUARED) {
      return factor * (y[k] - h) * (y[k] - h);
    }
    double q = y[k] * h;
    if (kind == Loss.Kind.EXPONENTIAL) {
      return factor * Math.exp(-q);
    }
    return factor * (Math.max(-q, 0) + Math.log1p(Math.exp(-Math.abs(q))));
  }
}
