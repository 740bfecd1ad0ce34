package org.flowproof.proof;

import org.flowproof.formula.Proposition;

/**
 * An explicit condition of a claim on how small the initial weights, how many the samples or how
 * early the times must be. It is about the start alone, so that it can be evaluated on a problem
 * before anything is integrated, and solved for the quantity that it bounds.
 *
 * @param id unique in the claim
 * @param says what it is for, one sentence of plain text
 * @param in the quantity whose threshold is wanted
 * @param holds the condition: about data, initial values and {@code endTime}, the horizon
 */
public record Condition(String id, String says, Quantity in, Proposition holds) {

  /** What a condition bounds. */
  public enum Quantity {
    /** The scale of the initial weights: all of them times one number. */
    SCALE,
    /** The number of samples. */
    SAMPLES,
    /** The horizon {@code endTime}. */
    TIME
  }
}
