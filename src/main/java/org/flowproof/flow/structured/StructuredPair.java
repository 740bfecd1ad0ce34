package org.flowproof.flow.structured;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flowproof.flow.ErrorEstimate;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;
import org.flowproof.flow.LiveRun;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.State;
import org.flowproof.flow.StoredTrajectory;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/**
 * A run and its looser companion. A part is the macro steps up to the next comparison of the two,
 * so that every state that can be asked for has its error.
 */
final class StructuredPair implements LiveRun {
  private static final double LOOSER = 10;
  private static final double STRETCH = 1.6;
  private static final double FINEST = 1e-13;

  /** Relative: neurons that start on a kink are put there exactly, up to rounding. */
  private static final double START = 8 * Math.ulp(1.0);

  private static final int COMPARE_ALWAYS = 4000;
  private static final int COMPARE_EVERY = 8;

  /** Events of a part, about; they take some 200 bytes each until they are handed out. */
  private static final long MOST_EVENTS = 1_000_000;

  private final Setup setup;
  private final Workers workers;
  private final boolean keepsAll;
  private final boolean small;
  private final double tolerance;
  private final StructuredRun fine;
  private final StructuredRun coarse;
  private final ErrorEstimate estimate;
  private final RunErrors errors;
  private final EventStream events;
  private final Sweep reader;
  private Tape tape = new Tape();
  private Replay part;
  private double from;
  private long eventsCompared;

  /**
   * A pair at time 0.
   *
   * @param estimatesError whether there is a looser run; without it every error is infinite
   * @param keepsAll whether the tape of all parts and all events are kept, for {@link #trajectory}
   */
  StructuredPair(
      Problem problem,
      Workers workers,
      Sweep.WalkMaker maker,
      boolean estimatesError,
      boolean keepsAll) {
    Dynamics.Flow flow = (Dynamics.Flow) problem.dynamics();
    this.workers = workers;
    this.keepsAll = keepsAll;
    tolerance = Math.max(FINEST, flow.relativeTolerance());
    setup = new Setup(problem, tolerance);
    small = setup.m * (setup.d + 1) <= COMPARE_ALWAYS;
    fine = new StructuredRun(setup, flow.stop(), tolerance, 1, workers, maker);
    Dynamics.StopRule open =
        new Dynamics.StopRule(flow.stop().time(), 0, flow.stop().evaluations(), false);
    double loose = LOOSER * tolerance;
    coarse =
        estimatesError
            ? new StructuredRun(new Setup(problem, loose), open, loose, STRETCH, workers, maker)
            : null;
    estimate = new ErrorEstimate(problem, START);
    errors = new RunErrors(setup, loose);
    events = new EventStream(setup, estimatesError ? flow.stop().time() : Double.POSITIVE_INFINITY);
    // a trajectory is read by many threads, a run under way by the one that advances it
    Workers readers = keepsAll ? new Workers(1) : workers;
    reader = new Sweep(setup, fine.basis(), tolerance, readers, maker);
    part = new Replay(fine, reader, tape, errors);
    compare(0);
    if (fine.ended()) {
      close();
    }
  }

  @Override
  public Problem problem() {
    return setup.problem;
  }

  @Override
  public Optional<Trajectory.StopReason> stopReason() {
    return Optional.ofNullable(fine.reason());
  }

  @Override
  public void interrupt() {
    if (!fine.ended()) {
      fine.interrupt();
      close();
    }
  }

  @Override
  public boolean advance(RunWatcher watcher) {
    return workers.did(this::advance, () -> watcher.proceed(RunWatcher.Progress.of(this)));
  }

  @Override
  public void advance() {
    if (fine.ended()) {
      return;
    }
    if (!keepsAll) {
      tape = new Tape();
      errors.forget();
    }
    from = fine.time();
    boolean compared = false;
    while (!compared && !fine.ended()) {
      compared = step();
    }
    part = new Replay(fine, reader, tape, errors);
    if (fine.ended()) {
      close();
    } else {
      look();
    }
  }

