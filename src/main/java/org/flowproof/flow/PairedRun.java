package org.flowproof.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.Trajectory.NonUniqueness;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * Two runs of one flow side by side: the one whose result counts, and one at 50 times its tolerance
 * that is always at least as far. Their largest difference so far is the error estimate, at any
 * time at which the pair is stopped.
 */
final class PairedRun implements LiveRun {
  private static final double FINEST = 1e-14;
  private static final double REFINEMENT = 50;

  /** Sampling points inside each step at which the two runs are compared. */
  private static final double[] COMPARED = {0.0, 0.15, 0.3, 0.5, 0.7, 0.85, 1.0};

  private final Problem problem;
  private final boolean keepsAll;
  private final double tolerance;
  private final FlowRun fine;
  private final FlowRun coarse;
  private final ErrorEstimate estimate;
  private final LiveEvents events;
  private final LostAccuracy lost;
  private final List<double[]> errorsOfA = new ArrayList<>();
  private final List<double[]> errorsOfW = new ArrayList<>();
  private double from;

  /**
   * A pair at time 0.
   *
   * @param keepsAll whether the dense output of all parts is kept, for {@link #trajectory}
   */
  PairedRun(Problem problem, Dynamics.Flow flow, boolean keepsAll) {
    this.problem = problem;
    this.keepsAll = keepsAll;
    KinkLines lines = KinkLines.of(problem);
    tolerance = Math.max(FINEST, flow.relativeTolerance() / REFINEMENT);
    fine = new FlowRun(problem, lines, tolerance, flow.stop());
    // where the first run ends early this one goes a little beyond, which is left unread
    Dynamics.StopRule end =
        new Dynamics.StopRule(flow.stop().time(), 0, flow.stop().evaluations(), false);
    coarse = new FlowRun(problem, lines, tolerance * REFINEMENT, end);
    estimate = new ErrorEstimate(problem, tolerance);
    lost = new LostAccuracy(problem, tolerance * REFINEMENT);
    events = new LiveEvents(tolerance, flow.stop().time());
    if (fine.ended()) {
      close();
    }
  }

  @Override
  public Problem problem() {
    return problem;
  }

  boolean ended() {
    return fine.ended();
  }

  @Override
  public Optional<StopReason> stopReason() {
    return Optional.ofNullable(fine.stopReason());
  }

  @Override
  public void interrupt() {
    if (!ended()) {
      fine.interrupt();
      close();
    }
  }

  @Override
  public void advance() {
    if (ended()) {
      return;
    }
    if (!keepsAll) {
      fine.pieces().forgetUntil(fine.time());
      coarse.pieces().forgetUntil(fine.time());
      errorsOfA.clear();
      errorsOfW.clear();
    }
    from = fine.time();
    int before = fine.pieces().count();
    fine.advance();
    while (!coarse.ended() && coarse.time() < fine.time()) {
      coarse.advance();
    }
    for (int p = before; p < fine.pieces().count(); p++) {
      compare(fine.pieces().get(p));
    }
    if (ended()) {
      close();
    } else if (!keepsAll) {
      look();
    }
  }

  private void close() {
    compare(fine.end());
    look();
  }

  private void look() {
    events.look(fine.events(), coarse.events(), fine.time(), ended(), fine.steps());
  }

  private void compare(DensePiece piece) {
    for (double fraction : COMPARED) {
      double time =
          fraction == 1 ? piece.end() : piece.start() + fraction * (piece.end() - piece.start());
      estimate.compare(piece.at(time), coarseAt(time));
    }
    estimate.step();
    double[] ofA = estimate.ofA();
    double[] ofW = estimate.ofW();
    keepFixedOutputExact(ofA);
    lost.step(piece.start(), piece.end(), piece.origin(), ofA, ofW);
    keepFixedOutputExact(ofA);
    errorsOfA.add(ofA);
    errorsOfW.add(ofW);
  }

  private void keepFixedOutputExact(double[] errorsOfOutput) {
    if (problem.network().trained() == Network.Trained.FIRST) {
      Arrays.fill(errorsOfOutput, 0);
    }
  }

