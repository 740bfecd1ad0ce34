package org.flowproof.problem;

import java.util.List;

/**
 * A claim to hold against the trajectory of a case, and what should come of it.
 *
 * @param claim id of the claim, its path below {@code proofs/} without extension
 * @param verdict HOLDS, VIOLATED, NOT_APPLICABLE or UNKNOWN
 * @param reason why this verdict is expected, for reports; may be empty
 * @param conditions what should come of conditions of the claim; those not named may have any
 *     outcome
 */
public record Expectation(
    Located claim, String verdict, String reason, List<ExpectedCondition> conditions) {
  public Expectation {
    conditions = List.copyOf(conditions);
  }

  /** Any outcome of the conditions. */
  public Expectation(Located claim, String verdict, String reason) {
    this(claim, verdict, reason, List.of());
  }

  /** The id of the claim. */
  public String claimId() {
    return claim.text();
  }
}
