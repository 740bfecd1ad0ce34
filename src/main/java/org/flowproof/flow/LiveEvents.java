package org.flowproof.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The events of a run in the order in which they may be handed out: an event waits until the
 * coarser run has met it too, but no longer than a part after its own.
 */
final class LiveEvents {
  private final EventTimeErrors errors;
  private final double unknown;
  private final List<Event> due = new ArrayList<>();
  private int seen;
  private double previous = -1;

  /**
   * Nothing seen.
   *
   * @param tolerance of the run, relative
   * @param unknown error of the time of an event that the coarser run does not meet
   */
  LiveEvents(double tolerance, double unknown) {
    errors = new EventTimeErrors(tolerance);
    this.unknown = unknown;
  }

  /**
   * Looks at both runs at the end of a part.
   *
   * @param all events of the run, by time
   * @param other events of the coarser run
   * @param reached by the run
   * @param ended whether this was the last part
   */
  void look(List<Event> all, List<Event> other, double reached, boolean ended, long steps) {
    errors.learn(other);
    while (seen < all.size()) {
      // events of one time are handed out together, by neuron and sample
      int end = seen;
      while (end < all.size() && all.get(end).time() == all.get(seen).time()) {
        end++;
      }
      double time = all.get(seen).time();
      if (!ended && time >= reached) {
        break;
      }
      List<Event> together = all.subList(seen, end).stream().sorted(KinkEvents.ORDER).toList();
      boolean late = ended || time < previous;
      if (!late && together.stream().anyMatch(e -> errors.error(e, steps).isEmpty())) {
        break;
      }
      for (Event e : together) {
        OptionalDouble error = errors.error(e, steps);
        due.add(errors.with(e, error.orElse(unknown)));
      }
      seen = end;
    }
    previous = reached;
  }

  List<Event> take() {
    List<Event> taken = List.copyOf(due);
    due.clear();
    return taken;
  }

  /** What was handed out is found again from the events of both runs. */
  void save(DataOutput out) throws IOException {
    if (!due.isEmpty()) {
      throw new IllegalStateException("events are left to be taken");
    }
    out.writeInt(seen);
    out.writeDouble(previous);
  }

  void restore(DataInput in, List<Event> all, List<Event> other) throws IOException {
    int handedOut = in.readInt();
    previous = in.readDouble();
    if (handedOut < 0 || handedOut > all.size()) {
      throw new IOException(handedOut + " events handed out of " + all.size());
    }
    errors.learn(other);
    for (; seen < handedOut; seen++) {
      errors.with(all.get(seen), 0);
    }
  }
}
