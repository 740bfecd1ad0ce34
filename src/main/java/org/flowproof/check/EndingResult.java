package org.flowproof.check;

import org.flowproof.check.outcome.Ending;
import org.flowproof.check.outcome.RunOutcome;

/**
 * Where a case ends, beside what it expects.
 *
 * @param expected the ending that the case names
 * @param verdict where it ends; UNKNOWN when a second run does not confirm it, or there is none
 * @param reason why the verdict is not the ending expected, or is what it is; may be empty
 */
public record EndingResult(Ending expected, Ending verdict, String reason) {

  /** An outcome beside an expectation. */
  static EndingResult of(Ending expected, RunOutcome outcome) {
    return new EndingResult(expected, outcome.verdict(), outcome.explanation());
  }

  /** Whether the case ends as expected. */
  public boolean asExpected() {
    return expected == verdict;
  }
}
