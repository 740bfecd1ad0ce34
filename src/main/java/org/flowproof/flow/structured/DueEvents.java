package org.flowproof.flow.structured;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.flowproof.flow.Event;
import org.flowproof.flow.KinkLines;

/** Events with their final errors, packed until somebody reads them. */
final class DueEvents {
  private EventLog log = new EventLog();
  private double[] errors = new double[64];

  boolean isEmpty() {
    return log.size() == 0;
  }

  void clear() {
    log = new EventLog();
    errors = new double[64];
  }

  /** Adds an event of a log, with an error of its time. */
  void add(EventLog from, int i, double error) {
    if (log.size() == errors.length) {
      errors = Arrays.copyOf(errors, log.size() + (log.size() >> 1));
    }
    errors[log.size()] = error;
    log.add(from, i);
  }

  /** All events, one for each sample of a line, made when they are read; none are left. */
  List<Event> take(KinkLines kinks) {
    EventLog events = log;
    double[] theirs = errors;
    clear();
    int[] firsts = new int[events.size() + 1];
    for (int i = 0; i < events.size(); i++) {
      firsts[i + 1] = firsts[i] + kinks.members(events.line(i)).length;
    }
    return new AbstractList<>() {
      @Override
      public Event get(int index) {
        Objects.checkIndex(index, size());
        int found = Arrays.binarySearch(firsts, index);
        int i = found >= 0 ? found : -found - 2;
        int sample = kinks.members(events.line(i))[index - firsts[i]];
        return events.event(kinks, i, sample, theirs[i]);
      }

      @Override
      public int size() {
        return firsts[firsts.length - 1];
      }
    };
  }
}
