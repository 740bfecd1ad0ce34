package org.flowproof.flow;

import org.flowproof.problem.Problem;

/** Gradient descent, iterated exactly; time is step times iteration. */
public final class DescentIntegrator implements Integrator {

  @Override
  public Trajectory integrate(Problem problem) {
    if (problem.network().width() > 0) {
      throw new UnsupportedOperationException("not yet");
    }
    return null;
  }

  @Override
  public String name() {
    return "descent";
  }
}
