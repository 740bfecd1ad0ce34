package org.flowproof.flow.coefficients;

/**
 * The velocity of alpha by the clock. For the flow it is the pull {@code g}. For descent it is the
 * field whose flow passes through the iterates: if E is one iteration and {@code D = E - 1} the
 * forward difference, then the derivative by the clock is {@code log(1 + D) = D - D^2/2 + D^3/3 -
 * ...}, applied to iterates made from the place itself. With {@code G} the vector of pulls its
 * terms are {@code G - G'G/2 + G''(G,G)/12 + G'G'G/3 - ...}, each smaller by the change of a margin
 * in one iteration.
 */
final class ModifiedField {
  /** Terms taken; the next one is the error estimate. */
  static final int TERMS = 6;

  private final CoefficientModel model;
  private final int terms;
  private final double[] weights;
  private final double[] next;

  /** As stated above. */
  ModifiedField(CoefficientModel model) {
    this(model, model.descent ? TERMS : 1, 1);
  }

  /**
   * For tests.
   *
   * @param terms taken of the series
   * @param ofLast factor of the last of them; 1 is right
   */
  ModifiedField(CoefficientModel model, int terms, double ofLast) {
    this.model = model;
    this.terms = terms;
    weights = new double[terms];
    next = new double[terms + 1];
    for (int k = 1; k <= terms; k++) {
      double factor = (k % 2 == 1 ? 1.0 : -1.0) / k * (k == terms ? ofLast : 1);
      for (int j = 0; j < k; j++) {
        weights[j] += factor * difference(k - 1, j);
      }
    }
    for (int j = 0; j <= terms; j++) {
      next[j] = difference(terms, j) / (terms + 1);
    }
  }

  /** The weight of value j in a forward difference. */
  private static double difference(int order, int j) {
    double result = (order - j) % 2 == 0 ? 1 : -1;
    for (int i = 1; i <= j; i++) {
      result = result * (order - j + i) / i;
    }
    return result;
  }

  /** How often pulls are computed for one velocity. */
  int cost() {
    return model.descent ? terms + 1 : 1;
  }

  /**
   * The velocity, and the relative size of the first term left out.
   *
   * @param velocity times the scale
   * @param omitted by sample
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
  record Value(double[] velocity, double[] omitted) {}

  /**
   * The velocity where margins have moved a little. What depends on where they were is computed
   * once, so that the velocity is as smooth in the movement as it should be.
   *
   * @param z margins at a fixed place
   * @param moved how far they are from it
   * @param scale multiplies the velocity; may be so large that the pull alone would underflow
   */
  Value at(Frozen frozen, double[] z, double[] moved, double scale) {
    int n = z.length;
    double logScale = Math.log(scale);
    double[] velocity = new double[n];
    double[] omitted = new double[n];
    double[] pull = new double[n];
    double[] first = new double[n];
    double[] added = new double[n];
    for (int k = 0; k < n; k++) {
      double log = model.loss.logPull(z[k]);
      double change = 1 + model.loss.change(z[k], moved[k]);
      pull[k] = Math.exp(log) * change;
      first[k] = Math.exp(log + logScale) * change;
      added[k] = pull[k];
      velocity[k] = 1;
    }
    for (int j = 1; model.descent && j <= terms; j++) {
      double[] by = frozen.times(added);
      for (int k = 0; k < n; k++) {
        double change = model.loss.change(z[k] + moved[k], by[k]);
        if (j < terms) {
          velocity[k] += weights[j] * change;
        }
        omitted[k] += next[j] * change;
        added[k] += pull[k] * (1 + change);
      }
    }
    for (int k = 0; k < n; k++) {
      velocity[k] *= first[k];
      omitted[k] = Math.abs(omitted[k]);
    }
    return new Value(velocity, omitted);
  }
}
