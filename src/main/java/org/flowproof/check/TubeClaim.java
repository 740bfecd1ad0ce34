package org.flowproof.check;

import java.util.Optional;

/**
 * A finding on a tube beside the verdict that the case expects.
 *
 * @param finding what was found
 * @param expected what the case expects; empty when it does not say
 * @param because why, as the case states it; may be empty
 */
public record TubeClaim(Finding finding, Optional<Verdict> expected, String because) {

  /** Whether the verdict is the expected one, or without expectation ENCLOSED or out of place. */
  public boolean asExpected() {
    return expected
        .map(e -> e == finding.verdict())
        .orElse(
            finding.verdict() == Verdict.ENCLOSED || finding.verdict() == Verdict.NOT_APPLICABLE);
  }
}
