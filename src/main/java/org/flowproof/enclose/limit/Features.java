package org.flowproof.enclose.limit;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.Side;
import org.flowproof.formula.Rational;

/**
 * The outputs of a group of neurons with the same sides, as a linear map of its hidden weight: one
 * column for each direction in which the weight may move, exactly. For a group that slides these
 * are the directions along all its kinks.
 *
 * @param columns the columns, each with n entries
 * @param stretch at least the norm of the map from coordinates to hidden weights
 */
record Features(List<List<Rational>> columns, double stretch) {

  static Features of(FlowModel model, Side[] sides) {
    List<List<Rational>> basis =
        Nullspace.of(samples(model, model.kinks().slides(sides)), model.d());
    List<List<Rational>> columns = new ArrayList<>();
    double squares = 0;
    for (List<Rational> direction : basis) {
      List<Rational> column = new ArrayList<>();
      boolean zero = true;
      for (int k = 0; k < model.n(); k++) {
        Rational sum = Rational.ZERO;
        double gate = model.gate(sides[k]);
        if (gate != 0) {
          for (int i = 0; i < model.d(); i++) {
            // most directions are coordinates
            if (direction.get(i).signum() == 0) {
              continue;
            }
            sum = sum.plus(Rational.ofDouble(model.x(k)[i]).times(direction.get(i)));
          }
          sum = sum.times(Rational.ofDouble(gate));
        }
        zero &= sum.signum() == 0;
        column.add(sum);
      }
      for (Rational one : direction) {
        squares = Math.nextUp(squares + Interval.of(one).square().upper());
      }
      if (!zero) {
        columns.add(column);
      }
    }
    double stretch =
        model.kinks().slides(sides).length == 0 ? 1 : Math.nextUp(Math.sqrt(Math.nextUp(squares)));
    return new Features(columns, stretch);
  }

  private static List<List<Rational>> samples(FlowModel model, int[] which) {
    List<List<Rational>> rows = new ArrayList<>();
    for (int k : which) {
      List<Rational> row = new ArrayList<>();
      for (double one : model.x(k)) {
        row.add(Rational.ofDouble(one));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Enclosures of the columns, divided by the stretch. */
  List<List<Interval>> enclosed() {
    Interval scale = Interval.of(stretch);
    return columns.stream()
        .map(
            column ->
                column.stream()
                    .map(
                        entry ->
                            stretch == 1 ? Interval.of(entry) : Interval.of(entry).divide(scale))
                    .toList())
        .toList();
  }

  /** At least the norm of the columns. */
  double norm() {
    double squares = 0;
    for (List<Rational> column : columns) {
      for (Rational entry : column) {
        squares = Math.nextUp(squares + Interval.of(entry).square().upper());
      }
    }
    return Math.nextUp(Math.sqrt(squares));
  }
}
