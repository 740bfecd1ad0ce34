package org.flowproof.flow;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.problem.Vectors;

/** Gram-Schmidt with re-orthogonalization on a handful of vectors. */
public final class Orthonormal {
  private static final double DEPENDENT = 1e-10;

  private Orthonormal() {}

  /** An orthonormal basis of the span; vectors that depend on earlier ones are skipped. */
  public static double[][] basis(double[][] vectors) {
    List<double[]> basis = new ArrayList<>();
    for (double[] vector : vectors) {
      double before = Vectors.norm(vector);
      double[] rest = vector.clone();
      for (int pass = 0; pass < 2; pass++) {
        for (double[] q : basis) {
          remove(q, rest, 0);
        }
      }
      double after = Vectors.norm(rest);
      if (after > DEPENDENT * before) {
        for (int i = 0; i < rest.length; i++) {
          rest[i] /= after;
        }
        basis.add(rest);
      }
    }
    return basis.toArray(double[][]::new);
  }

  /** Removes from {@code into[start...]} its component along a unit vector. */
  public static void remove(double[] q, double[] into, int start) {
    double along = 0;
    for (int i = 0; i < q.length; i++) {
      along += q[i] * into[start + i];
    }
    for (int i = 0; i < q.length; i++) {
      into[start + i] -= along * q[i];
    }
  }

  /**
   * Coefficients x with {@code sum_i x_i columns_i} closest to {@code target}, for independent
   * columns; a column that depends on earlier ones gets coefficient 0.
   */
  public static double[] leastSquares(double[][] columns, double[] target) {
    int count = columns.length;
    double[][] q = new double[count][];
    double[][] r = new double[count][count];
    for (int c = 0; c < count; c++) {
      double[] rest = columns[c].clone();
      for (int pass = 0; pass < 2; pass++) {
        for (int p = 0; p < c; p++) {
          if (q[p] != null) {
            r[p][c] += Vectors.dot(q[p], rest);
            remove(q[p], rest, 0);
          }
        }
      }
      double length = Vectors.norm(rest);
      if (length > DEPENDENT * Vectors.norm(columns[c])) {
        r[c][c] = length;
        for (int i = 0; i < rest.length; i++) {
          rest[i] /= length;
        }
        q[c] = rest;
      }
    }
    double[] x = new double[count];
    for (int c = count - 1; c >= 0; c--) {
      if (q[c] != null) {
        double sum = Vectors.dot(q[c], target);
        for (int p = c + 1; p < count; p++) {
          sum -= r[c][p] * x[p];
        }
        x[c] = sum / r[c][c];
      }
    }
    return x;
  }
}
