package org.flowproof.check.outcome;

import org.flowproof.flow.State;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/** Outputs and velocity of a network at one state. */
final class Outputs {
  private Outputs() {}

  /** Outputs at the training samples. */
  static double[] of(Problem problem, State state) {
    double[] outputs = new double[problem.data().n()];
    for (int k = 0; k < outputs.length; k++) {
      outputs[k] = at(problem, state, problem.data().x().row(k));
    }
    return outputs;
  }

  /** The output at any point. */
  static double at(Problem problem, State state, double[] x) {
    double sum = 0;
    for (int j = 0; j < problem.network().width(); j++) {
      sum += state.a(j) * activate(problem.network().activation(), along(state, j, x));
    }
    return sum;
  }

  private static double along(State state, int j, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += state.w(j, i) * x[i];
    }
    return sum;
  }

  private static double activate(Activation activation, double u) {
    if (activation instanceof Activation.Leaky leaky) {
      return u > 0 ? u : leaky.slope() * u;
    }
    return Math.tanh(u);
  }

  /**
   * The norm of the gradient that the dynamics follows: {@code sqrt(sum_j a_j^2 |D_j|^2 + <w_j,
   * D_j>^2)} with both layers trained, for the squared loss.
   */
  static double gradientNorm(Problem problem, State state) {
    int n = problem.data().n();
    int d = problem.data().d();
    double factor = 2 * problem.loss().factor().value(n);
    double[] outputs = of(problem, state);
    boolean both = problem.network().trained() == Network.Trained.BOTH;
    double squares = 0;
    for (int j = 0; j < problem.network().width(); j++) {
      double[] pull = new double[d];
      for (int k = 0; k < n; k++) {
        double r = problem.data().y().get(k) - outputs[k];
        double weight = factor * state.gate(j, k) * r;
        for (int i = 0; i < d; i++) {
          pull[i] += weight * problem.data().x().get(k, i);
        }
      }
      double along = 0;
      double length = 0;
      for (int i = 0; i < d; i++) {
        along += state.w(j, i) * pull[i];
        length += pull[i] * pull[i];
      }
      squares += state.a(j) * state.a(j) * length + (both ? along * along : 0);
    }
    return Math.sqrt(squares);
  }
}
