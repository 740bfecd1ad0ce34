package org.flowproof.enclose.path;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;

/** Plain linear algebra whose results are proven elsewhere, or need no proof. */
final class SmallMatrix {
  private SmallMatrix() {}

  /** An approximate inverse, empty when there is none to be seen. */
  static Optional<double[][]> inverse(double[][] matrix) {
    DMatrixRMaj inverse = new DMatrixRMaj(matrix);
    if (!CommonOps_DDRM.invert(inverse) || MatrixFeatures_DDRM.hasUncountable(inverse)) {
      return Optional.empty();
    }
    int s = matrix.length;
    double[][] result = new double[s][s];
    for (int p = 0; p < s; p++) {
      for (int q = 0; q < s; q++) {
        result[p][q] = inverse.get(p, q);
      }
    }
    return Optional.of(result);
  }
}
