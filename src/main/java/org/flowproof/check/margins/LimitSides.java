package org.flowproof.check.margins;

/**
 * Whether the limit of the direction is on the sides that lead to it. With {@code v_j} the limit of
 * neuron j, {@code <v_j, x_k>} must not have the other sign, and on a kink the gate that holds the
 * neuron there must lie between the slopes of the two sides.
 */
final class LimitSides {
  /** Inner products below this share of the lengths are zero: samples orthogonal up to rounding. */
  private static final double ZERO = 1e-12;

  private static final double ROUNDING = 1e-9;

  private LimitSides() {}

  /**
   * Whether it is, for every neuron and sample.
   *
   * @param alpha the multipliers of the limit, one for each sample
   */
  static boolean kept(Classifier classifier, Sides sides, double[] alpha) {
    int n = classifier.n();
    double[] coefficients = sides.coefficients(alpha);
    for (int j = 0; j < classifier.m(); j++) {
      for (int k = 0; k < n; k++) {
        boolean fits =
            sides.held(j, k)
                ? holds(classifier, coefficients[j * n + k], j, k, alpha[k])
                : !turns(classifier, sides, coefficients, j, k);
        if (!fits) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean holds(
      Classifier classifier, double coefficient, int j, int k, double alpha) {
    double gate = coefficient / (classifier.a(j) * classifier.y(k) * alpha);
    return gate > classifier.slope() - ROUNDING && gate < 1 + ROUNDING;
  }

  /**
   * Whether a neuron that is not held drifts to the other side of a sample.
   *
   * @param coefficients of the limit, as in {@link Sides#coefficients}
   */
  static boolean turns(Classifier classifier, Sides sides, double[] coefficients, int j, int k) {
    int n = classifier.n();
    double drift = 0;
    double size = 0;
    for (int i = 0; i < n; i++) {
      double weight = coefficients[j * n + i];
      drift += weight * classifier.gram(i, k);
      size += Math.abs(weight) * Math.sqrt(classifier.gram(i, i) * classifier.gram(k, k));
    }
    return Math.abs(drift) > ZERO * size && drift > 0 != sides.active(j, k);
  }
}
