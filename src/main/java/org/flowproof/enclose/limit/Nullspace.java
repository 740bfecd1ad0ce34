package org.flowproof.enclose.limit;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.formula.Rational;

/** Vectors orthogonal to given ones, exactly. */
final class Nullspace {
  private Nullspace() {}

  /**
   * A basis of the vectors orthogonal to all rows.
   *
   * @param d their dimension
   */
  static List<List<Rational>> of(List<List<Rational>> rows, int d) {
    List<List<Rational>> reduced = new ArrayList<>();
    List<Integer> pivots = new ArrayList<>();
    for (List<Rational> row : rows) {
      List<Rational> rest = new ArrayList<>(row);
      for (int p = 0; p < reduced.size(); p++) {
        subtract(rest, reduced.get(p), rest.get(pivots.get(p)));
      }
      int pivot = 0;
      while (pivot < d && rest.get(pivot).signum() == 0) {
        pivot++;
      }
      if (pivot == d) {
        continue;
      }
      Rational lead = rest.get(pivot);
      rest.replaceAll(one -> one.dividedBy(lead));
      for (List<Rational> earlier : reduced) {
        subtract(earlier, rest, earlier.get(pivot));
      }
      reduced.add(rest);
      pivots.add(pivot);
    }
    List<List<Rational>> basis = new ArrayList<>();
    for (int free = 0; free < d; free++) {
      if (pivots.contains(free)) {
        continue;
      }
      List<Rational> vector = new ArrayList<>();
      for (int i = 0; i < d; i++) {
        int p = pivots.indexOf(i);
        vector.add(
            i == free ? Rational.ONE : p < 0 ? Rational.ZERO : reduced.get(p).get(free).negate());
      }
      basis.add(vector);
    }
    return basis;
  }

  private static void subtract(List<Rational> from, List<Rational> row, Rational factor) {
    if (factor.signum() != 0) {
      for (int i = 0; i < from.size(); i++) {
        from.set(i, from.get(i).minus(factor.times(row.get(i))));
      }
    }
  }
}
