package org.flowproof.flow;

import org.flowproof.problem.Problem;

/** A state read from one vector: the output weights, then the hidden weights neuron by neuron. */
public abstract class PackedState implements State {
  private final Problem problem;
  private final double time;
  private final double[] y;

  /**
   * @param y {@code m + m * d} numbers; kept, not copied
   */
  protected PackedState(Problem problem, double time, double[] y) {
    this.problem = problem;
    this.time = time;
    this.y = y;
  }

  @Override
  public final double time() {
    return time;
  }

  @Override
  public final double a(int neuron) {
    return y[neuron];
  }

  @Override
  public final double w(int neuron, int coordinate) {
    return y[problem.network().width() + neuron * problem.data().d() + coordinate];
  }

  /** The derivative of the activation at the neuron's preactivation, 0 taken as declared. */
  protected final double declaredGate(int neuron, int sample) {
    double u = 0;
    for (int i = 0; i < problem.data().d(); i++) {
      u += w(neuron, i) * problem.data().x().get(sample, i);
    }
    return problem.network().activation().slope(u);
  }
}
