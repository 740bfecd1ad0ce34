package org.flowproof.check.alignment;

import java.util.List;
import org.flowproof.check.Verdict;
import org.flowproof.problem.ExpectedExtremal;

/**
 * Activation cones and extremal vectors of data beside those expected. Both verdicts are exact: a
 * sign is that of a rational number.
 *
 * @param cones how many there are; 0 when they were not listed
 * @param vectors all of them
 * @param coneVerdict HOLDS when there are as many as expected, and the list passes the identities
 *     of {@link org.flowproof.flow.cones.ConeCount}
 * @param vectorVerdict HOLDS when they are the expected ones
 * @param coneReason why not; empty when it does
 * @param vectorReason why not; empty when it does
 */
public record ExtremalResult(
    int cones,
    List<ExpectedExtremal.Vector> vectors,
    Verdict coneVerdict,
    Verdict vectorVerdict,
    String coneReason,
    String vectorReason) {
  public ExtremalResult {
    vectors = List.copyOf(vectors);
  }
}
