package org.flowproof.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * The judge: Dormand-Prince 8(5,3) on the full state with every kink located.
 *
 * <p>The tolerance is relative to the norm of each neuron (of {@code (a_j, w_j)}, or of {@code w_j}
 * when only the first layer is trained), so that a neuron of size 1e-12 is followed as accurately
 * as one of size 1. Each problem is integrated twice: the result is the run at a fiftieth of the
 * tolerance asked for, its error estimate the largest difference to the run at that tolerance so
 * far. Tolerances below {@code 5e-13} are treated as {@code 5e-13}, since rounding dominates there.
 * The limit on evaluations holds for each of the two runs.
 */
public final class ReferenceIntegrator implements Integrator {
  private static final double FINEST = 1e-14;
  private static final double REFINEMENT = 50;

  /** Rounding of the state moves an event by about this fraction of the time, per root of steps. */
  private static final double ROUNDING = 16 * Math.ulp(1.0);

  /** Sampling points inside each step at which the two runs are compared. */
  private static final double[] COMPARED = {0.0, 0.3, 0.7};

  @Override
  public Trajectory integrate(Problem problem, RunWatcher watcher) {
    if (!(problem.dynamics() instanceof Dynamics.Flow flow)) {
      throw new IllegalArgumentException("the reference integrator follows flows only");
    }
    KinkLines lines =
        problem.network().activation() instanceof Activation.Leaky
            ? KinkLines.of(problem.data().x())
            : KinkLines.none(problem.data().x());
    double fine = Math.max(FINEST, flow.relativeTolerance() / REFINEMENT);
    FlowRun.Result run = new FlowRun(problem, lines, fine, flow.stop()).run();
    if (run.endTime() == 0) {
      return trajectory(problem, run, run, fine);
    }
    Dynamics.StopRule same =
        new Dynamics.StopRule(run.endTime(), 0, flow.stop().evaluations(), false);
    FlowRun.Result coarse = new FlowRun(problem, lines, fine * REFINEMENT, same).run();
    return trajectory(problem, run, coarse, fine);
  }

  private static FlowTrajectory trajectory(
      Problem problem, FlowRun.Result run, FlowRun.Result coarse, double fine) {
    int m = problem.network().width();
    int count = run.pieces().size();
    double[][] errorsOfA = new double[count][];
    double[][] errorsOfW = new double[count][];
    FlowTrajectory other = new FlowTrajectory(problem, coarse, coarse.events(), null, null, 0, "");
    ErrorEstimate estimate = new ErrorEstimate(problem, fine);
    for (int p = 0; p < count; p++) {
      DensePiece piece = run.pieces().get(p);
      for (double fraction : COMPARED) {
        double time = piece.start() + fraction * (piece.end() - piece.start());
        estimate.compare(piece.at(time), time <= coarse.endTime() ? other.raw(time) : null);
      }
      estimate.compare(
          piece.at(piece.end()), piece.end() <= coarse.endTime() ? other.raw(piece.end()) : null);
      estimate.step();
      errorsOfA[p] = estimate.ofA();
      errorsOfW[p] = estimate.ofW();
    }
    boolean exactOutput = problem.network().trained() == Network.Trained.FIRST;
    if (exactOutput) {
      for (double[] errors : errorsOfA) {
        java.util.Arrays.fill(errors, 0, m, 0.0);
      }
    }
    return new FlowTrajectory(
        problem,
        run,
        withTimeErrors(run, coarse, fine),
        errorsOfA,
        errorsOfW,
        run.evaluations() + coarse.evaluations(),
        "largest difference so far to a second run at 50 times the tolerance, plus the tolerance of"
            + " one step and rounding");
  }

  /** Matches the events of two runs by neuron, sample, kind, direction and order. */
  private static List<Event> withTimeErrors(
      FlowRun.Result run, FlowRun.Result coarse, double fine) {
    Map<List<Object>, List<Double>> times = new HashMap<>();
    for (Event e : coarse.events()) {
      times.computeIfAbsent(key(e), k -> new ArrayList<>()).add(e.time());
    }
    List<Event> result = new ArrayList<>();
    Map<List<Object>, Integer> used = new HashMap<>();
    for (Event e : run.events()) {
      int position = used.merge(key(e), 1, Integer::sum) - 1;
      List<Double> candidates = times.getOrDefault(key(e), List.of());
      // an event that the other run does not have is known no better than the whole run
      double error =
          position < candidates.size()
              ? Math.abs(candidates.get(position) - e.time())
                  + (fine + ROUNDING * Math.sqrt((double) run.pieces().size())) * e.time()
              : run.endTime();
      result.add(new Event(e.time(), e.neuron(), e.sample(), e.kind(), e.direction(), error));
    }
    return result;
  }

  private static List<Object> key(Event e) {
    return List.of(e.neuron(), e.sample(), e.kind(), e.direction());
  }

  @Override
  public String name() {
    return "reference";
  }
}
