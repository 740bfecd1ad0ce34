package org.flowproof.flow;

import org.flowproof.problem.Problem;

/** Computes trajectories. Implementations are stateless: one instance may serve several threads. */
public interface Integrator {

  /**
   * Integrates a problem to its stop rule. Failures of the method are told by {@link
   * Trajectory#stopReason()}, with the part that was computed.
   */
  default Trajectory integrate(Problem problem) {
    return integrate(problem, RunWatcher.NONE);
  }

  /** As above, watched. */
  Trajectory integrate(Problem problem, RunWatcher watcher);

  /** The name used in case files and reports. */
  String name();
}
