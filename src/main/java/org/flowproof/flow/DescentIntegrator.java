package org.flowproof.flow;

import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/**
 * Gradient descent, iterated exactly; time is step times iteration. The derivative of the
 * activation at zero is the declared one. A switch is recorded at the first iterate at which the
 * sign of a preactivation differs from that at the iterate before; zero counts as negative.
 */
public final class DescentIntegrator implements Integrator {

  @Override
  public Trajectory integrate(Problem problem, RunWatcher watcher) {
    if (!(problem.dynamics() instanceof Dynamics.Descent descent)) {
      throw new IllegalArgumentException("the descent integrator iterates gradient descent only");
    }
    return new DescentRun(problem, descent, watcher).run();
  }

  @Override
  public String name() {
    return "descent";
  }
}
