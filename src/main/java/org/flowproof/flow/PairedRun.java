package org.flowproof.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.Trajectory.NonUniqueness;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/**
 * Two runs of one flow side by side: the one whose result counts, and one at 50 times its tolerance
 * that is always at least as far. Their largest difference so far is the error estimate, at any
 * time at which the pair is stopped.
 */
final class PairedRun implements LiveRun {
  private static final double FINEST = 1e-14;

  private final Problem problem;
  private final boolean keepsAll;
  private final FlowRun fine;
  private final FlowRun coarse;
  private final PairErrors errors;
  private final LiveEvents events;
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
    errors = new PairErrors(problem, flow.relativeTolerance(), FINEST);
    fine = new FlowRun(problem, lines, errors.fineTolerance(), flow.stop());
    coarse =
        new FlowRun(problem, lines, errors.coarseTolerance(), PairErrors.coarseEnd(flow.stop()));
    events = new LiveEvents(errors.fineTolerance(), flow.stop().time());
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
    errors.compare(
        piece,
        this::coarseAt,
        (ofA, ofW) -> {
          errorsOfA.add(ofA);
          errorsOfW.add(ofW);
        });
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
    return errors.failures(
        fine.failure(), coarse.failure(), fine.time(), fine.nonUniqueness().flatMap(Failure::of));
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
    return PairErrors.METHOD;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    if (ended()) {
      throw new IllegalStateException("the run has ended");
    }
    fine.save(out);
    coarse.save(out);
    errors.save(out);
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
    errors.restore(in);
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
    EventTimeErrors inTime = new EventTimeErrors(errors.fineTolerance());
    inTime.learn(coarse.events());
    return run.events().stream()
        .map(e -> inTime.with(e, inTime.error(e, run.pieces().size()).orElse(run.endTime())))
        .toList();
  }
}
