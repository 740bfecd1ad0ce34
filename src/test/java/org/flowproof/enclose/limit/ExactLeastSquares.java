package org.flowproof.enclose.limit;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.formula.Rational;

/** Least squares by the normal equations in rationals. */
final class ExactLeastSquares {
  private ExactLeastSquares() {}

  /** The fitted values; rows are samples, whose columns must be independent. */
  static List<Rational> fit(List<List<Rational>> x, List<Rational> y) {
    int p = x.get(0).size();
    List<List<Rational>> system = new ArrayList<>();
    for (int i = 0; i < p; i++) {
      List<Rational> row = new ArrayList<>();
      for (int l = 0; l <= p; l++) {
        Rational sum = Rational.ZERO;
        for (int k = 0; k < x.size(); k++) {
          sum = sum.plus(x.get(k).get(i).times(l < p ? x.get(k).get(l) : y.get(k)));
        }
        row.add(sum);
      }
      system.add(row);
    }
    for (int c = 0; c < p; c++) {
      int column = c;
      List<Rational> pivot =
          system.stream()
              .skip(c)
              .filter(row -> row.get(column).signum() != 0)
              .findFirst()
              .orElseThrow();
      system.remove(pivot);
      Rational lead = pivot.get(c);
      pivot.replaceAll(one -> one.dividedBy(lead));
      for (List<Rational> row : system) {
        Rational times = row.get(c);
        for (int l = 0; l <= p; l++) {
          row.set(l, row.get(l).minus(times.times(pivot.get(l))));
        }
      }
      system.add(c, pivot);
    }
    return x.stream()
        .map(
            row -> {
              Rational sum = Rational.ZERO;
              for (int i = 0; i < p; i++) {
                sum = sum.plus(row.get(i).times(system.get(i).get(p)));
              }
              return sum;
            })
        .toList();
  }

  /** The largest distance of outputs from least squares on the half each sample belongs to. */
  static Rational fromHalves(List<List<Rational>> x, List<Rational> y, List<Rational> outputs) {
    List<Rational> whole = fit(x, y);
    Rational largest = Rational.ZERO;
    for (int sign : new int[] {1, -1}) {
      List<List<Rational>> rows = new ArrayList<>();
      List<Rational> labels = new ArrayList<>();
      List<Rational> theirs = new ArrayList<>();
      for (int k = 0; k < x.size(); k++) {
        if (whole.get(k).signum() == sign) {
          rows.add(x.get(k));
          labels.add(y.get(k));
          theirs.add(outputs.get(k));
        }
      }
      List<Rational> half = rows.isEmpty() ? List.of() : fit(rows, labels);
      for (int p = 0; p < half.size(); p++) {
        Rational off = theirs.get(p).minus(half.get(p)).abs();
        largest = off.compareTo(largest) > 0 ? off : largest;
      }
    }
    return largest;
  }
}
