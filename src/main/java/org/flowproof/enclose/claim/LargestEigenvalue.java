package org.flowproof.enclose.claim;

import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.Matrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The largest eigenvalue of the second-moment matrix {@code A = X'X/n}, enclosed.
 *
 * <p>Eigenvectors from floating point are taken as some matrix Q. With {@code G = Q'AQ} and {@code
 * M = Q'Q}, the largest eigenvalue is at most every number {@code l >= 0} for which {@code l M - G}
 * is diagonally dominant with nonnegative diagonal while M is strictly so (which makes Q
 * invertible); it is at least the Rayleigh quotient of the first column of Q.
 */
public final class LargestEigenvalue {
  private LargestEigenvalue() {}

  /**
   * The largest eigenvalue for samples as rows.
   *
   * @throws NoValueException when the eigenvectors are too inaccurate to bound it
   */
  public static Interval ofSecondMoment(Matrix x) {
    int d = x.columns();
    double[][] rows = new double[x.rows()][];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = x.row(k);
    }
    RealMatrix samples = MatrixUtils.createRealMatrix(rows);
    RealMatrix moment = samples.transposeMultiply(samples).scalarMultiply(1.0 / x.rows());
    double[][] q = new EigenDecompositionSymmetric(moment).getV().getData();
    // rows of XQ, so that G is a sum of their products
    Interval[][] images = new Interval[x.rows()][d];
    for (int k = 0; k < x.rows(); k++) {
      for (int c = 0; c < d; c++) {
        Interval sum = Interval.ZERO;
        for (int i = 0; i < d; i++) {
          sum = sum.plus(Interval.of(q[i][c]).times(x.get(k, i)));
        }
        images[k][c] = sum;
      }
    }
    Interval[][] directions = new Interval[d][d];
    for (int i = 0; i < d; i++) {
      for (int c = 0; c < d; c++) {
        directions[i][c] = Interval.of(q[i][c]);
      }
    }
    Interval count = Interval.of(x.rows());
    double upper = 0;
    for (int c = 0; c < d; c++) {
      double large = product(images, c, c).divide(count).upper();
      Interval small = product(directions, c, c);
      for (int e = 0; e < d; e++) {
        if (e != c) {
          large = Interval.of(large).plus(product(images, c, e).divide(count).magnitude()).upper();
          small = small.minus(product(directions, c, e).magnitude());
        }
      }
      if (!small.isPositive()) {
        throw new NoValueException("lambdaMax could not be enclosed");
      }
      upper = Math.max(upper, Interval.of(large).divide(Interval.of(small.lower())).upper());
    }
    double lower = product(images, 0, 0).divide(count).divide(product(directions, 0, 0)).lower();
    return Interval.of(Math.max(0, Math.min(lower, upper)), upper);
  }

  private static Interval product(Interval[][] rows, int c, int e) {
    Interval sum = Interval.ZERO;
    for (Interval[] row : rows) {
      sum = sum.plus(c == e ? row[c].square() : row[c].times(row[e]));
    }
    return sum;
  }
}
