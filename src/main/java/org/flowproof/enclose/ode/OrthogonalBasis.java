package org.flowproof.enclose.ode;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.flowproof.problem.Vectors;

/** Nearly orthonormal columns in doubles; what is off is bounded by whoever uses them. */
final class OrthogonalBasis {
  private OrthogonalBasis() {}

  /**
   * Gram and Schmidt's process, twice, beginning with the longest column.
   *
   * @param matrix square, finite
   * @param lengths of the columns
   * @return square; where columns are dependent, unit vectors fill the gap
   */
  static double[][] of(double[][] matrix, double[] lengths) {
    int n = matrix.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer j) -> -lengths[j]))
            .mapToInt(j -> j)
            .toArray();
    double[][] rows = new double[n][];
    for (int c = 0; c < n; c++) {
      double[] candidate = new double[n];
      for (int i = 0; i < n; i++) {
        candidate[i] = matrix[i][order[c]];
      }
      rows[c] = against(rows, c, candidate);
      for (int e = 0; rows[c] == null; e++) {
        double[] unit = new double[n];
        unit[e] = 1;
        rows[c] = against(rows, c, unit);
      }
    }
    double[][] basis = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < n; c++) {
        basis[i][c] = rows[c][i];
      }
    }
    return basis;
  }

  /** The part orthogonal to the first rows, of length 1, or null when there is none to speak of. */
  private static double[] against(double[][] rows, int count, double[] vector) {
    double[] rest = scaled(vector);
    if (rest == null) {
      return null;
    }
    for (int pass = 0; pass < 2; pass++) {
      for (int c = 0; c < count; c++) {
        double dot = 0;
        for (int i = 0; i < rest.length; i++) {
          dot += rows[c][i] * rest[i];
        }
        for (int i = 0; i < rest.length; i++) {
          rest[i] -= dot * rows[c][i];
        }
      }
      double left = Vectors.norm(rest);
      if (!(left > 1e-12)) {
        return null;
      }
      rest = scaled(rest);
    }
    return rest;
  }

  private static double[] scaled(double[] vector) {
    double largest = Arrays.stream(vector).map(Math::abs).max().orElse(0);
    if (!(largest > 0) || !Double.isFinite(largest)) {
      return null;
    }
    double[] by = Arrays.stream(vector).map(x -> x / largest).toArray();
    double norm = Vectors.norm(by);
    return Arrays.stream(by).map(x -> x / norm).toArray();
  }
}
