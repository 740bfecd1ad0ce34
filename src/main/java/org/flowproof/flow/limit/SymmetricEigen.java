package org.flowproof.flow.limit;

import java.util.Arrays;
import java.util.Comparator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Eigenvalues of a symmetric matrix in increasing order, with orthonormal eigenvectors. */
final class SymmetricEigen {
  private final double[] values;
  private final double[][] vectors;

  private SymmetricEigen(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /**
   * Decomposes.
   *
   * @throws ArithmeticException when the iteration does not converge
   */
  static SymmetricEigen of(DMatrixRMaj matrix) {
    int size = matrix.getNumRows();
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(size, true, true);
    if (!decomposition.decompose(matrix.copy())) {
      throw new ArithmeticException("no eigenvalues of a " + size + " x " + size + " matrix");
    }
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> decomposition.getEigenvalue(i).getReal()));
    double[] values = new double[size];
    double[][] vectors = new double[size][];
    for (int i = 0; i < size; i++) {
      values[i] = decomposition.getEigenvalue(order[i]).getReal();
      vectors[i] = decomposition.getEigenVector(order[i]).getData().clone();
    }
    return new SymmetricEigen(values, vectors);
  }

  /** Not to be changed. */
  double[] values() {
    return values;
  }

  /** One for each value; not to be changed. */
  double[][] vectors() {
    return vectors;
  }

  /** Largest singular value of a matrix given by rows; 0 for a matrix without entries. */
  static double spectralNorm(double[][] rows) {
    if (rows.length == 0 || rows[0].length == 0) {
      return 0;
    }
    int d = rows[0].length;
    DMatrixRMaj gram = new DMatrixRMaj(d, d);
    for (double[] row : rows) {
      for (int i = 0; i < d; i++) {
        for (int c = 0; c < d; c++) {
          gram.add(i, c, row[i] * row[c]);
        }
      }
    }
    return Math.sqrt(Math.max(0, of(gram).values[d - 1]));
  }
}
