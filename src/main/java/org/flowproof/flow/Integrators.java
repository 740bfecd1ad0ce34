package org.flowproof.flow;

import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/** Picks the integrator that fits the dynamics of a problem. */
public final class Integrators {
  private Integrators() {}

  /** {@link ReferenceIntegrator} for flows, {@link DescentIntegrator} for gradient descent. */
  public static Integrator of(Problem problem) {
    return problem.dynamics() instanceof Dynamics.Descent
        ? new DescentIntegrator()
        : new ReferenceIntegrator();
  }
}
