package org.flowproof.check;

/**
 * A finding beside the verdict that the case expects.
 *
 * @param finding what was found
 * @param expected what the case expects
 * @param reason why, as the case states it; may be empty
 */
public record ClaimResult(Finding finding, Verdict expected, String reason) {

  /** Whether the verdict is the expected one. */
  public boolean asExpected() {
    return finding.verdict() == expected;
  }
}
