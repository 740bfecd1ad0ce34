package org.flowproof.flow.limit;

import org.flowproof.flow.State;

/** Weights and gates at infinite time. */
final class LimitState implements State {
  private final double[] a;
  private final double[][] w;
  private final double[][] gates;
  private final double[] errors;
  private final boolean outputFixed;

  LimitState(double[] a, double[][] w, double[][] gates, double[] errors, boolean outputFixed) {
    this.a = a;
    this.w = w;
    this.gates = gates;
    this.errors = errors;
    this.outputFixed = outputFixed;
  }

  @Override
  public double time() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double a(int neuron) {
    return a[neuron];
  }

  @Override
  public double w(int neuron, int coordinate) {
    return w[neuron][coordinate];
  }

  @Override
  public double gate(int neuron, int sample) {
    return gates[neuron][sample];
  }

  @Override
  public double errorOfA(int neuron) {
    return outputFixed ? 0 : errors[neuron];
  }

  @Override
  public double errorOfW(int neuron) {
    return errors[neuron];
  }
}
