package org.flowproof.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * Two runs of one flow side by side: the one whose result counts, and one at 50 times its tolerance
 * that is always at least as far. Their largest difference so far is the error estimate, at any
 * time at which the pair is stopped.
 */
final class PairedRun {
  private static final double FINEST = 1e-14;
  private static final double REFINEMENT = 50;

  /** Sampling points inside each step at which the two runs are compared. */
  private static final double[] COMPARED = {0.0, 0.3, 0.7, 1.0};

  private final Problem problem;
  private final Dynamics.Flow flow;
  private final double tolerance;
  private final FlowRun fine;
  private final FlowRun coarse;
  private final ErrorEstimate estimate;
  private final List<double[]> errorsOfA = new ArrayList<>();
  private final List<double[]> errorsOfW = new ArrayList<>();

  PairedRun(Problem problem, KinkLines lines, Dynamics.Flow flow) {
    this.problem = problem;
    this.flow = flow;
    tolerance = Math.max(FINEST, flow.relativeTolerance() / REFINEMENT);
    fine = new FlowRun(problem, lines, tolerance, flow.stop());
    // where the first run ends early this one goes a little beyond, which is left unread
    Dynamics.StopRule end =
        new Dynamics.StopRule(flow.stop().time(), 0, flow.stop().evaluations(), false);
    coarse = new FlowRun(problem, lines, tolerance * REFINEMENT, end);
    estimate = new ErrorEstimate(problem, tolerance);
  }

  boolean ended() {
    return fine.ended();
  }

  void interrupt() {
    fine.interrupt();
  }

  /** Goes on by one leg of the run that counts. */
  void advance() {
    int before = fine.pieces().count();
    fine.advance();
    while (!coarse.ended() && coarse.time() < fine.time()) {
      coarse.advance();
    }
    for (int p = before; p < fine.pieces().count(); p++) {
      compare(fine.pieces().get(p));
    }
  }

  private void compare(DensePiece piece) {
    for (double fraction : COMPARED) {
      double time =
          fraction == 1 ? piece.end() : piece.start() + fraction * (piece.end() - piece.start());
      estimate.compare(piece.at(time), coarseAt(time));
    }
    estimate.step();
    double[] ofA = estimate.ofA();
    if (problem.network().trained() == Network.Trained.FIRST) {
      Arrays.fill(ofA, 0);
    }
    errorsOfA.add(ofA);
    errorsOfW.add(estimate.ofW());
  }

  /** The state of the coarser run, or null where it has none. */
  private double[] coarseAt(double time) {
    if (time >= coarse.time()) {
      return time == coarse.time() ? coarse.state() : null;
    }
    Pieces pieces = coarse.pieces();
    return pieces.get(pieces.find(time)).at(time);
  }

  RunWatcher.Progress progress() {
    return new RunWatcher.Progress(
        fine.time(),
        flow.stop().time(),
        () -> PlainLoss.of(problem, fine.state()),
        fine.pieces().count(),
        fine.eventCount());
  }

  /** What came of the run, once it has ended. */
  FlowTrajectory trajectory() {
    compare(fine.end());
    FlowRun.Result run = fine.result();
    FlowRun.Result other = coarse.result();
    return new FlowTrajectory(
        problem,
        run,
        EventTimeErrors.match(
            run.events(), other.events(), tolerance, run.pieces().size(), run.endTime()),
        errorsOfA.toArray(double[][]::new),
        errorsOfW.toArray(double[][]::new),
        run.evaluations() + other.evaluations(),
        "largest difference so far to a second run at 50 times the tolerance, plus the tolerance of"
            + " one step and rounding");
  }
}
