package org.flowproof.problem;

import java.util.Arrays;

/**
 * The weights of all neurons.
 *
 * @param w hidden weights as rows, {@code m x d}
 * @param a output weights, length m
 */
public record Weights(Matrix w, Vec a) {
  public Weights {
    if (w.rows() != a.length()) {
      throw new IllegalArgumentException(
          w.rows() + " hidden weight vectors but " + a.length() + " output weights");
    }
  }

  /** All weights times a factor. */
  public Weights times(double factor) {
    double[] hidden = Arrays.stream(w.toRowMajor()).map(v -> factor * v).toArray();
    double[] output = Arrays.stream(a.toArray()).map(v -> factor * v).toArray();
    return new Weights(Matrix.ofRowMajor(w.rows(), w.columns(), hidden), Vec.of(output));
  }
}
