package org.flowproof.enclose.limit;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.problem.Vectors;

/** Picks columns that look independent, in order; that they are is proven elsewhere. */
final class Independent {
  /** Parts of a column below this are taken for rounding. */
  private static final double PART = 1e-9;

  private final List<List<Interval>> chosen = new ArrayList<>();
  private final List<double[]> basis = new ArrayList<>();
  private int offered;

  /** Offers more columns; what was chosen before stays. */
  void add(List<List<Interval>> columns) {
    for (List<Interval> column : columns) {
      offered++;
      double[] rest = column.stream().mapToDouble(Interval::midpoint).toArray();
      double size = Vectors.norm(rest);
      for (int pass = 0; pass < 2; pass++) {
        for (double[] one : basis) {
          double along = 0;
          for (int k = 0; k < rest.length; k++) {
            along += one[k] * rest[k];
          }
          for (int k = 0; k < rest.length; k++) {
            rest[k] -= along * one[k];
          }
        }
      }
      double left = Vectors.norm(rest);
      if (left > PART * size) {
        for (int k = 0; k < rest.length; k++) {
          rest[k] /= left;
        }
        basis.add(rest);
        chosen.add(column);
      }
    }
  }

  /** The columns chosen so far. */
  List<List<Interval>> columns() {
    return List.copyOf(chosen);
  }

  /** Whether every column was chosen. */
  boolean complete() {
    return chosen.size() == offered;
  }
}
