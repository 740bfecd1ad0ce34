package org.flowproof.flow;

import org.flowproof.problem.Problem;

/** Computes trajectories. Implementations are stateless: one instance may serve several threads. */
public interface Integrator {

  /**
   * Integrates a problem to its stop rule. Failures of the method are told by {@link
   * Trajectory#stopReason()}, with the part that was computed.
   */
  Trajectory integrate(Problem problem);

  /** The name used in case files and reports. */
  String name();
}
