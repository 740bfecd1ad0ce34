package org.flowproof.flow;

import org.flowproof.problem.Activation;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/** One iteration of gradient descent on the state {@code (a, w)}. One instance for each thread. */
final class DescentStep {
  private final Residuals residuals;
  private final Activation activation;
  private final boolean trainOutput;
  private final int m;
  private final int n;
  private final int d;
  private final double[] x;
  private final double[] preactivations;
  private final double[] velocity;
  private final double[] outputs;

  DescentStep(Problem problem) {
    residuals = Residuals.of(problem);
    activation = problem.network().activation();
    trainOutput = problem.network().trained() == Network.Trained.BOTH;
    m = problem.network().width();
    n = problem.data().n();
    d = problem.data().d();
    x = problem.data().x().toRowMajor();
    preactivations = new double[m * n];
    velocity = new double[m * (d + 1)];
    outputs = new double[n];
  }

  /** Computes preactivations and the velocity at a state; both not to be changed. */
  double[] velocity(double[] y) {
    java.util.Arrays.fill(velocity, 0);
    for (int k = 0; k < n; k++) {
      double h = 0;
      for (int j = 0; j < m; j++) {
        double u = 0;
        for (int i = 0; i < d; i++) {
          u += y[m + j * d + i] * x[k * d + i];
        }
        preactivations[j * n + k] = u;
        h += y[j] * activation.value(u);
      }
      outputs[k] = h;
      double r = residuals.residual(k, h) / n;
      for (int j = 0; j < m; j++) {
        double u = preactivations[j * n + k];
        if (trainOutput) {
          velocity[j] += r * activation.value(u);
        }
        double pull = y[j] * r * activation.slope(u);
        if (pull != 0) {
          for (int i = 0; i < d; i++) {
            velocity[m + j * d + i] += pull * x[k * d + i];
          }
        }
      }
    }
    return velocity;
  }

  /** The preactivations {@code m x n} of the last {@link #velocity}; not to be changed. */
  double[] preactivations() {
    return preactivations;
  }

  /** The outputs at the samples of the last {@link #velocity}; not to be changed. */
  double[] outputs() {
    return outputs;
  }

  /** Moves the state one iteration on. */
  void advance(double[] y, double step) {
    double[] v = velocity(y);
    for (int i = 0; i < y.length; i++) {
      y[i] += step * v[i];
    }
  }
}
