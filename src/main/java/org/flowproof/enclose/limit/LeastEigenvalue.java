package org.flowproof.enclose.limit;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.flowproof.enclose.interval.Interval;

/** A proven lower bound of the least eigenvalue of a symmetric matrix of intervals. */
final class LeastEigenvalue {
  /** Parts of the estimate that are tried, as rounding may cost some of it. */
  private static final double[] PARTS = {0.999, 0.9, 0.5, 0.1};

  private LeastEigenvalue() {}

  /** The bound, 0 when none above 0 is proven. */
  static double of(Interval[][] matrix) {
    double estimate = estimate(matrix);
    for (double part : PARTS) {
      double shift = part * estimate;
      if (shift > 0 && positiveDefinite(matrix, shift)) {
        return shift;
      }
    }
    return 0;
  }

  private static double estimate(Interval[][] matrix) {
    int p = matrix.length;
    DMatrixRMaj middle = new DMatrixRMaj(p, p);
    for (int i = 0; i < p; i++) {
      for (int l = 0; l < p; l++) {
        middle.set(i, l, matrix[i][l].midpoint());
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(p, false, true);
    if (!eigen.decompose(middle)) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < p; i++) {
      least = Math.min(least, eigen.getEigenvalue(i).getReal());
    }
    return Double.isFinite(least) ? least : 0;
  }

  /** Whether Cholesky's method in intervals finds {@code matrix - shift} positive definite. */
  static boolean positiveDefinite(Interval[][] matrix, double shift) {
    int p = matrix.length;
    Interval[][] lower = new Interval[p][p];
    for (int i = 0; i < p; i++) {
      for (int l = 0; l <= i; l++) {
        Interval sum = matrix[i][l];
        if (i == l) {
          sum = sum.minus(Interval.of(shift));
        }
        for (int k = 0; k < l; k++) {
          sum = sum.minus(i == l ? lower[i][k].square() : lower[i][k].times(lower[l][k]));
        }
        if (i == l) {
          if (!(sum.lower() > 0) || !Double.isFinite(sum.upper())) {
            return false;
          }
          lower[i][i] = sum.sqrt();
        } else {
          lower[i][l] = sum.divide(lower[l][l]);
        }
      }
    }
    return true;
  }
}
