package org.flowproof.enclose.bound;

import java.util.Optional;
import org.flowproof.enclose.taylor.Bounds;

/**
 * A triangular factor of a matrix that is surely no less than the one meant. In doubles the factor
 * is one of a matrix nearby (Higham, Accuracy and Stability of Numerical Algorithms, theorem 10.3:
 * {@code |L L' - S| <= gamma |L| |L'|}, of which the Frobenius norm is at most gamma times the
 * trace); a multiple of the identity is added first that outweighs this and the rounding of S.
 */
final class Cholesky {
  private Cholesky() {}

  /**
   * A factor L with {@code L L' >= S}.
   *
   * @param s lower half of S, each entry within {@code (terms + 8)} roundoffs of a sum of products
   *     of which the Frobenius norm is at most the trace; overwritten
   * @param trace of S, at least 0
   * @return empty when S is too near to a singular matrix, or not finite
   */
  static Optional<double[][]> above(double[][] s, double trace, int terms) {
    double added = rounding(s.length, terms, trace);
    for (int i = 0; i < s.length; i++) {
      s[i][i] += added;
    }
    return factored(s) ? Optional.of(s) : Optional.empty();
  }

  /**
   * Whether a multiple of the identity is surely larger than a matrix.
   *
   * @param s symmetric, rounded as in {@link #above}
   * @param trace of S
   */
  static boolean exceeds(double multiple, double[][] s, double trace, int terms) {
    int size = s.length;
    double[][] rest = new double[size][size];
    double taken = rounding(size, terms, size * multiple + trace);
    for (int i = 0; i < size; i++) {
      for (int l = 0; l <= i; l++) {
        rest[i][l] = (i == l ? multiple - taken : 0) - s[i][l];
      }
    }
    return factored(rest);
  }

  private static double rounding(int size, int terms, double trace) {
    return Bounds.up(2 * (size + terms + 24.0) * Bounds.ROUNDOFF * trace);
  }

  private static boolean factored(double[][] s) {
    int size = s.length;
    for (int i = 0; i < size; i++) {
      for (int l = 0; l <= i; l++) {
        double sum = s[i][l];
        for (int c = 0; c < l; c++) {
          sum -= s[i][c] * s[l][c];
        }
        if (i > l) {
          s[i][l] = sum / s[l][l];
        } else if (sum > 0 && sum < Double.POSITIVE_INFINITY) {
          s[i][i] = Math.sqrt(sum);
        } else {
          return false;
        }
      }
    }
    return true;
  }
}
