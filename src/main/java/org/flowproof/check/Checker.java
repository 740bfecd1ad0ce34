package org.flowproof.check;

import org.flowproof.flow.Trajectory;
import org.flowproof.proof.Claim;

/**
 * Holds a claim against a trajectory: the model first, then the hypotheses, then the conclusion
 * over its range on dense output. Stateless; one instance may serve several threads.
 */
public final class Checker {

  /**
   * Checks one claim.
   *
   * @return the finding; failures of evaluation are told as UNKNOWN, never as a verdict
   */
  public Finding check(Claim claim, Trajectory trajectory) {
    throw new UnsupportedOperationException("not built yet: " + claim.id() + trajectory.endTime());
  }
}
