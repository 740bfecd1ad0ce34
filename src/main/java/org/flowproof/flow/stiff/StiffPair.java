package org.flowproof.flow.stiff;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;
import org.flowproof.flow.LiveRun;
import org.flowproof.flow.LossRule;
import org.flowproof.flow.PairErrors;
import org.flowproof.flow.PlainLoss;
import org.flowproof.flow.State;
import org.flowproof.flow.StoredTrajectory;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.Trajectory.NonUniqueness;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/**
 * Two runs of one flow side by side: the one whose result counts, and one at 50 times its tolerance
 * that is always at least as far. Their largest difference so far is the error estimate. A maximum,
 * because along a set of zero loss errors do not decay.
 */
final class StiffPair implements LiveRun {
  private static final double FINEST = 2e-14;

  /** Accepted steps in one part. */
  private static final int LEG = 10;

  private final Problem problem;
  private final boolean keepsAll;
  private final StiffRun fine;
  private final StiffRun coarse;
  private final PairErrors pair;
  private final List<StiffState.Errors> errors = new ArrayList<>();
  private double from;

  /**
   * A pair at time 0.
   *
   * @param keepsAll whether the dense output of all parts is kept, for {@link #trajectory}
   */
  StiffPair(Problem problem, Radau method, boolean keepsAll) {
    this.problem = problem;
    this.keepsAll = keepsAll;
    Dynamics.Flow flow = (Dynamics.Flow) problem.dynamics();
    pair = new PairErrors(problem, flow.relativeTolerance(), FINEST);
    fine = run(problem, method, pair.fineTolerance(), flow.stop());
    coarse = run(problem, method, pair.coarseTolerance(), PairErrors.coarseEnd(flow.stop()));
    if (fine.ended()) {
      compare(fine.end());
    }
  }

  private static StiffRun run(
      Problem problem, Radau method, double tolerance, Dynamics.StopRule stop) {
    double[] a = problem.initial().a().toArray();
    double[] w = problem.initial().w().toRowMajor();
    double[] y = Arrays.copyOf(a, a.length + w.length);
    System.arraycopy(w, 0, y, a.length, w.length);
    Motion motion =
        new Motion(
            new SmoothField(problem),
            new NeuronScale(problem),
            new LossRule(problem, stop.loss())::metAt);
    return new StiffRun(method, motion, y, tolerance, stop);
  }

  @Override
  public Problem problem() {
    return problem;
  }

  @Override
  public Optional<StopReason> stopReason() {
    return Optional.ofNullable(fine.stopReason());
  }

  @Override
  public void interrupt() {
    if (!fine.ended()) {
      fine.interrupt();
      compare(fine.end());
    }
  }

  @Override
  public void advance() {
    if (fine.ended()) {
      return;
    }
    if (!keepsAll) {
      fine.forgetUntil(fine.time());
      coarse.forgetUntil(fine.time());
      errors.clear();
    }
    from = fine.time();
    int before = fine.pieces().size();
    for (int s = 0; s < LEG && !fine.ended(); s++) {
      fine.advance();
    }
    while (!coarse.ended() && coarse.time() < fine.time()) {
      coarse.advance();
    }
    for (int p = before; p < fine.pieces().size(); p++) {
      compare(fine.pieces().get(p));
    }
    if (fine.ended()) {
      compare(fine.end());
    }
  }

  private void compare(Piece piece) {
    pair.compare(
        piece,
        time -> time > coarse.time() ? null : coarse.at(time),
        (ofA, ofW) -> errors.add(new StiffState.Errors(ofA, ofW)));
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
    if (fine.ended() && time == fine.time()) {
      return new StiffState(problem, time, fine.state(), errors.get(errors.size() - 1));
    }
    if (!(time >= from && time < fine.time())) {
      throw new IllegalArgumentException(
          "time " + time + " is outside [" + from + ", " + fine.time() + ")");
    }
    int index = fine.find(time);
    return new StiffState(problem, time, fine.pieces().get(index).at(time), errors.get(index));
  }

  @Override
  public List<Event> takeEvents() {
    return List.of();
  }

  @Override
  public Optional<NonUniqueness> nonUniqueness() {
    return Optional.empty();
  }

  @Override
  public List<Failure> failures() {
    return pair.failures(fine.failure(), coarse.failure(), fine.time(), Optional.empty());
  }

  @Override
  public Trajectory.Cost cost() {
    return new Trajectory.Cost(fine.evaluations() + coarse.evaluations(), fine.steps(), 0);
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
    if (fine.ended()) {
      throw new IllegalStateException("the run has ended");
    }
    fine.save(out);
    coarse.save(out);
    pair.save(out);
    List<Piece> ahead = coarse.pieces().stream().filter(p -> p.end() > fine.time()).toList();
    out.writeInt(ahead.size());
    for (Piece piece : ahead) {
      piece.save(out);
    }
  }

  /** Puts a pair just made where a saved one was. */
  void restore(DataInput in) throws IOException {
    fine.restore(in);
    coarse.restore(in);
    pair.restore(in);
    for (int left = in.readInt(); left > 0; left--) {
      coarse.recall(in);
    }
    from = fine.time();
  }

  /** What came of the run, once it has ended; of one that keeps all. */
  Trajectory trajectory() {
    List<Piece> all = new ArrayList<>(fine.pieces());
    all.add(fine.end());
    return new StiffTrajectory(
        problem,
        new StoredTrajectory.Summary(
            fine.stopReason(), Optional.empty(), cost(), List.of(), errorMethod()),
        all,
        errors,
        failures());
  }
}
