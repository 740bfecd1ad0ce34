package org.flowproof.check.margins;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;

/**
 * The late part of a run, read twice in every decade of iterations, as far back as the gates are
 * those of the end.
 *
 * @param settled iterations from which on no gate changes, as far as the run tells
 * @param readings in order of time; the last one is the end of the run
 * @param increments between neighbours, one fewer
 */
record LateReadings(double settled, List<MarginReading> readings, List<Increment> increments) {
  /** Ratio of the iterations of neighbours. */
  static final double RATIO = Math.sqrt(10);

  private static final int MOST = 40;

  LateReadings {
    readings = List.copyOf(readings);
    increments = List.copyOf(increments);
  }

  /**
   * Reads a run.
   *
   * @throws ArithmeticException when singular values cannot be computed
   */
  static LateReadings of(Classifier classifier, Trajectory run) {
    double end = classifier.iterations(run.endTime());
    double[] gates = classifier.gates(run.at(run.endTime()));
    double settled =
        run.events().stream().mapToDouble(e -> classifier.iterations(e.time())).max().orElse(0);
    Deque<State> states = new ArrayDeque<>();
    double t = end;
    while (t >= Math.max(1, settled) && states.size() < MOST) {
      State state = run.at(classifier.time(t, run.endTime()));
      if (!Arrays.equals(classifier.gates(state), gates)) {
        settled = Math.max(settled, t);
        break;
      }
      states.addFirst(state);
      t /= RATIO;
    }
    List<MarginReading> readings = new ArrayList<>();
    List<Increment> increments = new ArrayList<>();
    double[] before = new double[0];
    for (State state : states) {
      double[] w = classifier.weights(state);
      MarginReading reading = MarginReading.of(classifier, state);
      if (!readings.isEmpty()) {
        MarginReading last = readings.get(readings.size() - 1);
        increments.add(Increment.of(classifier, last, reading, before, w));
      }
      readings.add(reading);
      before = w;
    }
    return new LateReadings(settled, readings, increments);
  }

  /** How many decades of iterations the readings cover. */
  double decades() {
    return readings.size() < 2
        ? 0
        : Math.log10(readings.get(readings.size() - 1).t() / readings.get(0).t());
  }
}
