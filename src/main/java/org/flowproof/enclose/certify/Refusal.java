package org.flowproof.enclose.certify;

/**
 * Why a step is not certified.
 *
 * @param kind what fails
 * @param neuron the neuron, -1 where it is no single one
 * @param sample the sample, -1 where it is no single one
 * @param text one clause for people, with numbers
 */
public record Refusal(Kind kind, int neuron, int sample, String text) {

  /** What may fail. */
  public enum Kind {
    /** The path does not solve the equation well enough, or the tube widens too fast. */
    TUBE,
    /** The path is not on the side of a kink that it claims. */
    SIDE,
    /** The sign of {@code a_j r_k} is not proven where a neuron may be on the kink. */
    KINK,
    /** A concave kink without a kick, or one whose bounds fail. */
    CONCAVE,
    /** A neuron slides into {@code w_j = 0}, where flows may part. */
    ORIGIN,
    /** The gates that hold a neuron on its kinks, or their samples, are not as they must be. */
    SLIDE,
    /** A weight is too small for its error. */
    SMALL
  }
}
