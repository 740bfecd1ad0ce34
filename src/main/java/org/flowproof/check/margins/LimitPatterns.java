package org.flowproof.check.margins;

/**
 * Whether the limit of the direction with gates held has these gates: {@code <v_j, x_k>} of {@code
 * v_j = a_j sum_i alpha_i y_i s_ji x_i} must not have the other sign.
 *
 * @param against the neuron and sample, 1-based, where the sign is the other one; 0 when there is
 *     none
 * @param sample see above
 */
record LimitPatterns(int against, int sample) {
  /** Inner products below this share of the lengths are zero: samples orthogonal up to rounding. */
  private static final double ZERO = 1e-12;

  /** Looks at every neuron and sample. */
  static LimitPatterns of(Classifier classifier, double[] gates, double[] alpha) {
    int n = classifier.n();
    for (int j = 0; j < classifier.m(); j++) {
      for (int k = 0; k < n; k++) {
        double sum = 0;
        double size = 0;
        for (int i = 0; i < n; i++) {
          double weight = classifier.a(j) * alpha[i] * classifier.y(i) * gates[j * n + i];
          sum += weight * classifier.gram(i, k);
          size += Math.abs(weight) * Math.sqrt(classifier.gram(i, i) * classifier.gram(k, k));
        }
        boolean active = gates[j * n + k] == 1;
        if (Math.abs(sum) > ZERO * size && sum > 0 != active) {
          return new LimitPatterns(j + 1, k + 1);
        }
      }
    }
    return new LimitPatterns(0, 0);
  }

  /** Whether no sign is the other one. */
  boolean kept() {
    return against == 0;
  }
}
