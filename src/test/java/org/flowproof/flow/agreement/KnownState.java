package org.flowproof.flow.agreement;

import org.flowproof.flow.OracleProblem;
import org.flowproof.flow.State;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Vec;

/**
 * A state known beyond double precision: its error is the rounding of the numbers. Has no gates.
 *
 * @param a output weights
 * @param w hidden weights
 */
record KnownState(double time, Vec a, Matrix w) implements State {

  KnownState(OracleProblem.Answer answer) {
    this(answer.t(), answer.a(), answer.w());
  }

  @Override
  public double a(int neuron) {
    return a.get(neuron);
  }

  @Override
  public double w(int neuron, int coordinate) {
    return w.get(neuron, coordinate);
  }

  @Override
  public double gate(int neuron, int sample) {
    throw new UnsupportedOperationException("no gates are known");
  }

  @Override
  public double errorOfA(int neuron) {
    return Math.ulp(a.get(neuron));
  }

  @Override
  public double errorOfW(int neuron) {
    double largest = 0;
    for (double part : w.row(neuron)) {
      largest = Math.max(largest, Math.abs(part));
    }
    return Math.ulp(largest);
  }
}
