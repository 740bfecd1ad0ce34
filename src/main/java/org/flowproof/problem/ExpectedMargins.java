package org.flowproof.problem;

import java.util.List;
import java.util.Map;

/**
 * The limits of margins and stable ranks for a case, with what should come of each statement.
 *
 * @param delta the probability in the hypotheses of the theorem, between 0 and 1
 * @param verdicts expected of each of {@link #STATEMENTS}: HOLDS, VIOLATED, NOT_APPLICABLE or
 *     UNKNOWN
 */
public record ExpectedMargins(double delta, Map<String, String> verdicts) {
  /** The probability when nothing else is said. */
  public static final double USUAL_DELTA = 0.05;

  /** What delta may be, for messages. */
  public static final String DELTA_RANGE = "between 0 and 1";

  /** The statements, by their keys in a case file. */
  public static final List<String> STATEMENTS =
      List.of("loss", "normalized", "differences", "ranks", "rank-one", "whole");

  public ExpectedMargins {
    verdicts = Map.copyOf(verdicts);
    if (!deltaFits(delta) || !verdicts.keySet().containsAll(STATEMENTS)) {
      throw new IllegalArgumentException("delta " + delta + ", " + verdicts);
    }
  }

  /** Whether a number is a delta of the theorem. */
  public static boolean deltaFits(double delta) {
    return delta > 0 && delta < 1;
  }
}
