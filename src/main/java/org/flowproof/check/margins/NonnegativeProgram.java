package org.flowproof.check.margins;

import java.util.Arrays;
import java.util.Optional;

/**
 * The least value of {@code alpha^T Q alpha / 2 - b^T alpha} over {@code alpha >= 0}, by the
 * active-set method of Lawson and Hanson on the Gram matrix.
 */
final class NonnegativeProgram {
  /** Of the gradient, relative to b: what is below counts as zero. */
  private static final double TOLERANCE = 1e-11;

  /** A pivot below this share of its diagonal entry counts as zero. */
  private static final double PIVOT = 1e-12;

  private final double[][] q;
  private final double[] b;
  private final double[] alpha;
  private final boolean[] free;

  private NonnegativeProgram(double[][] q, double[] b) {
    this.q = q;
    this.b = b;
    alpha = new double[b.length];
    free = new boolean[b.length];
  }

  /**
   * Solves it.
   *
   * @param q symmetric, positive semidefinite, {@code n x n}
   * @param b length n
   * @return alpha; empty when Q is singular where alpha is positive, or the method does not end
   */
  static Optional<double[]> solve(double[][] q, double[] b) {
    return new NonnegativeProgram(q, b).solve();
  }

  private Optional<double[]> solve() {
    double scale = Arrays.stream(b).map(Math::abs).max().orElse(0);
    for (int round = 0; round < 20 * b.length + 20; round++) {
      int next = steepest(TOLERANCE * scale);
      if (next < 0) {
        return Optional.of(alpha.clone());
      }
      free[next] = true;
      if (!settle()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private int steepest(double tolerance) {
    int best = -1;
    double most = tolerance;
    for (int i = 0; i < b.length; i++) {
      if (!free[i]) {
        double slope = b[i];
        for (int k = 0; k < b.length; k++) {
          slope -= q[i][k] * alpha[k];
        }
        if (slope > most) {
          most = slope;
          best = i;
        }
      }
    }
    return best;
  }

  /**
   * Moves to the least value over the free variables, freeing fewer where they would go below 0.
   */
  private boolean settle() {
    for (int round = 0; round <= b.length; round++) {
      int[] which = java.util.stream.IntStream.range(0, b.length).filter(i -> free[i]).toArray();
      Optional<double[]> solved = equations(q, b, which);
      if (solved.isEmpty()) {
        return false;
      }
      double[] goal = solved.get();
      double share = 1;
      for (int i = 0; i < which.length; i++) {
        if (goal[i] <= 0) {
          share = Math.min(share, alpha[which[i]] / (alpha[which[i]] - goal[i]));
        }
      }
      boolean dropped = false;
      for (int i = 0; i < which.length; i++) {
        int k = which[i];
        double moved = alpha[k] + share * (goal[i] - alpha[k]);
        boolean out = goal[i] <= 0 && moved <= 1e-15 * Math.abs(goal[i] - alpha[k]);
        alpha[k] = out ? 0 : moved;
        free[k] = !out;
        dropped |= out;
      }
      if (!dropped) {
        return share == 1;
      }
    }
    return false;
  }

  /** Solves the equations of some rows and columns by Cholesky; empty when they are singular. */
  static Optional<double[]> equations(double[][] q, double[] b, int[] which) {
    int size = which.length;
    double[][] l = new double[size][size];
    double[] v = new double[size];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k <= i; k++) {
        double sum = q[which[i]][which[k]];
        for (int h = 0; h < k; h++) {
          sum -= l[i][h] * l[k][h];
        }
        if (k < i) {
          l[i][k] = sum / l[k][k];
        } else if (sum > PIVOT * q[which[i]][which[i]]) {
          l[i][i] = Math.sqrt(sum);
        } else {
          return Optional.empty();
        }
      }
      double sum = b[which[i]];
      for (int h = 0; h < i; h++) {
        sum -= l[i][h] * v[h];
      }
      v[i] = sum / l[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int h = i + 1; h < size; h++) {
        v[i] -= l[h][i] * v[h];
      }
      v[i] /= l[i][i];
    }
    return Optional.of(v);
  }
}
