package org.flowproof.flow.structured;

import java.util.Arrays;
import org.flowproof.flow.KinkLines;
import org.flowproof.flow.Orthonormal;
import org.flowproof.problem.Vectors;

/**
 * The lines on which a neuron slides or rests. Immutable; depends on the lines and on the signs of
 * their pulls when the hold began.
 */
final class Held {
  private final int[] lines;
  private final byte[] signs;
  private final double[][] basis;
  private final double[][] balance;

  /**
   * A hold.
   *
   * @param held lines, increasing, not empty
   * @param signs of the pull on each when its hold began
   */
  Held(KinkLines kinks, int[] held, byte[] signs) {
    lines = held.clone();
    this.signs = signs.clone();
    double[][] directions = Arrays.stream(held).mapToObj(kinks::direction).toArray(double[][]::new);
    basis = Orthonormal.basis(directions);
    balance = basis.length == held.length ? balance(directions, basis) : null;
  }

  /**
   * Row i of minus the pseudo-inverse: {@code theta_i g_i = <row_i, rest>} keeps the neuron held.
   * With {@code e_k = sum_i <e_k, q_i> q_i} over {@code i <= k}, found from the last row on.
   */
  private static double[][] balance(double[][] directions, double[][] q) {
    int d = q[0].length;
    double[][] rows = new double[q.length][d];
    for (int i = q.length - 1; i >= 0; i--) {
      double[] row = rows[i];
      for (int c = 0; c < d; c++) {
        row[c] = -q[i][c];
      }
      for (int k = i + 1; k < q.length; k++) {
        double along = Vectors.dot(directions[k], q[i]);
        for (int c = 0; c < d; c++) {
          row[c] -= along * rows[k][c];
        }
      }
      double length = Vectors.dot(directions[i], q[i]);
      for (int c = 0; c < d; c++) {
        row[c] /= length;
      }
    }
    return rows;
  }

  int count() {
    return lines.length;
  }

  int line(int i) {
    return lines[i];
  }

  byte sign(int i) {
    return signs[i];
  }

  boolean contains(int line) {
    return indexOf(line) >= 0;
  }

  int indexOf(int line) {
    return Arrays.binarySearch(lines, line);
  }

  /** Whether the directions of the lines are linearly independent. */
  boolean independent() {
    return balance != null;
  }

  double[] balance(int i) {
    return balance[i];
  }

  /** Removes from a vector what lies in the span of some lines. */
  static void project(KinkLines kinks, int[] lines, double[] into, int at, int d) {
    double[][] directions =
        Arrays.stream(lines).mapToObj(kinks::direction).toArray(double[][]::new);
    double[][] span = Orthonormal.basis(directions);
    remove(span, into, at, d);
    remove(span, into, at, d);
  }

  /** Removes from {@code into[at ... at + d - 1]} what lies in the span of the lines. */
  void project(double[] into, int at, int d) {
    remove(basis, into, at, d);
  }

  private static void remove(double[][] span, double[] into, int at, int d) {
    if (span.length == d) {
      Arrays.fill(into, at, at + d, 0.0);
      return;
    }
    for (double[] q : span) {
      Orthonormal.remove(q, into, at);
    }
  }

  /** Whether two holds are of the same lines in the same way; null stands for none. */
  static boolean same(Held one, Held other) {
    if (one == null || other == null) {
      return one == other;
    }
    return one == other
        || Arrays.equals(one.lines, other.lines) && Arrays.equals(one.signs, other.signs);
  }

  int rank() {
    return basis.length;
  }
}
