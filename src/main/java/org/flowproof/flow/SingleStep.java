package org.flowproof.flow;

/**
 * One explicit Runge-Kutta step without step control, in arrays that are used again. Stages that
 * only the error estimate or the next step would read are left out.
 */
final class SingleStep {

  /** The vector field; what it returns may be overwritten by its next call. */
  interface Field {
    double[] velocity(Pattern pattern, double[] state);
  }

  private final double[][] a;
  private final double[] b;
  private final Field field;
  private final double[][] slopes;
  private final double[] sum;

  /**
   * A step of a method.
   *
   * @param a its internal weights, row k for stage k + 1
   * @param b its weights
   */
  SingleStep(double[][] a, double[] b, Field field, int dimension) {
    this.a = a;
    this.b = b;
    this.field = field;
    int stages = b.length;
    while (b[stages - 1] == 0) {
      stages--;
    }
    slopes = new double[stages][dimension];
    sum = new double[dimension];
  }

  /** The state after a time {@code h}; the caller's. */
  double[] step(Pattern pattern, double[] state, double h) {
    double[] at = state.clone();
    for (int k = 0; k < slopes.length; k++) {
      if (k > 0) {
        move(state, a[k - 1], k, h, at);
      }
      System.arraycopy(field.velocity(pattern, at), 0, slopes[k], 0, sum.length);
    }
    move(state, b, slopes.length, h, at);
    return at;
  }

  private void move(double[] from, double[] weights, int count, double h, double[] into) {
    java.util.Arrays.fill(sum, 0);
    for (int k = 0; k < count; k++) {
      double weight = weights[k];
      double[] slope = slopes[k];
      if (weight != 0) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += weight * slope[i];
        }
      }
    }
    for (int i = 0; i < sum.length; i++) {
      into[i] = from[i] + h * sum[i];
    }
  }
}
