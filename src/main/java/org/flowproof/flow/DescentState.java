package org.flowproof.flow;

import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/** One iterate of gradient descent. */
final class DescentState extends PackedState {
  static final String ERROR_METHOD =
      "exact iteration; rounding only, 8 units in the last place times the root of the"
          + " iteration count";

  /** Rounding of one iteration relative to the neuron; iterations add like a random walk. */
  private static final double ROUNDING = 8 * Math.ulp(1.0);

  private final Problem problem;
  private final long iteration;

  /**
   * An iterate.
   *
   * @param time asked for; the iterate stays until the next one
   * @param y weights; kept, not copied
   */
  DescentState(Problem problem, double time, double[] y, long iteration) {
    super(problem, time, y);
    this.problem = problem;
    this.iteration = iteration;
  }

  @Override
  public double gate(int neuron, int sample) {
    return declaredGate(neuron, sample);
  }

  @Override
  public double errorOfA(int neuron) {
    return problem.network().trained() == Network.Trained.FIRST ? 0 : errorOfW(neuron);
  }

  @Override
  public double errorOfW(int neuron) {
    double sum = a(neuron) * a(neuron);
    for (int i = 0; i < problem.data().d(); i++) {
      sum += w(neuron, i) * w(neuron, i);
    }
    return ROUNDING * Math.sqrt((double) iteration * sum);
  }
}
