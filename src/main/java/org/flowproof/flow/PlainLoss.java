package org.flowproof.flow;

import org.flowproof.problem.Activation;
import org.flowproof.problem.Problem;

/** The loss at a state, by its formula. */
public final class PlainLoss {
  private PlainLoss() {}

  /**
   * The loss, factor included.
   *
   * @param y output weights, then hidden weights neuron by neuron
   */
  public static double of(Problem problem, double[] y) {
    Residuals residuals = Residuals.of(problem);
    Activation activation = problem.network().activation();
    int m = problem.network().width();
    int d = problem.data().d();
    double[] x = problem.data().x().toRowMajor();
    double sum = 0;
    for (int k = 0; k < problem.data().n(); k++) {
      double h = 0;
      for (int j = 0; j < m; j++) {
        double u = 0;
        for (int i = 0; i < d; i++) {
          u += y[m + j * d + i] * x[k * d + i];
        }
        h += y[j] * activation.value(u);
      }
      sum += residuals.lossTerm(k, h);
    }
    return sum;
  }
}
