package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.formula.Rational;

/** The least eigenvalue of a symmetric matrix without negative ones, from below. */
final class LeastEigenvalue {
  /** The most that the result is too small by, relative to it. */
  static final double RELATIVE = 0x1p-58;

  private static final int HALVINGS = 60;
  private static final Rational HALF = Rational.of(1, 2);

  private LeastEigenvalue() {}

  /**
   * A lower bound by bisection: all eigenvalues are above a number when the matrix less that number
   * is positive definite, which is decided exactly.
   *
   * @param matrix k rows of k rational entries, k at least 1, positive semidefinite
   * @return 0 for singular matrices, otherwise positive; exact for k = 1
   */
  static Rational of(List<List<Rational>> matrix) {
    if (matrix.size() == 1) {
      return matrix.get(0).get(0);
    }
    if (!Elimination.positiveDefinite(matrix)) {
      return Rational.ZERO;
    }
    Rational above = matrix.get(0).get(0);
    for (int i = 1; i < matrix.size(); i++) {
      Rational entry = matrix.get(i).get(i);
      above = entry.compareTo(above) < 0 ? entry : above;
    }
    Rational below = above.times(HALF);
    while (!Elimination.positiveDefinite(less(matrix, below))) {
      above = below;
      below = below.times(HALF);
    }
    for (int i = 0; i < HALVINGS; i++) {
      Rational middle = below.plus(above).times(HALF);
      if (Elimination.positiveDefinite(less(matrix, middle))) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return below;
  }

  private static List<List<Rational>> less(List<List<Rational>> matrix, Rational shift) {
    List<List<Rational>> rows = new ArrayList<>();
    for (int i = 0; i < matrix.size(); i++) {
      List<Rational> row = new ArrayList<>(matrix.get(i));
      row.set(i, row.get(i).minus(shift));
      rows.add(row);
    }
    return rows;
  }
}
