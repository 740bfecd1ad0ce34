package org.flowproof.flow.structured;

import java.util.Arrays;
import org.flowproof.flow.KinkLines;
import org.flowproof.flow.Orthonormal;

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
    balance = basis.length == held.length ? balance(kinks, directions) : null;
  }

  /**
   * Row i of minus the pseudo-inverse: {@code theta_i g_i = <row_i, rest>} keeps the neuron held.
   */
  private static double[][] balance(KinkLines kinks, double[][] directions) {
    int d = kinks.dimension();
    double[][] rows = new double[directions.length][d];
    double[] unit = new double[d];
    for (int c = 0; c < d; c++) {
      Arrays.fill(unit, 0);
      unit[c] = -1;
      double[] column = Orthonormal.leastSquares(directions, unit);
      for (int i = 0; i < rows.length; i++) {
        rows[i][c] = column[i];
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

  /** Removes from {@code into[at ... at + d - 1]} what lies in the span of the lines. */
  void project(double[] into, int at, int d) {
    if (basis.length == d) {
      Arrays.fill(into, at, at + d, 0.0);
      return;
    }
    for (double[] q : basis) {
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
