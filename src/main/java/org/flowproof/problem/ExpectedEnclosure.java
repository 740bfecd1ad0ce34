package org.flowproof.problem;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A tube around the flow of a case, with what should come of it.
 *
 * @param until the time up to which the flow is to be enclosed, positive
 * @param radius the largest radius that the tube may have; empty when the case does not say
 * @param limit what should come of the theorem about t to infinity; empty when the case does not
 *     say
 * @param claims claims to hold against the tube with the verdicts expected
 */
public record ExpectedEnclosure(
    double until, OptionalDouble radius, Optional<Limit> limit, List<Expectation> claims) {
  public ExpectedEnclosure {
    claims = List.copyOf(claims);
  }

  /** What comes of the theorem about the limit. */
  public enum Limit {
    /** The flow converges, and its limit is enclosed. */
    PROVEN,
    /** A named condition of the theorem is not met. */
    OBSTRUCTION
  }
}
