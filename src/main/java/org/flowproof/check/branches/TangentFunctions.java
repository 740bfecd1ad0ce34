package org.flowproof.check.branches;

import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.SmoothFunction;
import org.flowproof.problem.Weights;

/**
 * The partial derivatives of the outputs by all parameters, {@code sigma(<w_j, x_k>)} and {@code
 * a_j sigma'(<w_j, x_k>) x_k}, enclosed.
 */
final class TangentFunctions {
  private static final BallArithmetic ARITHMETIC = new BallArithmetic();

  private TangentFunctions() {}

  /**
   * The matrix at given weights.
   *
   * @return n x m(d+1)
   * @throws org.flowproof.formula.NoValueException when an entry cannot be enclosed
   */
  static Ball[][] at(DataSet data, SmoothFunction sigma, Weights theta) {
    int m = theta.a().length();
    int d = data.d();
    Ball[][] matrix = new Ball[data.n()][m * (d + 1)];
    for (int k = 0; k < data.n(); k++) {
      for (int j = 0; j < m; j++) {
        Ball u = Ball.ZERO;
        for (int i = 0; i < d; i++) {
          Ball x = Ball.exact(data.x().get(k, i));
          u = ARITHMETIC.plus(u, ARITHMETIC.times(Ball.exact(theta.w().get(j, i)), x));
        }
        Ball slope = ARITHMETIC.times(Ball.exact(theta.a().get(j)), sigma.slope(u));
        int first = j * (d + 1);
        matrix[k][first] = sigma.value(u);
        for (int i = 0; i < d; i++) {
          matrix[k][first + 1 + i] = ARITHMETIC.times(slope, Ball.exact(data.x().get(k, i)));
        }
      }
    }
    return matrix;
  }
}
