package org.flowproof.flow;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The least value of {@code alpha^T Q alpha / 2 - b^T alpha} over {@code alpha >= 0}, by the
 * active-set method of Lawson and Hanson on the Gram matrix.
 */
public final class NonnegativeProgram {
  /** Of the gradient, relative to b: what is below counts as zero. */
  private static final double TOLERANCE = 1e-11;

  /** A pivot below this share of its diagonal entry counts as zero. */
  private static final double PIVOT = 1e-12;

  /** By how much less than 1 rounding may leave a product that ought to be 1. */
  private static final double REACHED = 1e-9;

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
  public static Optional<double[]> solve(double[][] q, double[] b) {
    return new NonnegativeProgram(q, b).solve();
  }

  /**
   * The multipliers of the shortest sum {@code sum_k alpha_k v_k}, {@code alpha >= 0}, whose inner
   * products with all v_k are at least 1. Found by least distance programming (Lawson and Hanson):
   * a nonnegative program with one more coordinate, which dependent vectors do not hinder.
   *
   * @param q the inner products of the vectors, {@code n x n}
   * @return alpha; empty when no sum reaches 1 with all of them, as far as doubles tell
   */
  public static Optional<double[]> separating(double[][] q) {
    int n = q.length;
    double unit = IntStream.range(0, n).mapToDouble(i -> q[i][i]).sum() / n;
    double[][] lifted = new double[n][n];
    double[] b = new double[n];
    double[] ones = new double[n];
    Arrays.fill(b, unit);
    Arrays.fill(ones, 1);
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        lifted[i][k] = q[i][k] + unit;
      }
    }
    return solve(lifted, b)
        // once it is known which are positive, nothing has to be divided by what may be small
        .map(u -> IntStream.range(0, n).filter(i -> u[i] > 0).toArray())
        .filter(which -> which.length > 0)
        .flatMap(
            which ->
                equations(q, ones, which)
                    .map(
                        solved -> {
                          double[] alpha = new double[n];
                          for (int i = 0; i < which.length; i++) {
                            alpha[which[i]] = solved[i];
                          }
                          return alpha;
                        }))
        .filter(alpha -> separates(q, alpha));
  }

  private static boolean separates(double[][] q, double[] alpha) {
    boolean all = true;
    for (int i = 0; i < alpha.length; i++) {
      double product = 0;
      for (int k = 0; k < alpha.length; k++) {
        product += q[i][k] * alpha[k];
      }
      all &= alpha[i] >= 0 && product >= 1 - REACHED;
    }
    return all;
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
      int[] which = IntStream.range(0, b.length).filter(i -> free[i]).toArray();
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
  public static Optional<double[]> equations(double[][] q, double[] b, int[] which) {
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
