package org.flowproof.enclose.limit;

import java.math.BigInteger;
import java.util.List;
import org.flowproof.formula.Rational;

/** The rank of a matrix of rationals, by elimination without fractions (Bareiss 1968). */
final class ExactRank {
  /** Its square fits a long. */
  private static final long PRIME = Integer.MAX_VALUE;

  private ExactRank() {}

  /** The rank of the matrix with these columns. */
  static int of(List<List<Rational>> columns) {
    BigInteger[][] a = whole(columns);
    return a.length == 0 ? 0 : eliminate(a, a.length, columns.size());
  }

  /**
   * At most the rank of the matrix with these columns, and most often all of it: that modulo a
   * prime, as a minor that is not 0 there is not 0. Takes far less time.
   */
  static int atLeast(List<List<Rational>> columns) {
    BigInteger[][] a = whole(columns);
    long[][] rest = new long[a.length][columns.size()];
    for (int r = 0; r < rest.length; r++) {
      for (int c = 0; c < rest[r].length; c++) {
        rest[r][c] = a[r][c].mod(BigInteger.valueOf(PRIME)).longValueExact();
      }
    }
    return eliminate(rest, columns.size());
  }

  /** The matrix with each column times a whole number that makes it whole. */
  private static BigInteger[][] whole(List<List<Rational>> columns) {
    int rows = columns.isEmpty() ? 0 : columns.get(0).size();
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
    return a;
  }

  private static int eliminate(long[][] a, int count) {
    int rank = 0;
    for (int c = 0; c < count && rank < a.length; c++) {
      int pivot = rank;
      while (pivot < a.length && a[pivot][c] == 0) {
        pivot++;
      }
      if (pivot == a.length) {
        continue;
      }
      long[] row = a[pivot];
      a[pivot] = a[rank];
      a[rank] = row;
      for (int r = rank + 1; r < a.length; r++) {
        long factor = a[r][c];
        for (int l = c; l < count && factor != 0; l++) {
          a[r][l] = Math.floorMod(row[c] * a[r][l] % PRIME - factor * row[l] % PRIME, PRIME);
        }
      }
      rank++;
    }
    return rank;
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