  /** The state of the coarser run, or null where it has none. */
  private double[] coarseAt(double time) {
    if (time >= coarse.time()) {
      return time == coarse.time() ? coarse.state() : null;
    }
    Pieces pieces = coarse.pieces();
    return pieces.get(pieces.find(time)).at(time);
  }

  @Override
  public double from() {
    return from;
  }

  @Override
  public double time() {
    return fine.time();
  }

  @Override
  public State at(double time) {
    if (ended() && time == fine.time()) {
      return state(fine.end(), time, errorsOfA.size() - 1);
    }
    if (!(time >= from && time < fine.time())) {
      throw new IllegalArgumentException(
          "time " + time + " is outside [" + from + ", " + fine.time() + ")");
    }
    int index = fine.pieces().find(time);
    return state(fine.pieces().get(index), time, index);
  }

  private State state(DensePiece piece, double time, int index) {
    return FlowState.on(problem, piece, time, errorsOfA.get(index), errorsOfW.get(index));
  }

  @Override
  public List<Event> takeEvents() {
    return events.take();
  }

  @Override
  public Optional<NonUniqueness> nonUniqueness() {
    return fine.nonUniqueness();
  }

  @Override
  public List<Failure> failures() {
    List<Failure> all = new ArrayList<>(lost.failures());
    fine.nonUniqueness().flatMap(Failure::of).ifPresent(all::add);
    coarse
        .failure()
        .filter(f -> f.time() < fine.time())
        .map(
            f ->
                new Failure(
                    Failure.Kind.LOST_ACCURACY,
                    f.time(),
                    0,
                    "the second run, which measures the error, broke off: " + f.cause()))
        .ifPresent(all::add);
    all.sort(Comparator.comparingDouble(Failure::time));
    fine.failure().ifPresent(all::add);
    return List.copyOf(all);
  }

  @Override
  public Trajectory.Cost cost() {
    return new Trajectory.Cost(
        fine.evaluations() + coarse.evaluations(), fine.steps(), fine.events().size());
  }

  @Override
  public double loss() {
    return PlainLoss.of(problem, fine.state());
  }

  @Override
  public String errorMethod() {
    return "largest difference so far to a second run at 50 times the tolerance, plus the tolerance"
        + " of one step and rounding";
  }

  @Override
  public void save(DataOutput out) throws IOException {
    if (ended()) {
      throw new IllegalStateException("the run has ended");
    }
    fine.save(out);
    coarse.save(out);
    estimate.save(out);
    lost.save(out);
    events.save(out);
    List<DensePiece> ahead =
        coarse.pieces().all().stream().filter(p -> p.end() > fine.time()).toList();
    out.writeInt(ahead.size());
    for (DensePiece piece : ahead) {
      piece.save(out);
    }
  }

  /** Puts a pair just made where a saved one was. */
  void restore(DataInput in) throws IOException {
    fine.restore(in);
    coarse.restore(in);
    estimate.restore(in);
    lost.restore(in);
    events.restore(in, fine.events(), coarse.events());
    int ahead = in.readInt();
    for (int p = 0; p < ahead; p++) {
      coarse.pieces().add(DensePiece.read(in, coarse.end().pattern(), coarse.state().length));
    }
    from = fine.time();
  }

  /** What came of the run, once it has ended; of one that keeps all. */
  FlowTrajectory trajectory() {
    FlowResult run = fine.result();
    return new FlowTrajectory(
        problem,
        run,
        errorsInTime(run),
        errorsOfA.toArray(double[][]::new),
        errorsOfW.toArray(double[][]::new),
        failures(),
        cost().evaluations(),
        errorMethod());
  }

  private List<Event> errorsInTime(FlowResult run) {
    EventTimeErrors errors = new EventTimeErrors(tolerance);
    errors.learn(coarse.events());
    return run.events().stream()
        .map(e -> errors.with(e, errors.error(e, run.pieces().size()).orElse(run.endTime())))
        .toList();
  }
}
