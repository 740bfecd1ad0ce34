package org.flowproof.problem;

/** The nonlinearity of the hidden layer. */
public sealed interface Activation {

  /** The value at a preactivation. */
  double value(double u);

  /** The derivative at a preactivation; at a kink the one that is declared. */
  double slope(double u);

  /** The hyperbolic tangent. */
  static Activation tanh() {
    return new Smooth(SmoothFunction.tanh());
  }

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

    @Override
    public double value(double u) {
      return u > 0 ? u : slope * u;
    }

    @Override
    public double slope(double u) {
      return u > 0 ? 1 : u < 0 ? slope : derivativeAtZero;
    }
  }

  /**
   * An analytic function, so that there are no kinks.
   *
   * @param function the function
   */
  record Smooth(SmoothFunction function) implements Activation {
    @Override
    public double value(double u) {
      return function.value(u);
    }

    @Override
    public double slope(double u) {
      return function.slope(u, function.value(u));
    }
  }
}
