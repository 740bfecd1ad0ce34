package org.flowproof.flow;

import org.flowproof.problem.Problem;

/** The judge: Dormand-Prince 8(5,3) on the full state with every kink located. */
public final class ReferenceIntegrator implements Integrator {

  @Override
  public Trajectory integrate(Problem problem) {
    if (problem.network().width() > 0) {
      throw new UnsupportedOperationException("not yet");
    }
    return null;
  }

  @Override
  public String name() {
    return "reference";
  }
}
