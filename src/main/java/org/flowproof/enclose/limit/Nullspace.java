package org.flowproof.enclose.limit;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.enclose.path.ReducedRows;
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
    ReducedRows reduced = ReducedRows.of(rows, d);
    List<List<Rational>> basis = new ArrayList<>();
    for (int free = 0; free < d; free++) {
      if (reduced.isPivot(free)) {
        continue;
      }
      List<Rational> vector = new ArrayList<>();
      for (int i = 0; i < d; i++) {
        Rational bound = reduced.isPivot(i) ? reduced.entry(i, free).negate() : Rational.ZERO;
        vector.add(i == free ? Rational.ONE : bound);
      }
      basis.add(vector);
    }
    return basis;
  }
}
