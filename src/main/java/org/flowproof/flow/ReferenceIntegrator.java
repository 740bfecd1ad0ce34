package org.flowproof.flow;

import java.io.DataInput;
import java.io.IOException;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/**
 * The judge: Dormand-Prince 8(5,3) on the full state with every kink located.
 *
 * <p>The tolerance is relative to the norm of each neuron (of {@code (a_j, w_j)}, or of {@code w_j}
 * when only the first layer is trained), so that a neuron of size 1e-12 is followed as accurately
 * as one of size 1. Each problem is integrated twice: the result is the run at a fiftieth of the
 * tolerance asked for, its error estimate the largest difference to the run at that tolerance so
 * far. Tolerances below {@code 5e-13} are treated as {@code 5e-13}, since rounding dominates there.
 * The limit on evaluations holds for each of the two runs, which go side by side, so that a run
 * that is interrupted has its error estimate as well.
 */
public final class ReferenceIntegrator implements LiveIntegrator {
  @Override
  public Trajectory integrate(Problem problem, RunWatcher watcher) {
    PairedRun runs = new PairedRun(problem, flow(problem), true);
    while (!runs.ended()) {
      if (!watcher.proceed(RunWatcher.Progress.of(runs))) {
        runs.interrupt();
      } else {
        runs.advance();
      }
    }
    return runs.trajectory();
  }

  @Override
  public LiveRun start(Problem problem) {
    return new PairedRun(problem, flow(problem), false);
  }

  @Override
  public LiveRun resume(Problem problem, DataInput in) throws IOException {
    PairedRun runs = new PairedRun(problem, flow(problem), false);
    runs.restore(in);
    return runs;
  }

  private static Dynamics.Flow flow(Problem problem) {
    if (problem.dynamics() instanceof Dynamics.Flow flow) {
      return flow;
    }
    throw new IllegalArgumentException("the reference integrator follows flows only");
  }

  @Override
  public String name() {
    return "reference";
  }
}
