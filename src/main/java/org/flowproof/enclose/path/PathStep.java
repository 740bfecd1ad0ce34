package org.flowproof.enclose.path;

import org.flowproof.enclose.taylor.Series;

/**
 * A piece of a path: exact polynomials in {@code s = (t - start) / length} for all weights, and the
 * side of every kink on which they are meant to be. Arrays are not to be written to.
 */
public final class PathStep {
  private final double length;
  private final Series[][] hidden;
  private final Series[] outer;
  private final Side[][] sides;

  /**
   * A piece.
   *
   * @param length in time, positive
   * @param hidden {@code m x d} polynomials
   * @param outer m polynomials
   * @param sides {@code m x n}
   */
  public PathStep(double length, Series[][] hidden, Series[] outer, Side[][] sides) {
    this.length = length;
    this.hidden = hidden;
    this.outer = outer;
    this.sides = sides;
  }

  /** Its length in time. */
  public double length() {
    return length;
  }

  /** The polynomials of the hidden weights of a neuron. */
  public Series[] hidden(int neuron) {
    return hidden[neuron];
  }

  /** The polynomial of an output weight. */
  public Series outer(int neuron) {
    return outer[neuron];
  }

  /** The sides of a neuron, one for each sample. */
  public Side[] sides(int neuron) {
    return sides[neuron];
  }

  /** The degree of all polynomials. */
  public int degree() {
    return outer[0].degree();
  }
}
