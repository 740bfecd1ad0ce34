package org.flowproof.enclose.plan;

/**
 * How long steps will be, and of what degree their polynomials: a high one where nothing happens
 * for long, a low one between kinks that follow one another quickly. All of it is guessed from the
 * steps so far.
 */
final class Pace {
  /** What a step costs besides its polynomials, in orders of them. */
  private static final double OVERHEAD = 4;

  /** How much of the mean time between kinks is kept when another one comes. */
  private static final double KEPT = 0.9;

  private static final int LEAST_DEGREE = 4;

  /** Part of the roundoff that the second order of a line may be, relative to the weights. */
  private static final double BEND = 1e-3;

  /** Part of the reach of polynomials that a step takes. */
  private static final double CAREFUL = 0.7;

  private static final double LONGEST = 4;

  private final Precision precision;
  private double radius = Double.NaN;
  private double gap = Double.POSITIVE_INFINITY;
  private double since;

  Pace(Precision precision) {
    this.precision = precision;
  }

  /** The degree that promises most progress for its cost, taking kinks to come at random. */
  int degree() {
    int best = precision.degree();
    if (gap == Double.POSITIVE_INFINITY || Double.isNaN(radius)) {
      return best;
    }
    double most = 0;
    for (int degree = LEAST_DEGREE; degree <= precision.degree(); degree++) {
      double progress = -Math.expm1(-length(degree) / gap) / (degree + OVERHEAD);
      if (progress > most) {
        most = progress;
        best = degree;
      }
    }
    return best;
  }

  /** How many coefficients of a polynomial are in two doubles. */
  int pairs(int degree) {
    if (degree == 1) {
      return Math.min(precision.pairs(), 1);
    }
    // a third of the orders of a full step are larger than what doubles may lose; one to spare
    return Math.min(precision.pairs(), (degree + 2) / 3 + 1);
  }

  /** The degrees to pass a kink with, the lowest first: a line as soon as its bend is known. */
  int[] degreesAtKinks() {
    return Double.isNaN(radius)
        ? new int[] {precision.degreeAtKinks()}
        : new int[] {1, precision.degreeAtKinks()};
  }

  /** The length that a step of a degree is expected to have; that a line may have at most. */
  double length(int degree) {
    if (degree == 1) {
      return radius * Math.sqrt(BEND * precision.unit());
    }
    return Double.isNaN(radius)
        ? 0.1
        : Math.min(LONGEST, CAREFUL * radius * Math.pow(precision.lastTerms(), 1.0 / degree));
  }

  /** The part of a length that a step takes. */
  double factor(double reach) {
    return Math.min(3, CAREFUL * reach);
  }

  /** Polynomials of a degree reach so far. */
  void reaches(int degree, double length) {
    radius = length / CAREFUL / Math.pow(precision.lastTerms(), 1.0 / degree);
  }

  /** Time passes. */
  void passed(double time) {
    since += time;
  }

  /** A kink is met. */
  void met() {
    gap = gap == Double.POSITIVE_INFINITY ? since : KEPT * gap + (1 - KEPT) * since;
    since = 0;
  }
}
