package org.flowproof.problem;

/** The nonlinearity of the hidden layer. */
public sealed interface Activation {

  /**
   * {@code z} for z > 0 and {@code slope * z} otherwise; slope 0 is ReLU.
   *
   * @param slope the slope on the negative side, in [0, 1)
   * @param derivativeAtZero the value declared for the derivative at 0, in [slope, 1]; used by
   *     gradient descent only, since the flow follows the minimal-norm element
   */
  record Leaky(double slope, double derivativeAtZero) implements Activation {
    public Leaky {
      if (!(slope >= 0 && slope < 1)) {
        throw new IllegalArgumentException("slope must lie in [0, 1), got " + slope);
      }
      if (!(derivativeAtZero >= slope && derivativeAtZero <= 1)) {
        throw new IllegalArgumentException("derivative at 0 must lie in [slope, 1]");
      }
    }
  }

  /** Hyperbolic tangent; smooth, so there are no kinks. */
  record Tanh() implements Activation {}
}
