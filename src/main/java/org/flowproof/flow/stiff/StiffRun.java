package org.flowproof.flow.stiff;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.flowproof.flow.ExactNumbers;
import org.flowproof.flow.Failure;
import org.flowproof.flow.LastIndex;
import org.flowproof.flow.SpeedRule;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Vectors;

/** One run at one tolerance. Used once, by one thread. */
final class StiffRun {
  /** Steps shorter than this many units in the last place of the time do not move it well. */
  private static final double SHORTEST = 16;

  private static final int BISECTIONS = 60;

  private final Radau method;
  private final Dynamics.StopRule stop;
  private final NeuronScale scale;
  private final Stages stages;
  private final Growth growth;
  private final StepControl control;
  private final SpeedRule slow;
  private final double tolerance;
  private final double growthPerStep;
  private final double[] velocity;
  private final double[] error;
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
  StiffRun(
      Radau method,
      VectorField field,
      NeuronScale scale,
      double[] start,
      double tolerance,
      Dynamics.StopRule stop) {
    this.method = method;
    this.stop = stop;
    this.scale = scale;
    this.tolerance = tolerance;
    stages = new Stages(method, field, scale, tolerance);
    growth = new Growth(field.dimension());
    control = new StepControl(method.stages() + 1);
    slow = new SpeedRule(stop.gradientNorm());
    growthPerStep = method.exactGrowth(tolerance);
    velocity = new double[field.dimension()];
    error = new double[field.dimension()];
    y = start.clone();
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
    return stages.evaluations();
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
    stages.linearize(y);
    stages.velocity(y, velocity);
    slow.met(velocity);
    double h = Double.isNaN(step) ? firstStep() : step;
    boolean rejected = accepted == 0;
    String trouble = "no step was tried";
    while (true) {
      double rest = stop.time() - time;
      boolean ends = h >= rest || !(time + h < stop.time());
      double length = ends ? rest : time + h - time;
      if (stages.evaluations() >= stop.evaluations()) {
        reason = StopReason.EVALUATION_LIMIT;
        return;
      }
      if (!ends && !(length > SHORTEST * Math.ulp(time))) {
        collapse(trouble);
        return;
      }
      if (!growth.below(growthPerStep / length, stages.jacobian())) {
        h = length / 2;
        trouble = "a weight grows too fast";
        continue;
      }
      scale.set(y);
      if (!stages.solve(y, length, guess(length))) {
        h = length / 4;
        rejected = true;
        trouble = "Newton's iteration for a step did not converge";
        continue;
      }
      double size = errorOfStep(rejected);
      if (!(size <= 1)) {
        h = Double.isNaN(size) ? length / 4 : control.afterRejection(length, size);
        rejected = true;
        trouble = "the error of a step stayed above the tolerance";
        continue;
      }
      double effort = (double) stages.iterations() / Stages.patience();
      double next = control.afterStep(length, Math.max(size, 1e-6), effort);
      step = rejected ? Math.min(next, length) : next;
      take(length, ends);
      return;
    }
  }

  private double[][] guess(double length) {
    return last == null ? new double[method.stages()][y.length] : last.beyond(length);
  }

  private double errorOfStep(boolean careful) {
    stages.error(velocity, error);
    double size = scale.of(error) / tolerance;
    if (careful && size > 1) {
      // far from what is slow, the error itself has a large component that decays
      double[] moved = new double[y.length];
      for (int i = 0; i < y.length; i++) {
        moved[i] = y[i] + error[i];
      }
      double[] there = new double[y.length];
      stages.velocity(moved, there);
      stages.error(there, error);
      size = scale.of(error) / tolerance;
    }
    return size;
  }

  private void take(double length, boolean ends) {
    double[][] increments = stages.increments();
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
    if (slow.watches()) {
      stages.velocity(after, velocity);
      if (slow.met(velocity)) {
        time = slowTime();
        last = last.until(time);
        y = last.at(time);
        pieces.add(last);
        reason = StopReason.GRADIENT_NORM;
        return;
      }
    }
    pieces.add(last);
    time = until;
    y = after;
    if (ends) {
      reason = StopReason.END_TIME;
    }
  }

  /** A time in the last step from which on the velocity is at most the bound. */
  private double slowTime() {
    double lo = last.start();
    double hi = last.end();
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = 0.5 * (lo + hi);
      stages.velocity(last.at(middle), velocity);
      if (Math.sqrt(Vectors.dot(velocity, velocity)) > stop.gradientNorm()) {
        lo = middle;
      } else {
        hi = middle;
      }
    }
    return hi;
  }

  private double firstStep() {
    scale.set(y);
    double speed = scale.of(velocity);
    double length = Math.pow(tolerance, 1.0 / (method.stages() + 1)) / speed;
    return speed > 0 && length < stop.time() ? length : stop.time();
  }

  private void collapse(String trouble) {
    reason = StopReason.NUMERICAL_FAILURE;
    boolean finite = scale.finite();
    for (double part : velocity) {
      finite &= Double.isFinite(part);
    }
    if (!finite) {
      String cause = "a weight or velocity left the range of doubles";
      broken = new Failure(Failure.Kind.OVERFLOW, time, 0, cause);
      return;
    }
    String cause = String.format(Locale.ROOT, "the steps became too short: %s", trouble);
    broken = new Failure(Failure.Kind.STEP_COLLAPSE, time, 0, cause);
  }

  /** Writes all that the rest of the run depends on. */
  void save(DataOutput out) throws IOException {
    out.writeDouble(time);
    ExactNumbers.write(out, y);
    out.writeDouble(step);
    out.writeBoolean(slow.armed());
    out.writeLong(accepted);
    out.writeLong(stages.evaluations());
    control.save(out);
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
    slow.arm(in.readBoolean());
    accepted = in.readLong();
    stages.resume(in.readLong());
    control.restore(in);
    last = in.readBoolean() ? Piece.read(in, method, y.length) : null;
    pieces.clear();
  }

  /** Adds a piece that a saved run had kept. */
  void recall(DataInput in) throws IOException {
    pieces.add(Piece.read(in, method, y.length));
  }
}
