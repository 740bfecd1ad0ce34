package org.flowproof.flow.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flowproof.flow.Event;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.Trajectory.NonUniqueness;
import org.flowproof.flow.Trajectory.NonUniqueness.Cause;

/**
 * Holds one trajectory against another of the same problem, each within the errors that the two
 * state: the only comparison that the suites of this package use, so that what it would let pass,
 * all of them would. Everything found wrong is collected as a refusal.
 */
public final class TrajectoryAgreement {
  /** Times at which states are compared, the end included. */
  public static final int TIMES = 30;

  /**
   * Of the run: how far apart two reports of one loss of uniqueness may be. These carry no error.
   */
  private static final double LOSS_TIME = 1e-7;

  /** Of the run: an event may lack its partner when it is at the end of what is compared. */
  private static final double END = 1e-7;

  private final List<String> refusals = new ArrayList<>();
  private final List<Double> ratios = new ArrayList<>();
  private final List<Double> sizes = new ArrayList<>();
  private long eventsMatched;
  private boolean endsNotUnique;

  private TrajectoryAgreement() {}

  /** Nothing compared yet. */
  public static TrajectoryAgreement begin() {
    return new TrajectoryAgreement();
  }

  /** Compares everything up to the first loss of uniqueness. */
  public static TrajectoryAgreement of(Trajectory expected, Trajectory got) {
    TrajectoryAgreement result = new TrajectoryAgreement();
    if (expected.stopReason() != got.stopReason()) {
      result.refuse("ends for %s, expected %s", got.stopReason(), expected.stopReason());
    }
    double whole = Math.min(expected.endTime(), got.endTime());
    result.losses(expected.nonUniqueness(), got.nonUniqueness(), whole);
    double end = Math.min(whole, Math.min(unique(expected), unique(got)));
    for (int i = 0; i <= TIMES; i++) {
      double time = Math.min(end, end * i / TIMES);
      result.states(expected, expected.at(time), got.at(time));
    }
    result.events(expected.events(), got.events(), end);
    return result;
  }

  /** When a trajectory loses uniqueness; infinity when it does not. */
  static double unique(Trajectory trajectory) {
    return trajectory.nonUniqueness().map(NonUniqueness::time).orElse(Double.POSITIVE_INFINITY);
  }

  /** Everything found wrong; empty when the two agree. */
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  /** Difference over the sum of both stated errors, the largest of each state compared. */
  public List<Double> ratios() {
    return List.copyOf(ratios);
  }

  /** The sum of both stated errors over the size of the neuron, the largest of each state. */
  public List<Double> sizes() {
    return List.copyOf(sizes);
  }

  /** How many events were found in both. */
  public long eventsMatched() {
    return eventsMatched;
  }

  /** Whether both report a loss of uniqueness, at which the comparison ended. */
  public boolean endsNotUnique() {
    return endsNotUnique;
  }

  private void refuse(String text, Object... parts) {
    refusals.add(String.format(java.util.Locale.ROOT, text, parts));
  }

  private void losses(Optional<NonUniqueness> expected, Optional<NonUniqueness> got, double end) {
    if (expected.isEmpty() && got.isEmpty()) {
      return;
    }
    if (expected.isEmpty() || got.isEmpty()) {
      // one run may end just before the other loses uniqueness
      if (expected.or(() -> got).orElseThrow().time() < end * (1 - LOSS_TIME)) {
        refuse("loss of uniqueness %s, expected %s", got, expected);
      }
      return;
    }
    NonUniqueness e = expected.get();
    NonUniqueness g = got.get();
    endsNotUnique = true;
    // neurons that rest on one kink are freed at one time, and which is named is left open
    boolean together = e.cause() == Cause.RESTING_NEURON_MAY_LEAVE && e.sample() == g.sample();
    if ((e.neuron() != g.neuron() && !together)
        || e.cause() != g.cause()
        || !(Math.abs(e.time() - g.time()) <= LOSS_TIME * end)) {
      refuse("loss of uniqueness %s, expected %s", g, e);
    }
  }

  /** Compares two states at one time. */
  public void states(Trajectory of, State expected, State got) {
    int d = of.problem().data().d();
    double worst = 0;
    double largest = 0;
    for (int j = 0; j < of.problem().network().width(); j++) {
      double size = got.a(j) * got.a(j);
      double allowedA = expected.errorOfA(j) + got.errorOfA(j);
      double allowedW = expected.errorOfW(j) + got.errorOfW(j);
      worst = Math.max(worst, ratio(expected.a(j) - got.a(j), allowedA));
      for (int i = 0; i < d; i++) {
        size += got.w(j, i) * got.w(j, i);
        worst = Math.max(worst, ratio(expected.w(j, i) - got.w(j, i), allowedW));
      }
      largest = Math.max(largest, ratio(Math.max(allowedA, allowedW), Math.sqrt(size)));
      if (!(worst <= 1)) {
        refuse(
            "neuron %d at %s: %s times the stated errors %s (a) and %s (w)",
            j + 1, got.time(), worst, allowedA, allowedW);
        break;
      }
    }
    ratios.add(worst);
    sizes.add(largest);
  }

  /** {@code |part| / whole}, 0 for 0/0; not a number counts as infinite. */
  private static double ratio(double part, double whole) {
    if (part == 0) {
      return 0;
    }
    double ratio = Math.abs(part) / whole;
    return Double.isNaN(ratio) ? Double.POSITIVE_INFINITY : ratio;
  }

  /** Compares the events before a time, neuron by neuron and sample by sample. */
  public void events(List<Event> expected, List<Event> got, double end) {
    Map<List<Integer>, List<Event>> left = byKink(expected);
    Map<List<Integer>, List<Event>> right = byKink(got);
    for (List<Integer> kink : left.keySet()) {
      sequence(left.get(kink), right.getOrDefault(kink, List.of()), end);
    }
    for (List<Integer> kink : right.keySet()) {
      if (!left.containsKey(kink)) {
        sequence(List.of(), right.get(kink), end);
      }
    }
  }

  private static Map<List<Integer>, List<Event>> byKink(List<Event> events) {
    Map<List<Integer>, List<Event>> result =
        new TreeMap<>(
            Comparator.<List<Integer>>comparingInt(k -> k.get(0)).thenComparingInt(k -> k.get(1)));
    for (Event e : events) {
      result.computeIfAbsent(List.of(e.neuron(), e.sample()), k -> new ArrayList<>()).add(e);
    }
    return result;
  }

  private void sequence(List<Event> expected, List<Event> got, double end) {
    for (int i = 0; i < Math.max(expected.size(), got.size()); i++) {
      Event e = i < expected.size() ? expected.get(i) : null;
      Event g = i < got.size() ? got.get(i) : null;
      if ((e == null || atEnd(e, end)) && (g == null || atEnd(g, end))) {
        return;
      }
      if (e == null || g == null) {
        refuse("event %s, expected %s", g, e);
        return;
      }
      double allowed = e.timeError() + g.timeError();
      if (e.kind() != g.kind()
          || e.direction() != g.direction()
          || !(Math.abs(e.time() - g.time()) <= allowed)) {
        refuse("event %s, expected %s, %s apart", g, e, Math.abs(e.time() - g.time()));
        return;
      }
      eventsMatched++;
    }
  }

  private static boolean atEnd(Event event, double end) {
    return event.time() + Math.min(event.timeError(), END * end) >= end;
  }
}
