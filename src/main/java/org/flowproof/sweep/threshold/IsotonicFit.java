package org.flowproof.sweep.threshold;

/**
 * Least-squares fit of non-decreasing values, by pooling neighbours that are in the wrong order
 * (Ayer, Brunk, Ewing, Reid, Silverman, Annals of Mathematical Statistics 26, 1955).
 */
final class IsotonicFit {
  private IsotonicFit() {}

  /**
   * The fit.
   *
   * @param values in the order of the sizes
   * @param weights positive
   * @return the non-decreasing values with the least weighted sum of squares
   */
  static double[] of(double[] values, double[] weights) {
    int count = values.length;
    double[] level = new double[count];
    double[] weight = new double[count];
    int[] length = new int[count];
    int blocks = 0;
    for (int i = 0; i < count; i++) {
      level[blocks] = values[i];
      weight[blocks] = weights[i];
      length[blocks] = 1;
      blocks++;
      while (blocks > 1 && level[blocks - 2] >= level[blocks - 1]) {
        double sum = weight[blocks - 2] + weight[blocks - 1];
        level[blocks - 2] =
            (weight[blocks - 2] * level[blocks - 2] + weight[blocks - 1] * level[blocks - 1]) / sum;
        weight[blocks - 2] = sum;
        length[blocks - 2] += length[blocks - 1];
        blocks--;
      }
    }
    double[] fit = new double[count];
    int place = 0;
    for (int b = 0; b < blocks; b++) {
      for (int i = 0; i < length[b]; i++) {
        fit[place++] = level[b];
      }
    }
    return fit;
  }
}
