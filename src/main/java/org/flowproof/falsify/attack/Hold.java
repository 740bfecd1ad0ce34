package org.flowproof.falsify.attack;

import java.util.function.BooleanSupplier;
import org.flowproof.check.Sampling;
import org.flowproof.falsify.ClaimProperty;
import org.flowproof.falsify.Outcome;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;

/**
 * Holds a claim against problems, giving up when it is told to. Safe for several threads.
 *
 * @param claim the claim
 * @param goesOn whether to go on, asked at every step of a run
 */
record Hold(Claim claim, BooleanSupplier goesOn) {
  /** Fewer times than {@code check} reads, to see more problems. */
  private static final Sampling SPARSE = new Sampling(1, 120, 20_000, 3, 1e-4);

  /** Margins of bounds that start with equality say nothing early in a run. */
  private static final Sampling LATE = new Sampling(1, 80, 20_000, 2, 0.05);

  /** What becomes of the claim on a problem; unknown when the run was given up or failed. */
  Trial on(Problem problem) {
    if (!goesOn.getAsBoolean()) {
      return Trial.undecided(problem, "given up");
    }
    try {
      Trajectory run =
          IntegratorChoice.of(problem).integrate(problem, progress -> goesOn.getAsBoolean());
      if (!goesOn.getAsBoolean()) {
        return Trial.undecided(problem, "given up");
      }
      Outcome outcome = new ClaimProperty(claim, SPARSE).hold(run);
      Outcome late =
          outcome instanceof Outcome.Held ? new ClaimProperty(claim, LATE).hold(run) : outcome;
      return new Trial(problem, outcome, late);
    } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
      return Trial.undecided(problem, "no run: " + e.getMessage());
    }
  }
}
