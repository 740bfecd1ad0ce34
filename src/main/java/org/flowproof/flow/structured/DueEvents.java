package org.flowproof.flow.structured;

import java.util.Arrays;
import java.util.List;
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
    return events.view(kinks, i -> theirs[i]);
  }
}
