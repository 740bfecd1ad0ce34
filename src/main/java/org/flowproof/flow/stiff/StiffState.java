package org.flowproof.flow.stiff;

import org.flowproof.flow.PackedState;
import org.flowproof.problem.Problem;

/** The state of a smooth network, with its errors; gates are slopes. */
final class StiffState extends PackedState {
  private final Errors errors;

  /** Of each output weight, and of each coordinate of each neuron's hidden weights. */
  static final class Errors {
    private final double[] ofA;
    private final double[] ofW;

    Errors(double[] ofA, double[] ofW) {
      this.ofA = ofA;
      this.ofW = ofW;
    }
  }

  /**
   * A state.
   *
   * @param y kept, not copied
   */
  StiffState(Problem problem, double time, double[] y, Errors errors) {
    super(problem, time, y);
    this.errors = errors;
  }

  @Override
  public double gate(int neuron, int sample) {
    return declaredGate(neuron, sample);
  }

  @Override
  public double errorOfA(int neuron) {
    return errors.ofA[neuron];
  }

  @Override
  public double errorOfW(int neuron) {
    return errors.ofW[neuron];
  }
}
