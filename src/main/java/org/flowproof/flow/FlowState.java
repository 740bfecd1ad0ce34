package org.flowproof.flow;

import org.flowproof.problem.Activation;
import org.flowproof.problem.Problem;

/** The state of a flow at one time, with gates by its pattern. */
final class FlowState extends PackedState {
  private final Problem problem;
  private final double[] y;
  private final Pattern pattern;
  private final double[] errorOfA;
  private final double[] errorOfW;
  private double[][] heldGates;

  private FlowState(
      Problem problem,
      double time,
      double[] y,
      Pattern pattern,
      double[] errorOfA,
      double[] errorOfW) {
    super(problem, time, y);
    this.problem = problem;
    this.y = y;
    this.pattern = pattern;
    this.errorOfA = errorOfA;
    this.errorOfW = errorOfW;
  }

  /**
   * The state on a piece of dense output.
   *
   * @param time within the piece
   * @param errorsOfA of each output weight; kept, not copied
   * @param errorsOfW of each neuron's hidden weights; kept, not copied
   */
  static FlowState on(
      Problem problem, DensePiece piece, double time, double[] errorsOfA, double[] errorsOfW) {
    double[] y = piece.at(time);
    for (int j = 0; j < piece.pattern().neurons(); j++) {
      if (piece.pattern().held(j).length > 0) {
        piece.pattern().project(j, y);
      }
    }
    return new FlowState(problem, time, y, piece.pattern(), errorsOfA, errorsOfW);
  }

  @Override
  public double gate(int neuron, int sample) {
    if (problem.network().activation() instanceof Activation.Smooth) {
      return declaredGate(neuron, sample);
    }
    KinkLines lines = pattern.lines();
    int line = lines.lineOf(sample);
    if (line < 0) {
      return pattern.slope();
    }
    boolean along = lines.coefficient(sample) > 0;
    int side = pattern.side(neuron, line);
    if (side != 0) {
      return side > 0 == along ? 1 : pattern.slope();
    }
    double theta = heldGate(neuron, line);
    return along ? theta : 1 + pattern.slope() - theta;
  }

  private double heldGate(int neuron, int line) {
    double[] gates = heldGates(neuron);
    int[] held = pattern.held(neuron);
    for (int i = 0; i < held.length; i++) {
      if (held[i] == line) {
        return gates[i];
      }
    }
    throw new IllegalStateException("line " + line + " is not held");
  }

  /** The gates on held lines; one pass over the samples serves all neurons. */
  private synchronized double[] heldGates(int neuron) {
    if (heldGates == null) {
      FlowField field = new FlowField(problem, pattern.lines());
      field.prepare(y, pattern);
      heldGates = new double[pattern.neurons()][];
      for (int j = 0; j < heldGates.length; j++) {
        heldGates[j] = HeldLines.gates(field, pattern, j);
      }
    }
    return heldGates[neuron];
  }

  @Override
  public double errorOfA(int neuron) {
    return errorOfA[neuron];
  }

  @Override
  public double errorOfW(int neuron) {
    return errorOfW[neuron];
  }
}
