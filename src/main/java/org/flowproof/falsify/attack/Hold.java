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
 * @param property the claim, and where it is read
 * @param goesOn whether to go on, asked at every step of a run
 */
record Hold(ClaimProperty property, BooleanSupplier goesOn) {
  /** Fewer times than {@code check} reads, to see more problems. */
  private static final Sampling SPARSE = new Sampling(1, 120, 20_000, 3, 1e-4);

  /** Margins of bounds that start with equality say nothing early in a run. */
  private static final Sampling LATE = new Sampling(1, 80, 20_000, 2, 0.05);

  /** Reads few times, but all of the run. */
  static Hold sparse(Claim claim, BooleanSupplier goesOn) {
    return new Hold(new ClaimProperty(claim, SPARSE), goesOn);
  }

  /** Reads few times, and leaves out the beginning. */
  static Hold late(Claim claim, BooleanSupplier goesOn) {
    return new Hold(new ClaimProperty(claim, LATE), goesOn);
  }

  /** What becomes of the claim on a problem; unknown when the run was given up or failed. */
  Trial on(Problem problem) {
    if (!goesOn.getAsBoolean()) {
      return new Trial(problem, new Outcome.Unknown("given up"));
    }
    try {
      Trajectory run =
          IntegratorChoice.of(problem).integrate(problem, progress -> goesOn.getAsBoolean());
      return goesOn.getAsBoolean()
          ? new Trial(problem, property.hold(run))
          : new Trial(problem, new Outcome.Unknown("given up"));
    } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
      return new Trial(problem, new Outcome.Unknown("no run: " + e.getMessage()));
    }
  }
}
