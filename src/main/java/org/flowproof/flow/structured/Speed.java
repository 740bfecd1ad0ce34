package org.flowproof.flow.structured;

/**
 * The norm of the velocity of all neurons, from their weights and gates alone: the residuals are
 * those of the outputs, not the polynomials of a step, whose errors may be larger than a small
 * gradient.
 */
final class Speed {
  private Speed() {}

  /**
   * Whether the speed at one time exceeds a bound; as a rule the first few neurons decide.
   *
   * @param outputs of these neurons at all samples
   */
  static boolean exceeds(double bound, Setup setup, Neurons neurons, double[] outputs) {
    int d = setup.d;
    double[][] pulls = new double[setup.lineCount][];
    double[] base = new double[d];
    for (int l = 0; l < setup.lineCount; l++) {
      double pull = 0;
      double offset = 0;
      for (int k : setup.lines.members(l)) {
        double c = setup.lines.coefficient(k);
        double part = setup.residuals.residual(k, outputs[k]) * Math.abs(c) / setup.n;
        pull += part;
        offset += c < 0 ? part : 0;
      }
      double[] e = setup.lines.direction(l);
      pulls[l] = new double[d];
      for (int c = 0; c < d; c++) {
        pulls[l][c] = (1 - setup.slope) * pull * e[c];
        base[c] += (setup.slope * pull - (1 + setup.slope) * offset) * e[c];
      }
    }
    double squares = 0;
    double[] sum = new double[d];
    for (int j = 0; j < neurons.m; j++) {
      if (!neurons.still[j]) {
        squares += square(setup, neurons, j, pulls, base, sum);
        if (Math.sqrt(squares) > bound) {
          return true;
        }
      }
    }
    return false;
  }

  private static double square(
      Setup setup, Neurons neurons, int j, double[][] pulls, double[] base, double[] sum) {
    int d = setup.d;
    System.arraycopy(base, 0, sum, 0, d);
    for (int l = 0; l < pulls.length; l++) {
      if ((neurons.plus[j * neurons.words + (l >> 6)] >>> (l & 63) & 1) != 0) {
        for (int c = 0; c < d; c++) {
          sum[c] += pulls[l][c];
        }
      }
    }
    if (neurons.held[j] != null) {
      neurons.held[j].project(sum, 0, d);
    }
    int at = j * (d + 1);
    double along = 0;
    double square = 0;
    for (int c = 0; c < d; c++) {
      along += neurons.z[at + 1 + c] * sum[c];
      square += sum[c] * sum[c];
    }
    double a = neurons.z[at];
    return a * a * square + (setup.trainOutput ? along * along : 0);
  }
}
