package org.flowproof.flow.coefficients;

import java.util.Optional;

/**
 * A smooth stretch of a run, solved by collocation in the logarithm of the clock: at the place
 * {@code sigma} in [0, 1] the clock shows {@code start + unit (exp(length sigma) - 1)}, where the
 * unit is the time in which the fastest margin would change by 1. Margins grow like the logarithm
 * of time, so that such a leg multiplies the clock, however late it is.
 */
final class Leg {
  private static final double LONGEST = 1.5;
  private static final double SHORTEST = 1e-6;
  private static final int MOST_SWEEPS = 60;

  /** Relative size of the last coefficients that is taken for rounding. */
  private static final double TOLERANCE = 1e-14;

  private final Position start;
  private final double unit;
  private final double length;
  private final double[][] moved;

  /** Relative errors of the velocity by sample. */
  private final double[] extra;

  /** Computations of the pulls that it took. */
  final long cost;

  private Leg(
      Position start, double unit, double length, double[][] moved, double[] extra, long cost) {
    this.start = start;
    this.unit = unit;
    this.length = length;
    this.moved = moved;
    this.extra = extra;
    this.cost = cost;
  }

  /**
   * A leg from a position, as long as its accuracy allows.
   *
   * @param last clock not to be passed
   * @return empty when none can be computed; then the clock has to go on otherwise
   */
  static Optional<Leg> from(
      CoefficientModel model, ModifiedField field, Position start, double last) {
    double[] z = start.margins();
    double rate = start.frozen().reach(model.pulls(z));
    double left = last - start.clock();
    double unit = rate > 0 ? Math.min(left, 1 / rate) : left;
    double longest = Math.log1p(left / unit);
    long cost = 0;
    for (double length = Math.min(LONGEST, longest); length > SHORTEST; length /= 2) {
      Leg leg = solve(field, start, z, unit, length, cost);
      if (leg.moved.length > 0) {
        return Optional.of(leg);
      }
      cost = leg.cost;
    }
    return Optional.empty();
  }

  private static Leg solve(
      ModifiedField field,
      Position start,
      double[] z,
      double unit,
      double length,
      long costBefore) {
    int n = z.length;
    long cost = costBefore;
    double[][] velocity = new double[Chebyshev.POINTS][];
    double[][] moved = new double[Chebyshev.POINTS][n];
    double[] extra = new double[n];
    double before = Double.POSITIVE_INFINITY;
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      java.util.Arrays.fill(extra, 0);
      for (int i = 0; i < Chebyshev.POINTS; i++) {
        double[] by = start.frozen().times(moved[i]);
        ModifiedField.Value value = field.at(start.frozen(), z, by, length * unit);
        velocity[i] = value.velocity();
        double late = Math.exp(length * Chebyshev.node(i));
        for (int k = 0; k < n; k++) {
          velocity[i][k] *= late;
          extra[k] = Math.max(extra[k], value.omitted()[k]);
        }
      }
      cost += (long) Chebyshev.POINTS * field.cost();
      double[][] again = Chebyshev.integrals(velocity);
      double change = change(moved, again);
      moved = again;
      if (Double.isNaN(change)) {
        break;
      }
      // Picard sweeps shrink the change until only rounding is left
      if (change <= 4e-16 || sweep > 8 && change < 1e-14 && change >= before) {
        double[] tails = Chebyshev.tails(velocity);
        boolean accurate = true;
        for (int k = 0; k < n; k++) {
          double all = moved[Chebyshev.POINTS - 1][k];
          double relative = all > 0 ? tails[k] / all : 0;
          accurate &= relative <= TOLERANCE;
          extra[k] += 2 * relative + 4 * change + 4 * CoefficientModel.UNIT;
        }
        return accurate
            ? new Leg(start, unit, length, moved, extra, cost)
            : new Leg(start, unit, length, new double[0][], extra, cost);
      }
      before = change;
    }
    return new Leg(start, unit, length, new double[0][], extra, cost);
  }

  /** The largest change of where alpha gets, relative to how far it goes. */
  private static double change(double[][] moved, double[][] again) {
    double most = 0;
    double[] end = again[Chebyshev.POINTS - 1];
    for (int i = 0; i < Chebyshev.POINTS; i++) {
      for (int k = 0; k < end.length; k++) {
        double by = Math.abs(again[i][k] - moved[i][k]);
        if (Double.isNaN(by) || Double.isInfinite(end[k])) {
          return Double.NaN;
        }
        most = by == 0 ? most : Math.max(most, by / end[k]);
      }
    }
    return most;
  }

  /** The clock at its end. */
  double end() {
    return clock(1);
  }

  /** How much of the leg passes in one unit of the clock at its end, where it is least. */
  double placesPerClock() {
    return 1 / (unit * length * Math.exp(length));
  }

  double clock(double place) {
    return start.clock() + unit * Math.expm1(length * place);
  }

  /** Where the clock shows this; the end beyond the end. */
  double place(double clock) {
    return Math.min(1, Math.max(0, Math.log1p((clock - start.clock()) / unit) / length));
  }

  /** How far alpha has come at a node, not to be changed. */
  double[] movedAtNode(int i) {
    return moved[i];
  }

  /** How far alpha has come at a place. */
  double[] moved(double place) {
    return Chebyshev.at(moved, place);
  }

  /** The position at a clock, with its errors. */
  Position at(CoefficientModel model, double clock) {
    double[] by = moved(place(clock));
    double[] alpha = start.alpha().clone();
    double[] low = start.low().clone();
    Position.add(alpha, low, by);
    double[][] errors =
        Tangents.travel(model, start.frozen(), start.errors(), start.alpha(), extra, by);
    return new Position(
        start.frozen(),
        clock,
        alpha,
        low,
        errors,
        start.evaluations() + cost,
        start.armed(),
        false);
  }
}
