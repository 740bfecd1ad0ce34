package org.flowproof.flow.stiff;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.EarlyEnd;
import org.flowproof.flow.ExactNumbers;
import org.flowproof.flow.Failure;
import org.flowproof.flow.LastIndex;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Dynamics;

/** One run at one tolerance. Used once, by one thread. */
final class StiffRun {
  /** Halvings that place an early end inside a step, which may be long. */
  private static final int BISECTIONS = 60;

  private final Radau method;
  private final Dynamics.StopRule stop;
  private final StepSearch search;
  private final EarlyEnd early;
  private final List<Piece> pieces = new ArrayList<>();
  private Piece last;
  private double time;
  private double[] y;
  private double step = Double.NaN;
  private long accepted;
  private StopReason reason;
  private Failure broken;

  /**
   * A run at time 0.
   *
   * @param start the state; not kept
   * @param tolerance of one step, relative to each neuron
   */
  StiffRun(Radau method, Motion motion, double[] start, double tolerance, Dynamics.StopRule stop) {
    this.method = method;
    this.stop = stop;
    search = new StepSearch(method, motion.field(), motion.scale(), tolerance, stop);
    early = new EarlyEnd(stop.gradientNorm(), motion.low(), BISECTIONS);
    y = start.clone();
    if (early.atStart(y)) {
      reason = StopReason.LOSS;
    }
  }

  boolean ended() {
    return reason != null;
  }

  StopReason stopReason() {
    return reason;
  }

  void interrupt() {
    reason = StopReason.INTERRUPTED;
  }

  double time() {
    return time;
  }

  /** The state reached; not to be changed. */
  double[] state() {
    return y;
  }

  long steps() {
    return accepted;
  }

  long evaluations() {
    return search.evaluations();
  }

  /** Dense output so far, without what was forgotten; not to be changed. */
  List<Piece> pieces() {
    return pieces;
  }

  /** Where the run is, as a piece of length zero. */
  Piece end() {
    return Piece.point(method, time, y);
  }

  /** The state at a time from the first piece kept to the time reached. */
  double[] at(double when) {
    if (when == time) {
      return y;
    }
    return pieces.get(find(when)).at(when);
  }

  /** The position of the last piece kept that begins at a time or before it. */
  int find(double when) {
    return LastIndex.of(pieces.size(), i -> pieces.get(i).start() <= when);
  }

  /** Drops the pieces that end at a time or before it. */
  void forgetUntil(double when) {
    pieces.removeIf(p -> p.end() <= when);
  }

  Optional<Failure> failure() {
    return broken != null
        ? Optional.of(broken)
        : Optional.ofNullable(reason).flatMap(r -> Failure.of(r, time));
  }

  /** Goes on by one accepted step, or ends. */
  void advance() {
    if (ended()) {
      return;
    }
    search.begin(y);
    early.slow().met(search.velocity());
    StepSearch.Found found = search.find(y, time, step, last, accepted == 0);
    if (found.kind() == StepSearch.Kind.OUT_OF_EVALUATIONS) {
      reason = StopReason.EVALUATION_LIMIT;
    } else if (found.kind() == StepSearch.Kind.TOO_SHORT) {
      reason = StopReason.NUMERICAL_FAILURE;
      broken = search.failure(time);
    } else {
      step = found.next();
      take(found.length(), found.kind() == StepSearch.Kind.LAST);
    }
  }

  private void take(double length, boolean ends) {
    double[][] increments = search.increments();
    double[][] kept = new double[increments.length][];
    for (int s = 0; s < kept.length; s++) {
      kept[s] = increments[s].clone();
    }
    double until = ends ? stop.time() : time + length;
    last = new Piece(method, time, until - time, until, y, kept);
    double[] after = y.clone();
    double[] whole = kept[kept.length - 1];
    for (int i = 0; i < after.length; i++) {
      after[i] += whole[i];
    }
    accepted++;
    Optional<EarlyEnd.Place> stopped =
        early.in(last, after, () -> search.velocity(after), search::velocity);
    if (stopped.isPresent()) {
      time = stopped.get().time();
      last = last.until(time);
      y = last.at(time);
      pieces.add(last);
      reason = stopped.get().reason();
      return;
    }
    pieces.add(last);
    time = until;
    y = after;
    if (ends) {
      reason = StopReason.END_TIME;
    }
  }

  /** Writes all that the rest of the run depends on. */
  void save(DataOutput out) throws IOException {
    out.writeDouble(time);
    ExactNumbers.write(out, y);
    out.writeDouble(step);
    out.writeBoolean(early.slow().armed());
    out.writeLong(accepted);
    search.save(out);
    out.writeBoolean(last != null);
    if (last != null) {
      last.save(out);
    }
  }

  /** Takes what was saved. */
  void restore(DataInput in) throws IOException {
    time = in.readDouble();
    y = ExactNumbers.read(in, y.length);
    step = in.readDouble();
    early.slow().arm(in.readBoolean());
    accepted = in.readLong();
    search.restore(in);
    last = in.readBoolean() ? Piece.read(in, method, y.length) : null;
    pieces.clear();
  }

  /** Adds a piece that a saved run had kept. */
  void recall(DataInput in) throws IOException {
    pieces.add(Piece.read(in, method, y.length));
  }
}
