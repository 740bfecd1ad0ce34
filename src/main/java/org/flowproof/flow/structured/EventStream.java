package org.flowproof.flow.structured;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.flowproof.flow.ErrorEstimate;
import org.flowproof.flow.Event;

/**
 * The events of a followed run in the order in which they may be handed out: an event waits until
 * the looser run has met it too, but no longer than a part after its own. Events of one name
 * (neuron, line, kind, side) belong together in their order. Keeps only what waits.
 */
final class EventStream {
  private static final int KINDS = Event.Kind.values().length;
  private static final double OWED = -1;

  private final Setup setup;
  private final double unknown;
  private final EventLog waiting = new EventLog();

  /**
   * Times at which the looser run has met events that wait here or are still to come, and {@link
   * #OWED} for each that was handed out before the looser run met it.
   */
  private final TimesByName met = new TimesByName();

  private final DueEvents due = new DueEvents();
  private double previous = -1;

  /**
   * Nothing seen.
   *
   * @param unknown error of the time of an event that the looser run does not meet
   */
  EventStream(Setup setup, double unknown) {
    this.setup = setup;
    this.unknown = unknown;
  }

  /**
   * Takes over the events of a part.
   *
   * @param fresh events of the run, each with what {@link RunErrors#limits} says
   * @param other events of the looser run
   * @param run where it is
   */
  void look(EventLog fresh, EventLog other, RunState run) {
    for (int i = 0; i < other.size(); i++) {
      long name = name(other, i);
      if (owed(name)) {
        met.removeFirst(name);
      } else {
        met.add(name, other.time(i));
      }
    }
    for (int i = 0; i < fresh.size(); i++) {
      waiting.add(fresh, i);
    }
    int next = 0;
    while (next < waiting.size()) {
      double time = waiting.time(next);
      if (!run.ended() && time >= run.time()) {
        break;
      }
      boolean late = run.ended() || time < previous;
      long name = name(waiting, next);
      boolean there = met.has(name) && !owed(name);
      if (!there && !late) {
        break;
      }
      double error = unknown;
      if (there) {
        error = ErrorEstimate.SAFETY * Math.abs(met.first(name) - time) + waiting.error(next);
        met.removeFirst(name);
      } else {
        met.add(name, OWED);
      }
      due.add(waiting, next, error);
      next++;
    }
    waiting.dropFirst(next);
    previous = run.time();
  }

  private long name(EventLog log, int i) {
    long place = (long) log.neuron(i) * setup.lineCount + log.line(i);
    return (place * KINDS + log.kind(i).ordinal()) * 2 + (log.side(i) > 0 ? 1 : 0);
  }

  private boolean owed(long name) {
    return met.has(name) && met.first(name) == OWED;
  }

  List<Event> take() {
    return due.take(setup.lines);
  }

  /**
   * Writes what waits.
   *
   * @throws IllegalStateException when events are left to be taken
   */
  void save(DataOutput out) throws IOException {
    if (!due.isEmpty()) {
      throw new IllegalStateException("events are left to be taken");
    }
    out.writeDouble(previous);
    waiting.save(out);
    met.save(out);
  }

  void restore(DataInput in) throws IOException {
    previous = in.readDouble();
    waiting.restore(in, setup);
    met.restore(in);
    due.clear();
  }
}
