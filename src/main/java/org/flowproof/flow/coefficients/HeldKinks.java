package org.flowproof.flow.coefficients;

import java.util.Optional;

/**
 * The samples on whose kinks one neuron is held, and what that makes of the others. The gated pulls
 * of the held samples are those with which all preactivations on these kinks stay 0: of every unit
 * that is pulled at another sample k, {@code share_hk} at the held sample h. Immutable.
 */
final class HeldKinks {
  /** A pivot below this share of its diagonal entry: samples that are dependent. */
  private static final double DEPENDENT = 1e-9;

  /** 0-based, increasing. */
  final int[] samples;

  /** Held x n; 0 for held samples. */
  final double[][] share;

  /** Inverse of the signed inner products of the held samples. */
  final double[][] inverse;

  /** Signed inner products of samples projected off the held ones, n x n; 0 for held samples. */
  final double[] gram;

  private HeldKinks(CoefficientModel model, int[] samples, double[][] inverse) {
    this.samples = samples;
    this.inverse = inverse;
    int n = model.n;
    int count = samples.length;
    boolean[] in = new boolean[n];
    for (int sample : samples) {
      in[sample] = true;
    }
    share = new double[count][n];
    for (int k = 0; k < n; k++) {
      for (int h = 0; h < count && !in[k]; h++) {
        for (int l = 0; l < count; l++) {
          share[h][k] -= inverse[h][l] * model.signed[samples[l] * n + k];
        }
      }
    }
    gram = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        if (!in[i] && !in[k]) {
          double sum = model.signed[i * n + k];
          for (int h = 0; h < count; h++) {
            sum += model.signed[i * n + samples[h]] * share[h][k];
          }
          gram[i * n + k] = sum;
        }
      }
    }
  }

  /** Of some samples; empty when they are linearly dependent, or nearly so. */
  static Optional<HeldKinks> of(CoefficientModel model, int... samples) {
    int count = samples.length;
    double[][] rows = new double[count][2 * count];
    for (int h = 0; h < count; h++) {
      for (int l = 0; l < count; l++) {
        rows[h][l] = model.signed[samples[h] * model.n + samples[l]];
      }
      rows[h][count + h] = 1;
    }
    // positive definite: the diagonal serves as pivots
    for (int p = 0; p < count; p++) {
      double own = model.signed[samples[p] * model.n + samples[p]];
      if (!(rows[p][p] > DEPENDENT * own)) {
        return Optional.empty();
      }
      for (int h = 0; h < count; h++) {
        double times = h == p ? 0 : rows[h][p] / rows[p][p];
        for (int l = 0; l < 2 * count && times != 0; l++) {
          rows[h][l] -= times * rows[p][l];
        }
      }
    }
    double[][] inverse = new double[count][count];
    for (int h = 0; h < count; h++) {
      for (int l = 0; l < count; l++) {
        inverse[h][l] = rows[h][count + l] / rows[h][h];
      }
    }
    return Optional.of(new HeldKinks(model, samples, inverse));
  }

  /** The place of a sample among the held ones; -1 when it is none of them. */
  int place(int sample) {
    for (int h = 0; h < samples.length; h++) {
      if (samples[h] == sample) {
        return h;
      }
    }
    return -1;
  }

  /**
   * How far one iteration may move the preactivations on these kinks, per unit of {@code pace
   * abs(a)}: while it is held, the neuron is within this of each of them, times their number.
   *
   * @param gates of the neuron, from {@code at} on
   */
  double step(CoefficientModel model, int h, double[] gates, int at, double[] pulls) {
    double sum = 0;
    for (int l = 0; l < model.n; l++) {
      double gate = place(l) >= 0 ? 1 : gates[at + l];
      sum += Math.abs(model.signed[samples[h] * model.n + l]) * gate * pulls[l];
    }
    return samples.length * sum;
  }
}
