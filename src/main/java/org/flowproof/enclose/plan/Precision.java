package org.flowproof.enclose.plan;

/**
 * How precisely a path is laid.
 *
 * @param degree of its polynomials
 * @param degreeAtKinks of the short ones that pass a kink
 * @param pairs how many coefficients are sums of two doubles
 * @param lastTerms size of the last terms, relative to the weights of a neuron
 * @param unit roundoff of weights, with room for some operations
 * @param leaving distance of a gate from the end of its range, at which the last step of a slide
 *     begins
 * @param late part of a step by which slides end late: their gates are known to a double only, and
 *     a path that leaves early would come back
 * @param ellipsoid the most weights of a network whose errors are also kept in one ellipsoid
 */
public record Precision(
    int degree,
    int degreeAtKinks,
    int pairs,
    double lastTerms,
    double unit,
    double leaving,
    double late,
    int ellipsoid) {
  /** Doubles throughout. */
  public static final Precision DOUBLES = new Precision(16, 3, 0, 1e-17, 1e-16, 0, 0, 0);

  /** Low orders in two doubles, for flows that multiply errors by more than doubles have room. */
  public static final Precision PAIRS = new Precision(24, 3, 8, 1e-25, 1e-26, 1e-8, 1e-7, 0);

  /** The same with an ellipsoid for networks of at most this many weights. */
  public Precision withEllipsoid(int weights) {
    return new Precision(degree, degreeAtKinks, pairs, lastTerms, unit, leaving, late, weights);
  }
}
