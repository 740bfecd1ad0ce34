package org.flowproof.bench.kernels;

import java.util.Arrays;
import org.flowproof.problem.Problem;

/**
 * The right-hand side of the flow of {@code 1/(2n) sum (y - h)^2} for ReLU in plain Java: samples
 * as columns, one neuron after the other, loops over samples that the compiler can vectorise. The
 * counterpart of the C of the SUNDIALS peer, as a yardstick.
 */
public final class PlainField {
  private final int n;
  private final int m;
  private final int d;
  private final double[][] columns;
  private final double[] y;
  private final double[] a;
  private final double[] w;
  private final double[] u;
  private final double[] r;
  private final double[] velocity;

  /** Takes the initial weights of a problem as the state. */
  public PlainField(Problem problem) {
    n = problem.data().n();
    m = problem.network().width();
    d = problem.data().d();
    columns = new double[d][n];
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < n; k++) {
        columns[i][k] = problem.data().x().get(k, i);
      }
    }
    y = problem.data().y().toArray();
    a = problem.initial().a().toArray();
    w = problem.initial().w().toRowMajor();
    u = new double[n];
    r = new double[n];
    velocity = new double[m * (d + 1)];
  }

  /** Additions and multiplications of one evaluation, counted as in the C peer. */
  public double operations() {
    return (double) m * n * (6.0 * d + 2);
  }

  /** Residuals divided by n; the same array at each call. */
  public double[] residuals() {
    Arrays.fill(r, 0);
    for (int j = 0; j < m; j++) {
      preactivations(j);
      double output = a[j];
      for (int k = 0; k < n; k++) {
        r[k] += output * Math.max(u[k], 0);
      }
    }
    for (int k = 0; k < n; k++) {
      r[k] = (y[k] - r[k]) / n;
    }
    return r;
  }

  /** The velocity; the same array at each call. */
  public double[] velocity() {
    residuals();
    for (int j = 0; j < m; j++) {
      preactivations(j);
      for (int k = 0; k < n; k++) {
        u[k] = u[k] > 0 ? r[k] : 0;
      }
      double along = 0;
      for (int i = 0; i < d; i++) {
        double pull = dot(u, columns[i]);
        along += w[j * d + i] * pull;
        velocity[m + j * d + i] = a[j] * pull;
      }
      velocity[j] = along;
    }
    return velocity;
  }

  private void preactivations(int j) {
    Arrays.fill(u, 0);
    for (int i = 0; i < d; i++) {
      double factor = w[j * d + i];
      double[] column = columns[i];
      for (int k = 0; k < n; k++) {
        u[k] += factor * column[k];
      }
    }
  }

  /** Four partial sums, since the compiler may not reorder one. */
  private static double dot(double[] left, double[] right) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = 0;
    for (; k + 3 < left.length; k += 4) {
      s0 += left[k] * right[k];
      s1 += left[k + 1] * right[k + 1];
      s2 += left[k + 2] * right[k + 2];
      s3 += left[k + 3] * right[k + 3];
    }
    for (; k < left.length; k++) {
      s0 += left[k] * right[k];
    }
    return s0 + s1 + (s2 + s3);
  }
}
