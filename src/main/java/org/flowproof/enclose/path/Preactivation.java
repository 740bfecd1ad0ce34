package org.flowproof.enclose.path;

import org.flowproof.enclose.taylor.Bounds;
import org.flowproof.enclose.taylor.Compensated;
import org.flowproof.enclose.taylor.Series;

/**
 * {@code <w_j, x_k>} along a step, with its first coefficient as good as in twice the precision.
 */
public final class Preactivation {
  private Preactivation() {}

  /** As a Taylor model. */
  public static Series of(double[] x, Series[] w) {
    int degree = w[0].degree();
    double[] c = new double[degree + 1];
    Compensated start = new Compensated();
    double rounding = 0;
    for (int i = 0; i < x.length; i++) {
      start.addProduct(x[i], w[i].coefficient(0));
      for (int l = 1; l <= degree; l++) {
        double part = x[i] * w[i].coefficient(l);
        c[l] += part;
        rounding += Math.abs(part);
      }
    }
    c[0] = start.value();
    return Series.of(
        c, Bounds.up(start.error() + (x.length + 1) * Bounds.ROUNDOFF * Bounds.up(rounding)));
  }

  /** At least the derivative by s. */
  public static double slope(double[] x, Series[] w) {
    double sum = 0;
    int degree = w[0].degree();
    for (int l = 1; l <= degree; l++) {
      double exact = 0;
      double size = 0;
      for (int i = 0; i < x.length; i++) {
        double part = x[i] * w[i].coefficient(l);
        exact += part;
        size += Math.abs(part);
      }
      sum += l * (Math.abs(exact) + (x.length + 1) * Bounds.ROUNDOFF * size);
    }
    return Bounds.up(sum);
  }
}
