package org.flowproof.check.margins;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;

/**
 * The late part of a run, read twice in every decade of iterations: as far back as all neurons are
 * on the sides of the end, and for at least {@link #DECADES} decades.
 *
 * @param settled iterations of the first reading from which on no neuron is read on another side
 * @param readings in order of time; the last one is the end of the run
 * @param increments between neighbours, one fewer
 * @param sides those of each reading; equal ones are one object
 */
record LateReadings(
    double settled, List<MarginReading> readings, List<Increment> increments, List<Sides> sides) {
  /** Ratio of the iterations of neighbours. */
  static final double RATIO = Math.sqrt(10);

  /** Fewest decades of iterations from which limits are extrapolated. */
  static final double DECADES = 3;

  private static final int MOST = 40;

  LateReadings {
    readings = List.copyOf(readings);
    increments = List.copyOf(increments);
    sides = List.copyOf(sides);
  }

  /**
   * Reads a run, backwards.
   *
   * @param errors of the run
   * @throws ArithmeticException when singular values cannot be computed
   */
  static LateReadings of(Classifier classifier, Trajectory run, WeightErrors errors) {
    double end = classifier.iterations(run.endTime());
    double needed = end / Math.pow(10, DECADES) * (1 - 1e-9);
    double settled = end;
    boolean unchanged = true;
    Deque<Sides> sides = new ArrayDeque<>();
    Deque<MarginReading> readings = new ArrayDeque<>();
    Deque<Increment> increments = new ArrayDeque<>();
    double[] after = new double[0];
    State later = null;
    for (double t = end; t >= 1 && readings.size() < MOST; t /= RATIO) {
      State state = run.at(classifier.time(t, run.endTime()));
      double[] w = classifier.weights(state);
      Sides there = Sides.of(classifier, state, w);
      unchanged &= sides.isEmpty() || sides.getLast().same(there);
      if (unchanged) {
        settled = classifier.iterations(state.time());
      } else if (t < needed) {
        break;
      }
      // equal sides are one object, so that their limits are predicted once
      sides.addFirst(sides.stream().filter(there::same).findFirst().orElse(there));
      MarginReading reading = MarginReading.of(classifier, state, w, errors);
      if (!readings.isEmpty()) {
        double error = errors.change(classifier, state, later);
        increments.addFirst(
            Increment.of(classifier, reading, readings.getFirst(), w, after, error));
      }
      readings.addFirst(reading);
      after = w;
      later = state;
    }
    return new LateReadings(
        settled, List.copyOf(readings), List.copyOf(increments), List.copyOf(sides));
  }

  /** The sides at the end of the run. */
  Sides last() {
    return sides.get(sides.size() - 1);
  }

  /** How many decades of iterations the readings cover. */
  double decades() {
    return readings.size() < 2
        ? 0
        : Math.log10(readings.get(readings.size() - 1).t() / readings.get(0).t());
  }
}
