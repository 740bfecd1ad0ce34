package org.flowproof.problem;

/**
 * A claim to hold against the trajectory of a case, and what should come of it.
 *
 * @param claim id of the claim, its path below {@code proofs/} without extension
 * @param verdict HOLDS, VIOLATED, NOT_APPLICABLE or UNKNOWN
 * @param reason why this verdict is expected, for reports; may be empty
 */
public record Expectation(Located claim, String verdict, String reason) {
  /** The id of the claim. */
  public String claimId() {
    return claim.text();
  }
}
