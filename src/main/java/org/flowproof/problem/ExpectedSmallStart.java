package org.flowproof.problem;

import java.util.List;
import java.util.Map;

/**
 * The limit of small starts for a case, with what should come of each statement.
 *
 * @param request how it is looked at
 * @param verdicts expected of each of {@link #STATEMENTS}: HOLDS, VIOLATED, NOT_APPLICABLE or
 *     UNKNOWN
 */
public record ExpectedSmallStart(SmallStartRequest request, Map<String, String> verdicts) {
  /** The statements, by their keys in a case file. */
  public static final List<String> STATEMENTS =
      List.of(
          "growth",
          "printed-growth",
          "limit",
          "printed-shift",
          "bound",
          "first-order",
          "printed-rate",
          "same-ratio",
          "other-ratio",
          "raw-ratio");

  public ExpectedSmallStart {
    verdicts = Map.copyOf(verdicts);
    if (!verdicts.keySet().containsAll(STATEMENTS)) {
      throw new IllegalArgumentException("verdicts " + verdicts);
    }
  }
}
