package org.flowproof.enclose;

/**
 * A kink that the path of a tube passed, or a slide that it began or ended.
 *
 * @param time near which it happened, to the rounding of doubles
 * @param neuron 0-based
 * @param sample 0-based
 */
public record TubeKink(double time, int neuron, int sample, Kind kind) {

  /** What happened. */
  public enum Kind {
    /** Crossed where {@code a_j r_k} is negative: errors do not grow there. */
    CONVEX,
    /** Crossed where it is positive: errors grow by the ratio of speeds. */
    CONCAVE,
    /** The neuron came to stay on the kink. */
    SLIDE,
    /** It left a kink on which it had stayed. */
    RELEASE
  }
}
