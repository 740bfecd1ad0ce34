package org.flowproof.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Estimates how well the times of events are known, from a second run of the same flow: events are
 * matched by neuron, sample, kind, direction and order. Both runs may still be going on.
 */
final class EventTimeErrors {
  /** Rounding of the state moves an event by about this fraction of the time, per root of steps. */
  private static final double ROUNDING = 16 * Math.ulp(1.0);

  private final double tolerance;
  private final Map<List<Object>, List<Double>> times = new HashMap<>();
  private final Map<List<Object>, Integer> used = new HashMap<>();
  private int known;

  /**
   * Nothing known of the other run.
   *
   * @param tolerance of the run whose events are asked about, relative
   */
  EventTimeErrors(double tolerance) {
    this.tolerance = tolerance;
  }

  /**
   * Takes note of the events of the other run: all so far, of which those known are passed over.
   */
  void learn(List<Event> other) {
    for (; known < other.size(); known++) {
      Event e = other.get(known);
      times.computeIfAbsent(key(e), k -> new ArrayList<>()).add(e.time());
    }
  }

  /** The error of the time of the next event, when the other run has met that one. */
  OptionalDouble error(Event e, long steps) {
    int position = used.getOrDefault(key(e), 0);
    List<Double> candidates = times.getOrDefault(key(e), List.of());
    return position < candidates.size()
        ? OptionalDouble.of(
            ErrorEstimate.SAFETY * Math.abs(candidates.get(position) - e.time())
                + (tolerance + ROUNDING * Math.sqrt((double) steps)) * e.time())
        : OptionalDouble.empty();
  }

  /** The event with its error; the one after it with the same name is the next. */
  Event with(Event e, double error) {
    used.merge(key(e), 1, Integer::sum);
    return new Event(e.time(), e.neuron(), e.sample(), e.kind(), e.direction(), error);
  }

  private static List<Object> key(Event e) {
    return List.of(e.neuron(), e.sample(), e.kind(), e.direction());
  }
}
