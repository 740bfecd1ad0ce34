package org.flowproof.problem;

/**
 * A target {@code x -> output * sigma(<weight, x>)}.
 *
 * @param output not 0
 * @param weight length d, the bias coordinate last when there is one
 */
public record SingleNeuron(double output, Vec weight) {
  /** The value at a sample. */
  double at(Matrix x, int row, Activation activation) {
    double u = 0;
    for (int i = 0; i < weight.length(); i++) {
      u += weight.get(i) * (i < x.columns() ? x.get(row, i) : 1);
    }
    return output * activation.value(u);
  }
}
