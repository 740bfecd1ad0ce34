package org.flowproof.check.recovery;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SmoothFunction;

/**
 * The derivatives of the outputs on the samples at all weights within a distance of some: their
 * values in the middle, restricted to some directions, and how far they are from these at most.
 */
final class TangentBox {
  private static final BallArithmetic ARITHMETIC = new BallArithmetic();

  private final double[] singular;
  private final double deviation;

  /**
   * Encloses them.
   *
   * @param theta the middle: outputs, then hidden weights neuron by neuron
   * @param radius of the ball of weights
   * @param directions orthonormal, q of them
   * @throws org.flowproof.formula.NoValueException when the activation cannot be enclosed there
   */
  TangentBox(Problem problem, double[] theta, double radius, double[][] directions) {
    DataSet data = problem.data();
    SmoothFunction sigma = ((Activation.Smooth) problem.network().activation()).function();
    int m = problem.network().width();
    int d = data.d();
    DMatrixRMaj middle = new DMatrixRMaj(data.n(), Math.max(1, directions.length));
    double squares = 0;
    for (int k = 0; k < data.n(); k++) {
      double[] row = new double[theta.length];
      for (int j = 0; j < m; j++) {
        Ball u = Ball.ZERO;
        for (int i = 0; i < d; i++) {
          Ball w = new Ball(theta[m + j * d + i], radius);
          u = ARITHMETIC.plus(u, ARITHMETIC.times(w, Ball.exact(data.x().get(k, i))));
        }
        Ball value = sigma.value(u);
        Ball slope = ARITHMETIC.times(new Ball(theta[j], radius), sigma.slope(u));
        row[j] = value.value();
        squares += value.radius() * value.radius();
        for (int i = 0; i < d; i++) {
          Ball entry = ARITHMETIC.times(slope, Ball.exact(data.x().get(k, i)));
          row[m + j * d + i] = entry.value();
          squares += entry.radius() * entry.radius();
        }
      }
      for (int c = 0; c < directions.length; c++) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
          sum += row[i] * directions[c][i];
        }
        middle.set(k, c, sum);
      }
    }
    singular = singular(middle);
    // the sums above and the decomposition round
    deviation = Math.sqrt(squares) * (1 + 1e-12) + 1e-12 * singular[0];
  }

  private static double[] singular(DMatrixRMaj matrix) {
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(matrix.getNumRows(), matrix.getNumCols(), false, false, true);
    if (!svd.decompose(matrix.copy())) {
      throw new ArithmeticException("no singular values");
    }
    double[] values =
        java.util.Arrays.copyOf(
            svd.getSingularValues(), Math.min(matrix.getNumRows(), matrix.getNumCols()));
    java.util.Arrays.sort(values);
    for (int i = 0; i < values.length / 2; i++) {
      double kept = values[i];
      values[i] = values[values.length - 1 - i];
      values[values.length - 1 - i] = kept;
    }
    return values;
  }

  /** The largest singular value in the middle. */
  double largest() {
    return singular[0];
  }

  /** The smallest of the {@code min(n, q)} singular values in the middle. */
  double smallest() {
    return singular[singular.length - 1];
  }

  /** Spectral distance of the derivatives anywhere in the ball from those in the middle. */
  double deviation() {
    return deviation;
  }
}
