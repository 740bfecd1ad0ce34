package org.flowproof.check.outcome;

import java.util.Locale;

/**
 * What the outputs on the training samples tend to. Where two of these are the same for some data,
 * the first that fits is taken.
 */
public enum Ending {
  /** All labels are fitted. */
  INTERPOLATION,
  /** The least-squares fit of one linear map to all samples. */
  LEAST_SQUARES,
  /**
   * Least squares on each of the two halves into which the teacher's hyperplane cuts the samples
   * (Boursier and Flammarion, Simplicity bias, main theorem; theory notes A.4.4).
   */
  HALF_LEAST_SQUARES,
  /** A limit that is none of these. */
  OTHER,
  /** Not decided. */
  UNKNOWN;

  /** In words, such as {@code half least squares}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