  /** One macro step of the run; whether the two were compared at its end. */
  private boolean step() {
    long before = fine.steps();
    fine.advance();
    if (fine.steps() == before) {
      return false;
    }
    Tape.Step step = fine.lastStep();
    estimate.step(step.error());
    tape.add(step, fine.statesBefore());
    boolean many = fine.events() - eventsCompared > MOST_EVENTS;
    boolean compared = small || many || fine.steps() % COMPARE_EVERY == 0;
    if (compared) {
      compare(Math.min(fine.time(), step.start() + 0.6 * step.length()));
      compare(fine.time());
      eventsCompared = fine.events();
    } else {
      follow(fine.time());
    }
    return compared;
  }

  private void close() {
    compare(fine.time());
    look();
  }

  private void look() {
    if (!keepsAll) {
      long before = fine.steps() - tape.size();
      errors.limits(fine.log(), tape, before);
      events.look(fine.log(), coarse == null ? new EventLog() : coarse.log(), fine);
      fine.forgetEvents();
      if (coarse != null) {
        coarse.forgetEvents();
      }
    }
  }

  /** Lets the looser run catch up. */
  private void follow(double time) {
    while (coarse != null && coarse.time() < time && !coarse.ended()) {
      coarse.advance();
    }
  }

  private void compare(double time) {
    follow(time);
    double[] mine = fine.packedAt(time);
    boolean there = coarse != null && coarse.time() >= time;
    estimate.compare(mine, there ? coarse.packedAt(time) : null);
    errors.note(time, mine, estimate);
  }

  @Override
  public double from() {
    return from;
  }

  @Override
  public double time() {
    return fine.time();
  }

  /** The state at time 0 of a run that has not begun. */
  State atStart() {
    return part.at(0);
  }

  @Override
  public State at(double time) {
    if (!(time >= from && (time < fine.time() || (time == fine.time() && fine.ended())))) {
      throw new IllegalArgumentException(
          "time " + time + " is outside [" + from + ", " + fine.time() + ")");
    }
    return part.at(time);
  }

  @Override
  public List<Event> takeEvents() {
    return events.take();
  }

  @Override
  public Optional<Trajectory.NonUniqueness> nonUniqueness() {
    return fine.nonUniqueness();
  }

  @Override
  public List<Failure> failures() {
    return Stream.concat(LiveRun.super.failures().stream(), errors.failures().stream())
        .sorted(Comparator.comparingDouble(Failure::time))
        .toList();
  }

  @Override
  public Trajectory.Cost cost() {
    long evaluations = fine.evaluations() + (coarse == null ? 0 : coarse.evaluations());
    return new Trajectory.Cost(evaluations, fine.steps(), fine.events());
  }

  @Override
  public double loss() {
    return fine.loss();
  }

  @Override
  public String errorMethod() {
    return coarse == null
        ? "none: the second run was left out"
        : "largest difference so far to a second run at 10 times the tolerance, plus the estimated"
            + " errors of all steps and rounding";
  }

  @Override
  public void save(DataOutput out) throws IOException {
    if (fine.ended()) {
      throw new IllegalStateException("the run has ended");
    }
    out.writeBoolean(coarse != null);
    fine.save(out, false);
    if (coarse != null) {
      coarse.save(out, coarse.time() > fine.time());
    }
    estimate.save(out);
    errors.save(out);
    events.save(out);
  }

  /** Puts a pair just made where a saved one was. */
  void restore(DataInput in) throws IOException {
    if (in.readBoolean() != (coarse != null)) {
      throw new IOException("one of the runs has no second run beside it");
    }
    fine.restore(in);
    if (coarse != null) {
      coarse.restore(in);
    }
    estimate.restore(in);
    errors.restore(in, fine.states().packed());
    events.restore(in);
    from = fine.time();
    eventsCompared = fine.events();
    part = new Replay(fine, reader, tape, errors);
  }

  /** What came of the run, once it has ended; of one that keeps all. */
  StructuredTrajectory trajectory() {
    if (coarse != null) {
      errors.ofEvents(fine.log(), coarse.log(), tape, Math.max(1e-300, fine.time()));
    } else {
      for (int i = 0; i < fine.log().size(); i++) {
        fine.log().setError(i, Double.POSITIVE_INFINITY);
      }
    }
    StoredTrajectory.Summary summary =
        new StoredTrajectory.Summary(
            fine.reason(),
            fine.nonUniqueness(),
            cost(),
            fine.log().view(setup.lines),
            errorMethod());
    return new StructuredTrajectory(setup, tape, part, summary, errors);
  }
}
