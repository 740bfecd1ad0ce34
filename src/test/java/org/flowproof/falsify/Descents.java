package org.flowproof.falsify;

import net.jqwik.api.Arbitrary;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/** Random problems with gradient descent in place of the flow. */
final class Descents {
  private static final int ITERATIONS = 40;

  private Descents() {}

  /** The same problems, with the time of the run cut into {@value #ITERATIONS} steps. */
  static Arbitrary<Problem> of(Arbitrary<Problem> problems) {
    return problems.map(
        problem -> {
          double step = problem.dynamics().stop().time() / ITERATIONS;
          return problem.with(
              new Dynamics.Descent(
                  step, new Dynamics.StopRule(ITERATIONS * step, 0, ITERATIONS + 1L, false)));
        });
  }
}
