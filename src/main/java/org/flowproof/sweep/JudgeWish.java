package org.flowproof.sweep;

/**
 * Which further runs a point gets, to see whether its ending changes.
 *
 * @param scale from the square of the initial scale
 * @param tolerance at a tighter tolerance, or half the step of descent
 * @param horizon to twice the time
 */
public record JudgeWish(boolean scale, boolean tolerance, boolean horizon) {
  /** No further runs. */
  public static final JudgeWish NONE = new JudgeWish(false, false, false);
}
