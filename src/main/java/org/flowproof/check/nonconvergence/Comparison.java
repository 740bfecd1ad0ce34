package org.flowproof.check.nonconvergence;

/**
 * One inequality of an assumption.
 *
 * @param what names both sides and the samples, 1-based
 * @param left the left side, rounded
 * @param relation {@code <}, {@code <=}, {@code >} or {@code >=}
 * @param right the right side, rounded
 * @param met decided before rounding
 */
public record Comparison(String what, double left, String relation, double right, boolean met) {

  /** How far it is from failing, in absolute terms; negative when it fails. */
  public double margin() {
    return relation.startsWith("<") ? right - left : left - right;
  }
}
