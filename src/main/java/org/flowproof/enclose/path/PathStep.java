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
   * @throws IllegalArgumentException when the length is not positive, or the polynomials are not
   *     all exact and of one degree
   */
  public PathStep(double length, Series[][] hidden, Series[] outer, Side[][] sides) {
    boolean plain = length > 0 && length < Double.POSITIVE_INFINITY;
    for (int j = 0; j < outer.length; j++) {
      plain &= exact(outer[j], outer[0].degree());
      for (Series one : hidden[j]) {
        plain &= exact(one, outer[0].degree());
      }
    }
    if (!plain) {
      throw new IllegalArgumentException("a step is of polynomials of one degree, and takes time");
    }
    this.length = length;
    this.hidden = hidden;
    this.outer = outer;
    this.sides = sides;
  }

  private static boolean exact(Series series, int degree) {
    return series.remainder() == 0 && series.degree() == degree;
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
