package org.flowproof.check;

import java.util.Optional;
import org.flowproof.formula.Ball;
import org.flowproof.problem.ExpectedValue;

/**
 * A number beside the one that the case expects.
 *
 * @param expected the number expected, with its tolerance
 * @param verdict HOLDS when the number is within the tolerance even with its numerical error,
 *     VIOLATED when it is outside even so, UNKNOWN otherwise
 * @param observed the number with its numerical error; empty when there is none
 * @param reason one sentence when it does not hold; empty otherwise
 */
public record ValueResult(
    ExpectedValue expected, Verdict verdict, Optional<Ball> observed, String reason) {

  /** Whether the number is reproduced. */
  public boolean asExpected() {
    return verdict == Verdict.HOLDS;
  }
}
