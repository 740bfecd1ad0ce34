package org.flowproof.enclose.limit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.NoValueException;

/** Small linear systems of intervals, by elimination. */
final class IntervalSystem {
  private IntervalSystem() {}

  /** Encloses the solutions; empty when a pivot may be 0. */
  static Optional<List<Interval>> solve(Interval[][] matrix, Interval[] right) {
    int n = right.length;
    Interval[][] a = Arrays.stream(matrix).map(Interval[]::clone).toArray(Interval[][]::new);
    Interval[] b = right.clone();
    try {
      for (int c = 0; c < n; c++) {
        int pivot = c;
        for (int r = c + 1; r < n; r++) {
          if (a[r][c].mignitude() > a[pivot][c].mignitude()) {
            pivot = r;
          }
        }
        Interval[] row = a[pivot];
        a[pivot] = a[c];
        a[c] = row;
        Interval value = b[pivot];
        b[pivot] = b[c];
        b[c] = value;
        for (int r = c + 1; r < n; r++) {
          Interval factor = a[r][c].divide(a[c][c]);
          for (int l = c; l < n; l++) {
            a[r][l] = a[r][l].minus(factor.times(a[c][l]));
          }
          b[r] = b[r].minus(factor.times(b[c]));
        }
      }
      for (int c = n - 1; c >= 0; c--) {
        Interval sum = b[c];
        for (int l = c + 1; l < n; l++) {
          sum = sum.minus(a[c][l].times(b[l]));
        }
        b[c] = sum.divide(a[c][c]);
      }
      return Optional.of(List.of(b));
    } catch (NoValueException singular) {
      return Optional.empty();
    }
  }
}
