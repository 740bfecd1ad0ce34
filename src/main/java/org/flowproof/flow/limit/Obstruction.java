package org.flowproof.flow.limit;

import java.util.OptionalInt;

/**
 * Why no limit is given.
 *
 * @param cause which condition is not met
 * @param neuron 1-based, where one is concerned
 * @param sample 1-based, where one is concerned
 * @param reason one sentence with the numbers
 */
public record Obstruction(Cause cause, OptionalInt neuron, OptionalInt sample, String reason) {

  /** The conditions of an estimate. */
  public enum Cause {
    /**
     * The argument is about gradient flow of the squared loss with a piecewise linear activation.
     */
    NOT_SUPPORTED,
    /** The run broke down, or its solution is one of several and none is selected. */
    RUN_FAILED,
    /** The run has no finite error estimate at the time in question. */
    ERROR_UNKNOWN,
    /** A neuron is on a kink within its error, and not held there. */
    ON_KINK,
    /** A neuron is held on kinks whose directions are dependent. */
    DEPENDENT_KINKS,
    /** The rank of the features is not clear in double precision. */
    RANK_UNDECIDED,
    /** A matrix could not be decomposed. */
    NO_DECOMPOSITION,
    /** The rate is zero or lost in rounding, so that nothing bounds the path that remains. */
    DEGENERATE,
    /** The path that remains is too long for the rate to be known along it. */
    TOO_FAR,
    /** A preactivation may reach zero on the path that remains. */
    MAY_CROSS,
    /** A sliding neuron may leave its kink. */
    SLIDE_MAY_END,
    /** A neuron without active samples may be pulled over a kink. */
    REST_MAY_END,
    /** The output weight of a sliding neuron may change sign. */
    OUTPUT_MAY_FLIP
  }

  static Obstruction of(Cause cause, String reason) {
    return new Obstruction(cause, OptionalInt.empty(), OptionalInt.empty(), reason);
  }

  /** An obstruction at a neuron and a sample, both 0-based; a negative one is left out. */
  static Obstruction at(Cause cause, int neuron, int sample, String reason) {
    return new Obstruction(
        cause,
        neuron < 0 ? OptionalInt.empty() : OptionalInt.of(neuron + 1),
        sample < 0 ? OptionalInt.empty() : OptionalInt.of(sample + 1),
        reason);
  }
}
