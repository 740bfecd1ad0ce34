package org.flowproof.check.recovery;

import org.flowproof.problem.Problem;

/** The residuals of a network on its samples. */
final class Residual {
  private Residual() {}

  /** The Euclidean norm of outputs less labels. */
  static double norm(Problem problem, double[] theta) {
    int m = problem.network().width();
    int d = problem.data().d();
    double sum = 0;
    for (int k = 0; k < problem.data().n(); k++) {
      double off = -problem.data().y().get(k);
      for (int j = 0; j < m; j++) {
        double u = 0;
        for (int i = 0; i < d; i++) {
          u += theta[m + j * d + i] * problem.data().x().get(k, i);
        }
        off += theta[j] * problem.network().activation().value(u);
      }
      sum += off * off;
    }
    return Math.sqrt(sum);
  }
}
