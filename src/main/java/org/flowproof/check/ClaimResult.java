package org.flowproof.check;

import java.util.List;

/**
 * A finding beside the verdict that the case expects.
 *
 * @param finding what was found
 * @param expected what the case expects
 * @param reason why, as the case states it; may be empty
 * @param conditions the conditions of the claim on this problem, in the order of the claim
 */
public record ClaimResult(
    Finding finding, Verdict expected, String reason, List<ConditionResult> conditions) {
  public ClaimResult {
    conditions = List.copyOf(conditions);
  }

  /** A finding of a claim whose conditions were not evaluated. */
  public ClaimResult(Finding finding, Verdict expected, String reason) {
    this(finding, expected, reason, List.of());
  }

  /** The same finding with conditions. */
  public ClaimResult with(List<ConditionResult> evaluated) {
    return new ClaimResult(finding, expected, reason, evaluated);
  }

  /** Whether the verdict is the expected one. */
  public boolean asExpected() {
    return finding.verdict() == expected;
  }
}
