package org.flowproof.check.outcome;

import org.flowproof.flow.State;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * How fast neurons move at one state, with {@code D_j = 2 c sum_k s_jk r_k x_k} for the squared
 * loss with factor c and the gates s of the state.
 *
 * @param gradientNorm {@code sqrt(sum_j a_j^2 |D_j|^2 + <w_j, D_j>^2)}; with fixed output weights
 *     without the second term
 * @param fastest 0-based neuron whose size {@code |(a_j, w_j)|} grows at the highest rate; -1 when
 *     none grows
 * @param rate the logarithmic derivative of its size; 0 when none grows
 */
record Speeds(double gradientNorm, int fastest, double rate) {

  /** Reads a state. */
  static Speeds of(Problem problem, State state) {
    boolean both = problem.network().trained() == Network.Trained.BOTH;
    double[] weights = Outputs.of(problem, state);
    double factor = 2 * problem.loss().factor().value(weights.length);
    for (int k = 0; k < weights.length; k++) {
      weights[k] = factor * (problem.data().y().get(k) - weights[k]);
    }
    double squares = 0;
    int fastest = -1;
    double rate = 0;
    for (int j = 0; j < problem.network().width(); j++) {
      double[] pull = pull(problem, state, j, weights);
      double along = 0;
      double length = 0;
      double size = both ? state.a(j) * state.a(j) : 0;
      for (int i = 0; i < pull.length; i++) {
        along += state.w(j, i) * pull[i];
        length += pull[i] * pull[i];
        size += state.w(j, i) * state.w(j, i);
      }
      squares += state.a(j) * state.a(j) * length + (both ? along * along : 0);
      // both layers contribute a_j <w_j, D_j> to half the derivative of the squared size
      double growth = (both ? 2 : 1) * state.a(j) * along / size;
      if (size > 0 && growth > rate) {
        rate = growth;
        fastest = j;
      }
    }
    return new Speeds(Math.sqrt(squares), fastest, rate);
  }

  private static double[] pull(Problem problem, State state, int j, double[] weights) {
    double[] pull = new double[problem.data().d()];
    for (int k = 0; k < weights.length; k++) {
      double weight = state.gate(j, k) * weights[k];
      for (int i = 0; i < pull.length; i++) {
        pull[i] += weight * problem.data().x().get(k, i);
      }
    }
    return pull;
  }
}
