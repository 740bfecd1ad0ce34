package org.flowproof.flow.coefficients;

/**
 * The gates at which the pulls on one neuron that is on some kinks balance as far as they can: they
 * make its velocity least, with each gate between the slopes of the two sides. These are the mean
 * gates of gradient descent that hops about the kinks, by the convexity of the kinks.
 */
final class KinkBalance {
  /** A gate this close to a slope is not one that holds. */
  static final double EDGE = 1e-9;

  private static final int SWEEPS = 5000;
  private static final double SETTLED = 1e-13;

  private KinkBalance() {}

  /** Whether the kink of a sample pulls a neuron back from both sides when nothing else does. */
  static boolean attracts(CoefficientModel model, int j, int k) {
    return model.a[j] * model.y[k] < 0;
  }

  /**
   * Finds the gates.
   *
   * @param gates of the neuron, one for each sample; those on kinks are replaced
   * @param on whether the neuron is on the kink of a sample, one that attracts
   * @param pulls positive
   */
  static void settle(CoefficientModel model, double[] gates, boolean[] on, double[] pulls) {
    int n = model.n;
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double most = 0;
      for (int k = 0; k < n; k++) {
        if (!on[k]) {
          continue;
        }
        double others = 0;
        for (int l = 0; l < n; l++) {
          others += l == k ? 0 : model.signed[k * n + l] * gates[l] * (pulls[l] / pulls[k]);
        }
        double gate = -others / model.signed[k * n + k];
        gate = Math.max(model.slope, Math.min(1, gate));
        most = Math.max(most, Math.abs(gate - gates[k]));
        gates[k] = gate;
      }
      if (most <= SETTLED) {
        return;
      }
    }
  }

  /** Whether a gate holds a neuron on a kink. */
  static boolean holds(CoefficientModel model, double gate) {
    return gate > model.slope + EDGE && gate < 1 - EDGE;
  }
}
