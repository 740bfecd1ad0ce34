package org.flowproof.flow.coefficients;

/**
 * Where numerical errors go: the linearized recursion, driven by the error of each pull, in a few
 * patterns of signs. An error of the margins is damped by the dynamics, so that it does not add up;
 * the linearization shows this instead of assuming it.
 */
final class Tangents {
  /** Patterns of signs of the errors: all alike, and alternating. */
  static final int PATTERNS = 2;

  /** Of the largest response, for other patterns of signs. */
  static final double SAFETY = 4;

  private Tangents() {}

  /** The sign of the error of a sample in a pattern. */
  static double sign(int pattern, int k) {
    return pattern == 0 || k % 2 == 0 ? 1 : -1;
  }

  /**
   * Errors of alpha after a move that changes margins little, or that is one iteration.
   *
   * @param v errors before, by pattern; not changed
   * @param z margins before
   * @param noise absolute errors of the margins
   * @param extra relative errors of the pulls from other sources; null for none
   * @param by how alpha moves
   */
  static double[][] move(
      CoefficientModel model,
      Frozen frozen,
      double[][] v,
      double[] z,
      double[] noise,
      double[] extra,
      double[] by) {
    double[][] result = new double[v.length][];
    for (int p = 0; p < v.length; p++) {
      double[] off = frozen.times(v[p]);
      result[p] = v[p].clone();
      for (int k = 0; k < z.length; k++) {
        double steep = model.loss.steepness(z[k]);
        double own = steep * noise[k] + 4 * CoefficientModel.UNIT + (extra == null ? 0 : extra[k]);
        result[p][k] += by[k] * (sign(p, k) * own - steep * (frozen.shifts[p][k] + off[k]));
      }
    }
    return result;
  }

  /** As above for a move of any length, taken in parts; alpha before it and how far it goes. */
  static double[][] travel(
      CoefficientModel model,
      Frozen frozen,
      double[][] v,
      double[] alpha,
      double[] extra,
      double[] by) {
    int parts = (int) Math.min(10_000, Math.max(1, Math.ceil(frozen.reach(by) / 0.1)));
    double[] late = frozen.holdings.any() ? new double[0] : frozen.noise(sum(alpha, by, 1));
    double[] piece = new double[by.length];
    for (int k = 0; k < by.length; k++) {
      piece[k] = by[k] / parts;
    }
    double[][] result = v;
    for (int i = 0; i < parts; i++) {
      double[] there = sum(alpha, by, (i + 0.5) / parts);
      double[] z = frozen.margins(there);
      // rounding grows, and hopping about kinks fades
      double[] noise = late.length > 0 ? late : frozen.noise(there);
      result = move(model, frozen, result, z, noise, extra, piece);
    }
    return result;
  }

  private static double[] sum(double[] alpha, double[] by, double share) {
    double[] result = alpha.clone();
    for (int k = 0; k < by.length; k++) {
      result[k] += share * by[k];
    }
    return result;
  }
}
