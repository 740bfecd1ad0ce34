package org.flowproof.flow.structured;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.flow.ErrorEstimate;
import org.flowproof.flow.Event;
import org.flowproof.flow.ExactNumbers;
import org.flowproof.flow.Failure;
import org.flowproof.flow.LostAccuracy;

/** Error estimates of a run from the times at which it was compared with a looser one. */
final class RunErrors {
  private static final long MOST_NUMBERS = 4_000_000;

  /** Rounding of the state moves an event by about this fraction of the time, per root of steps. */
  private static final double ROUNDING = 16 * Math.ulp(1.0);

  private final boolean exactOutput;
  private final double root;
  private final int width;
  private final LostAccuracy lost;
  private double[] before;
  private double beforeTime;
  private final List<Double> times = new ArrayList<>();
  private final List<double[]> ofA = new ArrayList<>();
  private final List<double[]> ofW = new ArrayList<>();

  RunErrors(Setup setup, double tolerance) {
    lost = new LostAccuracy(setup.problem, tolerance);
    exactOutput = !setup.trainOutput;
    root = Math.sqrt(setup.d);
    width = setup.m;
  }

  /**
   * Notes the largest differences up to a time.
   *
   * @param y the state vector there; kept, not copied
   */
  void note(double time, double[] y, ErrorEstimate estimate) {
    double[] a = estimate.ofA();
    double[] w = estimate.ofW();
    if (exactOutput) {
      java.util.Arrays.fill(a, 0.0);
    }
    lost.step(beforeTime, time, before == null ? y : before, a, w);
    before = y;
    beforeTime = time;
    times.add(time);
    ofA.add(a);
    ofW.add(w);
    if (2L * a.length * times.size() > MOST_NUMBERS && times.size() > 64) {
      thin();
    }
  }

  /** Forgets all times but the last. */
  void forget() {
    int most = times.size() - 1;
    if (most > 0) {
      times.subList(0, most).clear();
      ofA.subList(0, most).clear();
      ofW.subList(0, most).clear();
    }
  }

  /** Writes what is left after {@link #forget}, but for the state there. */
  void save(DataOutput out) throws IOException {
    lost.save(out);
    int last = times.size() - 1;
    out.writeDouble(times.get(last));
    ExactNumbers.write(out, ofA.get(last));
    ExactNumbers.write(out, ofW.get(last));
  }

  /**
   * Puts fresh ones where saved ones were.
   *
   * @param y the state vector at the last time; kept, not copied
   */
  void restore(DataInput in, double[] y) throws IOException {
    lost.restore(in);
    before = y;
    beforeTime = in.readDouble();
    times.clear();
    ofA.clear();
    ofW.clear();
    times.add(beforeTime);
    ofA.add(ExactNumbers.read(in, width));
    ofW.add(ExactNumbers.read(in, width));
  }

  /** Differences only grow, so that a later one may stand for an earlier. */
  private void thin() {
    for (int i = times.size() - 2; i >= 0; i -= 2) {
      times.remove(i);
      ofA.remove(i);
      ofW.remove(i);
    }
  }

  /** Neurons whose error has reached their size. */
  List<Failure> failures() {
    return lost.failures();
  }

  private int index(double time) {
    int lo = 0;
    int hi = times.size() - 1;
    while (lo < hi) {
      int mid = (lo + hi) >>> 1;
      if (times.get(mid) >= time) {
        hi = mid;
      } else {
        lo = mid + 1;
      }
    }
    return lo;
  }

  /** Errors of the output weights at a time; not to be changed. */
  double[] ofA(double time) {
    return ofA.get(index(time));
  }

  /** Errors of the coordinates of the hidden weights at a time; not to be changed. */
  double[] ofW(double time) {
    return ofW.get(index(time));
  }

  /**
   * Gives every event of a run the distance to its counterpart in a looser one, plus what {@link
   * #limits} says.
   */
  void ofEvents(EventLog log, EventLog other, Tape tape, double end) {
    limits(log, tape, 0);
    Map<Key, Times> counterparts = new HashMap<>();
    for (int i = 0; i < other.size(); i++) {
      counterparts.computeIfAbsent(Key.of(other, i), k -> new Times()).add(other.time(i));
    }
    for (int i = 0; i < log.size(); i++) {
      Times times = counterparts.get(Key.of(log, i));
      // an event that the other run does not have is known no better than the whole run
      double error = end;
      if (times != null && times.next < times.count) {
        double apart = Math.abs(times.values[times.next++] - log.time(i));
        error = ErrorEstimate.SAFETY * apart + log.error(i);
      }
      log.setError(i, error);
    }
  }

  /**
   * Gives every event what its time is known no better than, however well two runs agree: both may
   * have taken the same macro steps, and share their errors. A neuron arrives at a line no better
   * known than its hidden weight at the speed of arrival; a slide ends no better known than the
   * pull at the rate with which it changes.
   *
   * @param tape the steps in which the events are
   * @param before how many steps the run had taken before those
   */
  void limits(EventLog log, Tape tape, long before) {
    double rounding = ROUNDING * Math.sqrt((double) (before + tape.size()));
    int step = 0;
    for (int i = 0; i < log.size(); i++) {
      double time = log.time(i);
      while (step < tape.size() - 1 && tape.step(step + 1).start() <= time) {
        step++;
      }
      double error = rounding * time;
      if (tape.size() > 0) {
        error += shared(log, i, tape.step(step), rounding);
      }
      log.setError(i, error);
    }
  }

  private double shared(EventLog log, int i, Tape.Step step, double rounding) {
    double slow = log.slowness(i);
    if (slow == 0) {
      return ErrorEstimate.SAFETY * step.errors() * (step.start() + step.length());
    }
    if (!log.ofPull(i)) {
      return slow * root * ofW(log.time(i))[log.neuron(i)];
    }
    double gross = 0;
    for (double part : step.gross()) {
      gross += part;
    }
    return slow * ((step.errors() + rounding) * gross + step.error() / step.length());
  }

  private record Key(int neuron, int line, Event.Kind kind, int side) {
    static Key of(EventLog log, int i) {
      return new Key(log.neuron(i), log.line(i), log.kind(i), log.side(i));
    }
  }

  private static final class Times {
    private double[] values = new double[1];
    private int count;
    private int next;

    void add(double time) {
      if (count == values.length) {
        values = java.util.Arrays.copyOf(values, 2 * count);
      }
      values[count++] = time;
    }
  }
}
