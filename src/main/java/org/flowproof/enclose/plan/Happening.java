package org.flowproof.enclose.plan;

/**
 * What ends a step.
 *
 * @param at its time inside the step, in [0, 1]; infinite when nothing happens
 * @param kind what it is
 * @param neuron the neuron
 * @param sample the sample
 */
record Happening(double at, Kind kind, int neuron, int sample) {

  static final Happening NONE = new Happening(Double.POSITIVE_INFINITY, Kind.NEAR, -1, -1);

  /** What may end a step. */
  enum Kind {
    /** A neuron comes near a kink. */
    NEAR,
    /** It reaches the kink. */
    REACH,
    /** It is clear of the kink again. */
    CLEAR,
    /** A gate of a slide reaches 1. */
    LEAVE_UP,
    /** A gate of a slide reaches the lower slope. */
    LEAVE_DOWN
  }

  /** Whether a slide ends. */
  boolean leaves() {
    return kind == Kind.LEAVE_UP || kind == Kind.LEAVE_DOWN;
  }

  Happening earlier(Happening other) {
    return other.at < at ? other : this;
  }
}
