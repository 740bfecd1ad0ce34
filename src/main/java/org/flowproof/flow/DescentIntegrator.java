package org.flowproof.flow;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/**
 * Gradient descent, iterated exactly; time is step times iteration. The derivative of the
 * activation at zero is the declared one. A switch is recorded at the first iterate at which the
 * sign of a preactivation differs from that at the iterate before; zero counts as negative.
 */
public final class DescentIntegrator implements LiveIntegrator {

  @Override
  public Trajectory integrate(Problem problem, RunWatcher watcher) {
    Dynamics.Descent descent = descent(problem);
    DescentRun run = new DescentRun(problem, descent);
    long stride = DescentTrajectory.stride(run.last(), run.state().length);
    List<double[]> checkpoints = new ArrayList<>(List.of(run.state()));
    while (run.stopReason().isEmpty()) {
      if (!watcher.proceed(RunWatcher.Progress.of(run))) {
        run.interrupt();
        break;
      }
      long before = run.iteration();
      run.advance();
      if (run.iteration() > before && run.iteration() % stride == 0) {
        checkpoints.add(run.state());
      }
    }
    return new DescentTrajectory(
        problem,
        descent,
        run.iteration(),
        checkpoints,
        stride,
        run.takeEvents(),
        run.stopReason().orElseThrow());
  }

  @Override
  public LiveRun start(Problem problem) {
    return new DescentRun(problem, descent(problem));
  }

  @Override
  public LiveRun resume(Problem problem, DataInput in) throws IOException {
    DescentRun run = new DescentRun(problem, descent(problem));
    run.restore(in);
    return run;
  }

  private static Dynamics.Descent descent(Problem problem) {
    if (problem.dynamics() instanceof Dynamics.Descent descent) {
      return descent;
    }
    throw new IllegalArgumentException("the descent integrator iterates gradient descent only");
  }

  @Override
  public String name() {
    return "descent";
  }
}
