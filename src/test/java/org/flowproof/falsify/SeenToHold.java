package org.flowproof.falsify;

import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.statistics.Statistics;
import org.flowproof.flow.Trajectory;
import org.flowproof.proof.Claim;

/** Counts the problems on which claims are seen to hold. */
final class SeenToHold {
  private SeenToHold() {}

  /**
   * Fails when a claim is violated, and at the end of the property when it held too seldom.
   *
   * @param least smallest share of the problems, in percent, on which it must hold
   */
  static void count(Claim claim, Trajectory run, double least) {
    Outcome outcome = new ClaimProperty(claim, ClaimProperties.SPARSE).hold(run);
    assertFalse(outcome instanceof Outcome.Violated, () -> outcome + ProblemText.of(run.problem()));
    Statistics.label(claim.id())
        .collect(outcome.word())
        .coverage(c -> c.check("HELD").percentage(p -> p >= least));
  }
}
