package org.flowproof.enclose.ode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.flowproof.enclose.interval.Interval;

/**
 * Where a solution is: at the centre and an error that has these coordinates in a frame, and lies
 * in a box.
 *
 * @param centre without radius
 * @param frame directions of the error
 * @param coordinates of the error
 * @param errors a box around the error
 */
record EnclosedState(
    List<PreciseBall> centre, Frame frame, List<Interval> coordinates, List<Interval> errors) {
  EnclosedState {
    centre = List.copyOf(centre);
    coordinates = List.copyOf(coordinates);
    errors = List.copyOf(errors);
  }

  /** Exact numbers up to the radii of balls. */
  static EnclosedState of(List<PreciseBall> values) {
    List<Interval> errors = values.stream().map(v -> Interval.of(-v.radius(), v.radius())).toList();
    return new EnclosedState(
        values.stream().map(PreciseBall::centre).toList(),
        Frame.identity(values.size()),
        errors,
        errors);
  }

  /** A box around the solution. */
  List<Interval> box() {
    return box(errors);
  }

  /** A box around the solution and the centre. */
  List<Interval> boxWithCentre() {
    return box(errors.stream().map(e -> Interval.hull(e, Interval.ZERO)).toList());
  }

  private List<Interval> box(List<Interval> around) {
    List<Interval> box = new ArrayList<>();
    for (int i = 0; i < around.size(); i++) {
      box.add(around.get(i).plus(centre.get(i).low()).plus(centre.get(i).high()));
    }
    return box;
  }

  /** The solution with all digits of the centre. */
  List<DecimalRange> ranges() {
    List<DecimalRange> ranges = new ArrayList<>();
    for (int i = 0; i < errors.size(); i++) {
      BigDecimal middle =
          new BigDecimal(centre.get(i).high()).add(new BigDecimal(centre.get(i).low()));
      ranges.add(
          new DecimalRange(
              middle.add(new BigDecimal(errors.get(i).lower())),
              middle.add(new BigDecimal(errors.get(i).upper()))));
    }
    return ranges;
  }
}
