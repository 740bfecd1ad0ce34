package org.flowproof.falsify;

import org.flowproof.check.Checker;
import org.flowproof.check.Sampling;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;

/**
 * A claim as a property of problems: integrate, then hold the claim against the trajectory.
 *
 * @param claim the claim, or a falsified twin of one
 * @param sampling where the trajectory is read
 */
public record ClaimProperty(Claim claim, Sampling sampling) {

  /** Reads trajectories as {@code check} does. */
  public ClaimProperty(Claim claim) {
    this(claim, Sampling.standard());
  }

  /** Integrates a problem and checks the claim. */
  public Outcome hold(Problem problem) {
    return hold(IntegratorChoice.of(problem).integrate(problem));
  }

  /** Checks the claim on a trajectory that is there already. */
  public Outcome hold(Trajectory trajectory) {
    return Outcome.of(new Checker(sampling).check(claim, trajectory));
  }
}
