package org.flowproof.check.branches;

import org.flowproof.formula.Rational;

/** The rank of a matrix of rational numbers, by elimination. */
final class ExactRank {
  private ExactRank() {}

  /** The rank; the matrix is used up. */
  static int of(Rational[][] rows) {
    int rank = 0;
    for (int column = 0; column < rows[0].length && rank < rows.length; column++) {
      int pivot = rank;
      while (pivot < rows.length && rows[pivot][column].signum() == 0) {
        pivot++;
      }
      if (pivot == rows.length) {
        continue;
      }
      Rational[] moved = rows[pivot];
      rows[pivot] = rows[rank];
      rows[rank] = moved;
      for (int k = rank + 1; k < rows.length; k++) {
        Rational factor = rows[k][column].dividedBy(rows[rank][column]);
        for (int i = column; i < rows[k].length; i++) {
          rows[k][i] = rows[k][i].minus(factor.times(rows[rank][i]));
        }
      }
      rank++;
    }
    return rank;
  }
}
