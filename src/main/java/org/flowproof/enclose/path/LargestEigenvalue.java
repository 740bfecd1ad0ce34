package org.flowproof.enclose.path;

import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.taylor.Bounds;

/** An upper bound of the largest eigenvalue of {@code X'X}. */
final class LargestEigenvalue {
  /** Squarings of the matrix; the bound is too large by at most the 16th root of its size. */
  private static final int SQUARINGS = 3;

  private LargestEigenvalue() {}

  /** By the trace of the 16th power, which is a sum of 16th powers of eigenvalues. */
  static double ofGram(double[][] x) {
    int d = x[0].length;
    Interval[][] power = new Interval[d][d];
    for (int i = 0; i < d; i++) {
      for (int l = 0; l < d; l++) {
        Interval sum = Interval.ZERO;
        for (double[] row : x) {
          sum = sum.plus(Interval.of(row[i]).times(row[l]));
        }
        power[i][l] = sum;
      }
    }
    double scale = 0;
    for (int i = 0; i < d; i++) {
      scale = Math.max(scale, power[i][i].upper());
    }
    if (!(scale > 0) || !(scale < 1e30)) {
      return Double.POSITIVE_INFINITY;
    }
    double unit = Math.scalb(1.0, Math.getExponent(scale));
    for (Interval[] row : power) {
      for (int l = 0; l < d; l++) {
        row[l] = row[l].times(1 / unit);
      }
    }
    for (int s = 0; s < SQUARINGS; s++) {
      power = square(power);
    }
    double squares = 0;
    for (Interval[] row : power) {
      for (Interval one : row) {
        squares = Bounds.up(squares + one.magnitude() * one.magnitude());
      }
    }
    double root = squares;
    for (int s = 0; s <= SQUARINGS; s++) {
      root = Bounds.up(Math.sqrt(root));
    }
    return Bounds.up(root * unit);
  }

  private static Interval[][] square(Interval[][] a) {
    int d = a.length;
    Interval[][] result = new Interval[d][d];
    for (int i = 0; i < d; i++) {
      for (int l = 0; l < d; l++) {
        Interval sum = Interval.ZERO;
        for (int k = 0; k < d; k++) {
          sum = sum.plus(a[i][k].times(a[k][l]));
        }
        result[i][l] = sum;
      }
    }
    return result;
  }
}
