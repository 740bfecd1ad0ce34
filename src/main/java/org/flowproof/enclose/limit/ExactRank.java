package org.flowproof.enclose.limit;

import java.math.BigInteger;
import java.util.List;
import org.flowproof.formula.Rational;

/** The rank of a matrix of rationals, by elimination without fractions (Bareiss 1968). */
final class ExactRank {
  private ExactRank() {}

  /** The rank of the matrix with these columns. */
  static int of(List<List<Rational>> columns) {
    if (columns.isEmpty()) {
      return 0;
    }
    int rows = columns.get(0).size();
    int count = columns.size();
    BigInteger[][] a = new BigInteger[rows][count];
    for (int c = 0; c < count; c++) {
      BigInteger scale = BigInteger.ONE;
      for (Rational entry : columns.get(c)) {
        BigInteger d = entry.denominator();
        scale = scale.multiply(d.divide(scale.gcd(d)));
      }
      for (int r = 0; r < rows; r++) {
        Rational entry = columns.get(c).get(r);
        a[r][c] = entry.numerator().multiply(scale.divide(entry.denominator()));
      }
    }
    return eliminate(a, rows, count);
  }

  private static int eliminate(BigInteger[][] a, int rows, int count) {
    BigInteger previous = BigInteger.ONE;
    int rank = 0;
    for (int c = 0; c < count && rank < rows; c++) {
      int pivot = rank;
      while (pivot < rows && a[pivot][c].signum() == 0) {
        pivot++;
      }
      if (pivot == rows) {
        continue;
      }
      BigInteger[] swap = a[pivot];
      a[pivot] = a[rank];
      a[rank] = swap;
      for (int r = rank + 1; r < rows; r++) {
        for (int l = c + 1; l < count; l++) {
          a[r][l] =
              a[rank][c].multiply(a[r][l]).subtract(a[r][c].multiply(a[rank][l])).divide(previous);
        }
        a[r][c] = BigInteger.ZERO;
      }
      previous = a[rank][c];
      rank++;
    }
    return rank;
  }
}
