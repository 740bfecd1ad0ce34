package org.flowproof.enclose.bound;

import org.flowproof.enclose.taylor.Bounds;

/**
 * The largest eigenvalue of a small Gram matrix, from above: a guess by power iteration, a little
 * more than which is shown to be no less by a Cholesky factor of the difference.
 */
final class LargestSquare {
  private static final int ITERATIONS = 40;
  private static final double[] MORE = {1e-10, 1e-7, 1e-4, 1e-2, 0.1};

  private LargestSquare() {}

  /**
   * At least the largest eigenvalue.
   *
   * @param gram symmetric, each entry within {@code (terms + 8)} roundoffs of a sum of products
   * @param trace of it, at least the Frobenius norm of those sums of absolute products
   */
  static double of(double[][] gram, double trace, int terms) {
    double guess = guess(gram);
    for (double more : MORE) {
      double candidate = guess * (1 + more);
      if (Cholesky.exceeds(candidate, gram, trace, terms)) {
        return candidate;
      }
    }
    return Bounds.up(trace * (1 + (terms + 8) * Bounds.ROUNDOFF));
  }

  private static double guess(double[][] gram) {
    int size = gram.length;
    double[] v = new double[size];
    int largest = 0;
    for (int i = 1; i < size; i++) {
      largest = gram[i][i] > gram[largest][largest] ? i : largest;
    }
    System.arraycopy(gram[largest], 0, v, 0, size);
    double value = gram[largest][largest];
    for (int count = 0; count < ITERATIONS; count++) {
      double[] next = new double[size];
      double squares = 0;
      double before = 0;
      for (int i = 0; i < size; i++) {
        for (int l = 0; l < size; l++) {
          next[i] += gram[i][l] * v[l];
        }
        squares += next[i] * next[i];
        before += v[i] * v[i];
      }
      value = Math.sqrt(squares / before);
      double length = Math.sqrt(squares);
      for (int i = 0; i < size; i++) {
        v[i] = next[i] / length;
      }
    }
    return value;
  }
}
