package org.flowproof.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A tube around the flow of a case, with what should come of it.
 *
 * @param until the time up to which the flow is to be enclosed, positive
 * @param radius the largest radius that the tube may have; empty when the case does not say
 * @param limit what should come of the theorem about t to infinity; empty when the case does not
 *     say
 * @param refused why and where the tube should end before that time; empty when it should not
 * @param claims claims to hold against the tube with the verdicts expected
 */
public record ExpectedEnclosure(
    double until,
    OptionalDouble radius,
    Optional<Limit> limit,
    Optional<Refused> refused,
    List<Expectation> claims) {
  public ExpectedEnclosure {
    claims = List.copyOf(claims);
  }

  /**
   * The end of a tube that does not reach the time asked for.
   *
   * @param after the tube should reach this time, at least 0
   * @param before it should end no later than this
   */
  public record Refused(Kind kind, double after, double before) {

    /** What is not proven. */
    public enum Kind {
      /** The problem is of a kind that has no tube, or starts on a kink. */
      UNSUITABLE,
      /** The path does not solve the equation well enough, or the tube widens too fast. */
      TUBE,
      /** The path may be on another side of a kink than it claims. */
      SIDE,
      /** The sign of {@code a_j r_k} is not proven where a neuron may be on the kink. */
      KINK,
      /**
       * The speed towards a kink where {@code a_j r_k} is positive is not proven to be positive.
       */
      CONCAVE,
      /** A neuron slides into {@code w_j = 0}, where flows may part. */
      ORIGIN,
      /** The gates that hold a neuron on its kinks are not proven to stay in their range. */
      SLIDE,
      /** A weight is too small for its error. */
      SMALL;

      /** As in case files. */
      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /** What comes of the theorem about the limit. */
  public enum Limit {
    /** The flow converges, and its limit is enclosed. */
    PROVEN,
    /** A named condition of the theorem is not met. */
    OBSTRUCTION
  }
}
