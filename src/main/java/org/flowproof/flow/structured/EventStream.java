package org.flowproof.flow.structured;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flowproof.flow.ErrorEstimate;
import org.flowproof.flow.Event;

/**
 * The events of a followed run in the order in which they may be handed out: an event waits until
 * the looser run has met it too, but no longer than a part after its own. Events of one name
 * (neuron, line, kind, side) belong together in their order. Keeps only what waits.
 */
final class EventStream {
  private static final int KINDS = Event.Kind.values().length;

  private final Setup setup;
  private final double unknown;
  private final EventLog waiting = new EventLog();
  private final Map<Long, Deque<Double>> met = new TreeMap<>();
  private final Map<Long, Integer> ahead = new TreeMap<>();
  private final List<Event> due = new ArrayList<>();
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
      if (ahead.containsKey(name)) {
        ahead.computeIfPresent(name, (key, count) -> count == 1 ? null : count - 1);
      } else {
        met.computeIfAbsent(name, key -> new ArrayDeque<>(1)).add(other.time(i));
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
      Deque<Double> there = met.get(name);
      if (there == null && !late) {
        break;
      }
      double error = unknown;
      if (there == null) {
        ahead.merge(name, 1, Integer::sum);
      } else {
        error = ErrorEstimate.SAFETY * Math.abs(there.remove() - time) + waiting.error(next);
        if (there.isEmpty()) {
          met.remove(name);
        }
      }
      waiting.view(setup.lines, next, error, due);
      next++;
    }
    waiting.dropFirst(next);
    previous = run.time();
  }

  private long name(EventLog log, int i) {
    long place = (long) log.neuron(i) * setup.lineCount + log.line(i);
    return (place * KINDS + log.kind(i).ordinal()) * 2 + (log.side(i) > 0 ? 1 : 0);
  }

  List<Event> take() {
    List<Event> taken = List.copyOf(due);
    due.clear();
    return taken;
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
    out.writeInt(met.size());
    for (Map.Entry<Long, Deque<Double>> entry : met.entrySet()) {
      out.writeLong(entry.getKey());
      out.writeInt(entry.getValue().size());
      for (double time : entry.getValue()) {
        out.writeDouble(time);
      }
    }
    out.writeInt(ahead.size());
    for (Map.Entry<Long, Integer> entry : ahead.entrySet()) {
      out.writeLong(entry.getKey());
      out.writeInt(entry.getValue());
    }
  }

  void restore(DataInput in) throws IOException {
    previous = in.readDouble();
    waiting.restore(in, setup);
    met.clear();
    for (int names = in.readInt(); names > 0; names--) {
      Deque<Double> times = new ArrayDeque<>(1);
      met.put(in.readLong(), times);
      for (int left = in.readInt(); left > 0; left--) {
        times.add(in.readDouble());
      }
    }
    ahead.clear();
    for (int names = in.readInt(); names > 0; names--) {
      ahead.put(in.readLong(), in.readInt());
    }
    due.clear();
  }
}
