package org.flowproof.problem;

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
}
