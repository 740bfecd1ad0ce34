package org.flowproof.enclose.path;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.formula.Rational;

/**
 * Rows of rationals in reduced echelon form, by Gauss and Jordan: every row has a column of its own
 * in which it is 1 and all others are 0. Rows that depend on others are left out.
 */
public final class ReducedRows {
  private final List<List<Rational>> rows = new ArrayList<>();
  private final List<Integer> pivots = new ArrayList<>();

  private ReducedRows() {}

  /**
   * Reduces.
   *
   * @param rows not written to
   * @param columns pivots are looked for among the first so many columns
   */
  public static ReducedRows of(List<List<Rational>> rows, int columns) {
    ReducedRows reduced = new ReducedRows();
    rows.forEach(row -> reduced.add(new ArrayList<>(row), columns));
    return reduced;
  }

  private void add(List<Rational> row, int columns) {
    for (int p = 0; p < rows.size(); p++) {
      subtract(row, rows.get(p), row.get(pivots.get(p)));
    }
    int pivot = 0;
    while (pivot < columns && row.get(pivot).signum() == 0) {
      pivot++;
    }
    if (pivot == columns) {
      return;
    }
    Rational lead = row.get(pivot);
    row.replaceAll(one -> one.dividedBy(lead));
    for (List<Rational> earlier : rows) {
      subtract(earlier, row, earlier.get(pivot));
    }
    rows.add(row);
    pivots.add(pivot);
  }

  private static void subtract(List<Rational> from, List<Rational> row, Rational factor) {
    if (factor.signum() != 0) {
      for (int i = 0; i < from.size(); i++) {
        from.set(i, from.get(i).minus(factor.times(row.get(i))));
      }
    }
  }

  /** How many rows are left, the rank of the first columns. */
  public int count() {
    return rows.size();
  }

  /** Whether a column belongs to a row. */
  public boolean isPivot(int column) {
    return pivots.contains(column);
  }

  /** An entry of the row that a column belongs to. */
  public Rational entry(int pivot, int column) {
    return rows.get(pivots.indexOf(pivot)).get(column);
  }
}
