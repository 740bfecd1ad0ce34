package org.flowproof.flow.structured;

import org.flowproof.flow.HeldLines;
import org.flowproof.flow.KinkLines;
import org.flowproof.flow.PackedState;
import org.flowproof.flow.Pattern;

/** A state inside a macro step; gates on held lines follow from its residuals. */
final class WalkedState extends PackedState {
  private final Setup setup;
  private final TimeBasis basis;
  private final Neurons there;
  private final Tape.Step step;
  private final double tau;
  private final double[] errorOfA;
  private final double[] errorOfW;
  private LineForces forces;

  /**
   * A state.
   *
   * @param there kept, not copied
   * @param step in which it lies
   * @param tau scaled time in that step
   */
  WalkedState(
      Setup setup,
      TimeBasis basis,
      double time,
      Neurons there,
      Tape.Step step,
      double tau,
      RunErrors errors) {
    super(setup.problem, time, there.packed());
    this.setup = setup;
    this.basis = basis;
    this.there = there;
    this.step = step;
    this.tau = tau;
    errorOfA = errors.ofA(time);
    errorOfW = errors.ofW(time);
  }

  @Override
  public double gate(int neuron, int sample) {
    KinkLines lines = setup.lines;
    int line = lines.lineOf(sample);
    if (line < 0) {
      return setup.slope;
    }
    boolean along = lines.coefficient(sample) > 0;
    int side = there.side(neuron, line);
    if (side != 0) {
      return side > 0 == along ? 1 : setup.slope;
    }
    double theta = heldGate(neuron, line);
    return along ? theta : 1 + setup.slope - theta;
  }

  private synchronized double heldGate(int neuron, int line) {
    if (forces == null) {
      forces = new LineForces(setup, basis, 1);
      forces.set(step.residuals(), step.length());
    }
    byte[] row = there.row(neuron, setup.lineCount);
    Pattern pattern = Pattern.of(setup.lines, setup.slope, new byte[][] {row});
    double[] gates = HeldLines.gates(forces.at(tau), pattern, 0);
    return gates[there.held[neuron].indexOf(line)];
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
