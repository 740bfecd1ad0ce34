package org.flowproof.check.margins;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.flowproof.problem.Vectors;

/**
 * The stable ranks of the hidden weights, always of a matrix that is named.
 *
 * @param positive of {@code W_+1}, the rows of neurons with positive output weight
 * @param negative of {@code W_-1}, those with negative output weight
 * @param whole of all rows
 */
public record Ranks(StableRank positive, StableRank negative, StableRank whole) {

  /**
   * The stable rank {@code |W|_F^2 / |W|_2^2} of one matrix.
   *
   * @param value NaN for a matrix that is zero or has no rows
   * @param error absolute
   * @param norm the Frobenius norm
   * @param largest the largest singular value
   */
  public record StableRank(double value, double error, double norm, double largest) {}

  /**
   * Of rows {@code m x d}.
   *
   * @param signs positive for the rows of the first class, negative for the second; rows with 0
   *     belong to the whole only
   * @param error Frobenius norm of the error of all rows
   * @throws ArithmeticException when the eigenvalue iteration does not converge
   */
  static Ranks of(double[] rows, int d, double[] signs, double error) {
    return new Ranks(
        of(rows, d, IntStream.range(0, signs.length).filter(j -> signs[j] > 0).toArray(), error),
        of(rows, d, IntStream.range(0, signs.length).filter(j -> signs[j] < 0).toArray(), error),
        of(rows, d, IntStream.range(0, signs.length).toArray(), error));
  }

  private static StableRank of(double[] rows, int d, int[] which, double error) {
    DMatrixRMaj matrix = matrix(rows, d, which);
    double norm = Vectors.safeNorm(matrix.getData());
    if (norm == 0) {
      return new StableRank(Double.NaN, Double.NaN, 0, 0);
    }
    CommonOps_DDRM.scale(1 / norm, matrix);
    int size = Math.min(which.length, d);
    DMatrixRMaj gram = new DMatrixRMaj(size, size);
    if (which.length <= d) {
      CommonOps_DDRM.multTransB(matrix, matrix, gram);
    } else {
      CommonOps_DDRM.multTransA(matrix, matrix, gram);
    }
    // the squares of the singular values are shares that add to 1
    double share = Math.min(1, largestEigenvalue(gram));
    double largest = norm * Math.sqrt(share);
    double value = 1 / share;
    double relative = 2 * (error / norm + error / largest) + 32 * size * Math.ulp(1.0);
    return new StableRank(value, value * relative, norm, largest);
  }

  static DMatrixRMaj matrix(double[] rows, int d, int[] which) {
    DMatrixRMaj matrix = new DMatrixRMaj(which.length, d);
    for (int i = 0; i < which.length; i++) {
      System.arraycopy(rows, which[i] * d, matrix.getData(), i * d, d);
    }
    return matrix;
  }

  private static double largestEigenvalue(DMatrixRMaj gram) {
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(gram.getNumRows(), false, true);
    if (!decomposition.decompose(gram)) {
      throw new ArithmeticException("no singular values of the hidden weights");
    }
    double largest = 0;
    for (int i = 0; i < decomposition.getNumberOfEigenvalues(); i++) {
      largest = Math.max(largest, decomposition.getEigenvalue(i).getReal());
    }
    return largest;
  }
}
