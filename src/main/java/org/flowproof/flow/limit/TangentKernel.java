package org.flowproof.flow.limit;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.flowproof.problem.Vectors;

/**
 * The tangent kernel {@code K = J J^T} on the feature space, J being the derivative of the outputs
 * by the weights that move: {@code K = sum_g Phi_g (sum_j a_j^2 I + w_j w_j^T) Phi_g^T}, without
 * the second part when the output weights are fixed. The flow of the residual is {@code r' = -2 c K
 * r}, c the factor of the loss.
 */
final class TangentKernel {
  /** Rounding of eigenvalues relative to the largest, for each dimension. */
  private static final double ROUNDING = 4 * Math.ulp(1.0);

  private final double[] values;
  private final double[][] vectors;

  private TangentKernel(SymmetricEigen eigen) {
    values = eigen.values();
    vectors = eigen.vectors();
  }

  /** The kernel at given weights; the space must have at least one dimension. */
  static TangentKernel of(
      FeatureSpace space, List<PatternGroup> groups, double[] a, double[][] w, boolean both) {
    int rank = space.rank();
    DMatrixRMaj kernel = new DMatrixRMaj(rank, rank);
    for (PatternGroup group : groups) {
      int d = group.features()[0].length;
      double[][] moment = new double[d][d];
      for (int j : group.members()) {
        for (int i = 0; i < d; i++) {
          moment[i][i] += a[j] * a[j];
          for (int c = 0; both && c < d; c++) {
            moment[i][c] += w[j][i] * w[j][c];
          }
        }
      }
      double[][] reduced = new double[rank][d];
      for (int p = 0; p < rank; p++) {
        for (int k = 0; k < space.samples(); k++) {
          Vectors.add(space.basis()[p][k], group.features()[k], reduced[p]);
        }
      }
      for (int p = 0; p < rank; p++) {
        double[] row = new double[d];
        for (int i = 0; i < d; i++) {
          Vectors.add(reduced[p][i], moment[i], row);
        }
        for (int q = 0; q <= p; q++) {
          double part = Vectors.dot(row, reduced[q]);
          kernel.add(p, q, part);
          if (q != p) {
            kernel.add(q, p, part);
          }
        }
      }
    }
    return new TangentKernel(SymmetricEigen.of(kernel));
  }

  /** Eigenvalues, increasing; not to be changed. */
  double[] values() {
    return values;
  }

  /** Orthonormal eigenvectors in coordinates of the feature space; not to be changed. */
  double[][] vectors() {
    return vectors;
  }

  /** A lower bound on the smallest eigenvalue, rounding taken off; may be negative. */
  double smallest() {
    return values[0] - ROUNDING * values.length * largest();
  }

  /** The largest eigenvalue. */
  double largest() {
    return values[values.length - 1];
  }

  /** {@code K^-1 r} in coordinates of the feature space. */
  double[] solve(double[] coordinates) {
    double[] result = new double[coordinates.length];
    for (int i = 0; i < values.length; i++) {
      Vectors.add(Vectors.dot(vectors[i], coordinates) / values[i], vectors[i], result);
    }
    return result;
  }
}
