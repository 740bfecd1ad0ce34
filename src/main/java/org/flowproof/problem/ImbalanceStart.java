package org.flowproof.problem;

import java.util.Optional;

/**
 * Initial weights of two neurons that have nothing but their growing parts: with {@code gamma =
 * sum_k y_k x_k} and {@code s = sigma'(0)} they are {@code a_j = C_j / (2 |gamma|)} and {@code w_j
 * = sign(s) a_j gamma/|gamma|}, {@code C} proportional to {@code (c, 1)} (Zhao, Bai and Zhang,
 * section 3; the flow from ever smaller starts remembers C alone). Equal and opposite neurons, and
 * a neuron at zero, come out exactly so.
 */
final class ImbalanceStart {
  /** The norm of weights that stand for the limit of ever smaller ones. */
  static final double SMALLEST = 1e-13;

  private ImbalanceStart() {}

  /** Why there are no such weights; empty when there are. */
  static Optional<String> obstacle(DataSet data, Network network) {
    if (network.width() != 2) {
      return Optional.of(network.width() + " neurons");
    }
    if (!(network.activation() instanceof Activation.Smooth)) {
      return Optional.of("an activation that is not smooth");
    }
    if (network.activation().slope(0) == 0) {
      return Optional.of("an activation of slope 0 at 0");
    }
    return norm(gamma(data)) > 0
        ? Optional.empty()
        : Optional.of("gamma, the sum of labels times samples, is 0");
  }

  /**
   * The weights.
   *
   * @param ratio c, any finite number
   * @param scale norm of all weights, above 0
   */
  static Weights of(DataSet data, Network network, double ratio, double scale) {
    double[] gamma = gamma(data);
    double size = norm(gamma);
    double sign = Math.signum(network.activation().slope(0));
    double longer = Math.max(Math.abs(ratio), 1);
    double[] c = {ratio / longer, 1 / longer};
    // a and w of each neuron have equal norms
    double unit = scale / Math.sqrt(2 * (c[0] * c[0] + c[1] * c[1]));
    double[][] w = new double[2][gamma.length];
    double[] a = new double[2];
    for (int j = 0; j < 2; j++) {
      a[j] = unit * c[j];
      for (int i = 0; i < gamma.length; i++) {
        w[j][i] = a[j] * (sign * (gamma[i] / size));
      }
    }
    return new Weights(Matrix.of(w), Vec.of(a));
  }

  private static double[] gamma(DataSet data) {
    double[] gamma = new double[data.d()];
    for (int k = 0; k < data.n(); k++) {
      for (int i = 0; i < gamma.length; i++) {
        gamma[i] += data.y().get(k) * data.x().get(k, i);
      }
    }
    return gamma;
  }

  private static double norm(double[] v) {
    return Vectors.safeNorm(v);
  }
}
