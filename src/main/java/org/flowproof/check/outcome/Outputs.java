package org.flowproof.check.outcome;

import org.flowproof.flow.State;
import org.flowproof.problem.Problem;

/** Outputs of a network at one state. */
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
      sum += state.a(j) * problem.network().activation().value(along(state, j, x));
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
}
