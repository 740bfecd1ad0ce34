package org.flowproof.problem;

import java.util.List;
import java.util.Map;

/**
 * The branches of the target set of a case, with what should come of each statement.
 *
 * @param request how they are looked at
 * @param verdicts expected of each of {@link #STATEMENTS}
 */
public record ExpectedBranches(BranchesRequest request, Map<String, String> verdicts) {
  /** The statements, by their keys in a case file. */
  public static final List<String> STATEMENTS =
      List.of("optimistic", "ranks", "separated", "anywhere");

  public ExpectedBranches {
    verdicts = Map.copyOf(verdicts);
    if (!verdicts.keySet().containsAll(STATEMENTS)) {
      throw new IllegalArgumentException("verdicts " + verdicts);
    }
  }
}
