package org.flowproof.problem;

import java.math.BigDecimal;

/**
 * Laws of initial weights: {@code (a_j, w_j) = scale / sqrt(m) * (a~_j, w~_j)}, neurons independent
 * (Boursier and Flammarion, Early alignment, equations (3) to (5)). The sign of {@code a~_j} is
 * fair. {@link #SIGNS} is the exception.
 */
public enum InitialLaw {
  /**
   * {@code w~} standard normal, {@code a~ = +-|w~|}. {@code |a_j|} is rounded up, so that {@code
   * a_j^2 >= |w_j|^2} is exactly true of the doubles and claims that need domination apply.
   */
  BALANCED,
  /** {@code w~} uniform in the unit ball, {@code a~ = +-1}: {@code |a_j| >= |w_j|}. */
  DOMINATED,
  /** {@code w~} and {@code a~} standard normal: neither balanced nor dominated. */
  UNBALANCED,
  /**
   * For fixed output weights: {@code a_j = 2/m} for the first half of the neurons and {@code -2/m}
   * for the others, whatever the scale, and {@code w_j = scale * w~_j} with {@code w~} standard
   * normal, not divided by {@code sqrt(m)} (Kou, Chen and Gu, Implicit bias on nearly-orthogonal
   * data, whose m is half the width).
   */
  SIGNS;

  /**
   * Draws weights, always the same for the same arguments.
   *
   * @param m number of neurons, at least 1; even for {@link #SIGNS}
   * @param d input dimension, at least 1
   * @param scale lambda, positive
   * @param seed of the stream
   * @throws IllegalArgumentException for an odd number of neurons with {@link #SIGNS}
   */
  public Weights draw(int m, int d, double scale, long seed) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
    if (this == SIGNS) {
      return signs(stream, m, d, scale);
    }
    double factor = scale / Math.sqrt(m);
    double[] w = new double[m * d];
    double[] a = new double[m];
    double[] row = new double[d];
    for (int j = 0; j < m; j++) {
      for (int i = 0; i < d; i++) {
        row[i] = stream.nextGaussian();
      }
      double sign = stream.nextBits() < 0 ? -1 : 1;
      double norm = Vectors.norm(row);
      double stretch = 1;
      switch (this) {
        case BALANCED -> a[j] = sign * norm;
        case DOMINATED -> {
          stretch = StrictMath.pow(stream.nextUniform(), 1.0 / d) / norm;
          a[j] = sign;
        }
        case UNBALANCED -> a[j] = stream.nextGaussian();
        case SIGNS -> throw new AssertionError("drawn apart");
      }
      a[j] *= factor;
      for (int i = 0; i < d; i++) {
        w[j * d + i] = factor * stretch * row[i];
      }
      if (this == BALANCED) {
        a[j] = sign * atLeastNorm(Math.abs(a[j]), w, j * d, d);
      }
    }
    return new Weights(Matrix.ofRowMajor(m, d, w), Vec.of(a));
  }

  private static Weights signs(SeededStream stream, int m, int d, double scale) {
    if (m % 2 != 0) {
      throw new IllegalArgumentException("an odd number of neurons, " + m);
    }
    double[] a = new double[m];
    double[] w = new double[m * d];
    for (int j = 0; j < m; j++) {
      a[j] = j < m / 2 ? 2.0 / m : -2.0 / m;
    }
    for (int i = 0; i < w.length; i++) {
      w[i] = scale * stream.nextGaussian();
    }
    return new Weights(Matrix.ofRowMajor(m, d, w), Vec.of(a));
  }

  /** The first double from a start upwards whose exact square is no less than the exact sum. */
  private static double atLeastNorm(double start, double[] w, int from, int d) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = from; i < from + d; i++) {
      sum = sum.add(new BigDecimal(w[i]).pow(2));
    }
    double a = start;
    while (new BigDecimal(a).pow(2).compareTo(sum) < 0) {
      a = Math.nextUp(a);
    }
    return a;
  }
}
