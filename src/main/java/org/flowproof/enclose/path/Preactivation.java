package org.flowproof.enclose.path;

import org.flowproof.enclose.taylor.Bounds;
import org.flowproof.enclose.taylor.Compensated;
import org.flowproof.enclose.taylor.Series;

/** {@code <w_j, x_k>} along a step, with coefficients as good as in twice the precision. */
public final class Preactivation {
  private Preactivation() {}

  /** As a Taylor model. */
  public static Series of(double[] x, Series[] w) {
    int degree = w[0].degree();
    double[] c = new double[degree + 1];
    double[] rests = new double[degree + 1];
    double error = 0;
    for (int l = 0; l <= degree; l++) {
      Compensated sum = coefficient(x, w, l);
      c[l] = sum.value();
      rests[l] = sum.rest();
      error += sum.restError();
    }
    return Series.of(c, rests, Bounds.up(error));
  }

  /** At least the derivative by s. */
  public static double slope(double[] x, Series[] w) {
    double sum = 0;
    for (int l = 1; l <= w[0].degree(); l++) {
      Compensated one = coefficient(x, w, l);
      sum += l * (Math.abs(one.value()) + one.error());
    }
    return Bounds.up(sum);
  }

  private static Compensated coefficient(double[] x, Series[] w, int l) {
    Compensated sum = new Compensated();
    for (int i = 0; i < x.length; i++) {
      sum.addProduct(x[i], w[i].coefficient(l));
      if (l < w[i].pairs()) {
        sum.addProduct(x[i], w[i].rest(l));
      }
    }
    return sum;
  }
}
