package org.flowproof.check.branches;

import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.NoValueException;

/**
 * A lower bound on the rank of a matrix whose entries are known up to errors: the steps of Gaussian
 * elimination with complete pivoting that can be made with pivots certainly not 0. Every matrix
 * within the errors has at least this rank. Upper bounds come from elsewhere.
 */
final class CertifiedRank {
  private static final BallArithmetic ARITHMETIC = new BallArithmetic();

  private CertifiedRank() {}

  /**
   * The bound.
   *
   * @param matrix n x p, left as it is
   */
  static int atLeast(Ball[][] matrix) {
    Ball[][] rows = new Ball[matrix.length][];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = matrix[k].clone();
    }
    int most = rows.length == 0 ? 0 : Math.min(rows.length, rows[0].length);
    for (int step = 0; step < most; step++) {
      if (!pivot(rows, step) || !eliminate(rows, step)) {
        return step;
      }
    }
    return most;
  }

  /** Brings the entry that is certainly farthest from 0 to the diagonal. */
  private static boolean pivot(Ball[][] rows, int step) {
    double best = 0;
    int row = -1;
    int column = -1;
    for (int k = step; k < rows.length; k++) {
      for (int i = step; i < rows[k].length; i++) {
        double least = Math.nextDown(Math.abs(rows[k][i].value()) - rows[k][i].radius());
        if (least > best) {
          best = least;
          row = k;
          column = i;
        }
      }
    }
    if (row < 0) {
      return false;
    }
    Ball[] moved = rows[row];
    rows[row] = rows[step];
    rows[step] = moved;
    for (Ball[] r : rows) {
      Ball entry = r[column];
      r[column] = r[step];
      r[step] = entry;
    }
    return true;
  }

  /** Subtracts multiples of the pivot's row; the column below the pivot is not read again. */
  private static boolean eliminate(Ball[][] rows, int step) {
    try {
      for (int k = step + 1; k < rows.length; k++) {
        Ball factor = ARITHMETIC.divide(rows[k][step], rows[step][step]);
        for (int i = step + 1; i < rows[k].length; i++) {
          rows[k][i] = ARITHMETIC.minus(rows[k][i], ARITHMETIC.times(factor, rows[step][i]));
        }
      }
      return true;
    } catch (NoValueException e) {
      // errors have grown beyond all numbers: what was found so far stands
      return false;
    }
  }
}
