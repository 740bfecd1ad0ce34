package org.flowproof.flow.limit;

import java.util.Arrays;
import java.util.Comparator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** A thin singular value decomposition, values decreasing, with one pair of vectors for each. */
final class ThinSingular {
  private final double[] values;
  private final double[][] left;
  private final double[][] right;

  private ThinSingular(double[] values, double[][] left, double[][] right) {
    this.values = values;
    this.left = left;
    this.right = right;
  }

  /** The decomposition of a matrix without columns. */
  static ThinSingular empty() {
    return new ThinSingular(new double[0], new double[0][], new double[0][]);
  }

  /**
   * Decomposes.
   *
   * @throws ArithmeticException when the iteration does not converge
   */
  static ThinSingular of(DMatrixRMaj matrix) {
    int rows = matrix.getNumRows();
    int columns = matrix.getNumCols();
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(rows, columns, true, true, true);
    if (!svd.decompose(matrix.copy())) {
      throw new ArithmeticException(
          "no singular values of a " + rows + " x " + columns + " matrix");
    }
    DMatrixRMaj u = svd.getU(null, true);
    DMatrixRMaj v = svd.getV(null, true);
    double[] raw = svd.getSingularValues();
    int count = Math.min(rows, columns);
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -raw[i]));
    double[] values = new double[count];
    double[][] left = new double[count][];
    double[][] right = new double[count][];
    for (int i = 0; i < count; i++) {
      values[i] = raw[order[i]];
      left[i] = CommonOps_DDRM.extractRow(u, order[i], null).getData().clone();
      right[i] = CommonOps_DDRM.extractRow(v, order[i], null).getData().clone();
    }
    return new ThinSingular(values, left, right);
  }

  /** Not to be changed. */
  double[] values() {
    return values;
  }

  /** Not to be changed. */
  double[][] left() {
    return left;
  }

  /** Not to be changed. */
  double[][] right() {
    return right;
  }
}
