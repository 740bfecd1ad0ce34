package org.flowproof.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Estimates how well the times of events are known, from a second run of the same flow. */
final class EventTimeErrors {
  /** Rounding of the state moves an event by about this fraction of the time, per root of steps. */
  private static final double ROUNDING = 16 * Math.ulp(1.0);

  private EventTimeErrors() {}

  /**
   * Matches the events of two runs by neuron, sample, kind, direction and order.
   *
   * @param events of the run itself, in order
   * @param other those of the coarser run
   * @param tolerance of the run itself, relative
   * @param steps accepted by it
   * @param endTime where it ended
   */
  static List<Event> match(
      List<Event> events, List<Event> other, double tolerance, long steps, double endTime) {
    Map<List<Object>, List<Double>> times = new HashMap<>();
    for (Event e : other) {
      times.computeIfAbsent(key(e), k -> new ArrayList<>()).add(e.time());
    }
    List<Event> result = new ArrayList<>();
    Map<List<Object>, Integer> used = new HashMap<>();
    for (Event e : events) {
      int position = used.merge(key(e), 1, Integer::sum) - 1;
      List<Double> candidates = times.getOrDefault(key(e), List.of());
      // an event that the other run does not have is known no better than the whole run
      double error =
          position < candidates.size()
              ? Math.abs(candidates.get(position) - e.time())
                  + (tolerance + ROUNDING * Math.sqrt((double) steps)) * e.time()
              : endTime;
      result.add(new Event(e.time(), e.neuron(), e.sample(), e.kind(), e.direction(), error));
    }
    return result;
  }

  private static List<Object> key(Event e) {
    return List.of(e.neuron(), e.sample(), e.kind(), e.direction());
  }
}
