package org.flowproof.problem.data;

import java.util.Optional;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Vectors;

/**
 * Standard normal samples with labels {@code y = <beta, x> + noise * z}, z standard normal; with a
 * band, samples are drawn again until {@code |<x, beta>| >= band * |x|}, which keeps them away from
 * the hyperplane on which the teacher changes sign.
 *
 * @param samples n, at least 1
 * @param beta the teacher, length d, at least 1
 * @param noise standard deviation of the label noise, at least 0
 * @param band relative distance from the hyperplane, at least 0; 0 draws plain normal samples
 * @param seed of both streams
 */
public record SampleLaw(int samples, Vec beta, double noise, double band, long seed) {
  /** Draws a sample before the law is given up as too narrow. */
  static final int MAX_TRIES = 100_000;

  /**
   * Samples and labels.
   *
   * @param x {@code n x d}
   * @param y length n
   */
  public record Draw(Matrix x, Vec y) {}

  /** The draw, always the same; empty when the band is so wide that samples cannot be found. */
  public Optional<Draw> draw() {
    int d = beta.length();
    SeededStream points = new SeededStream(seed, SeededStream.Purpose.SAMPLES);
    SeededStream errors = new SeededStream(seed, SeededStream.Purpose.NOISE);
    double[] x = new double[samples * d];
    double[] y = new double[samples];
    double[] row = new double[d];
    for (int k = 0; k < samples; k++) {
      int tries = 0;
      do {
        if (++tries > MAX_TRIES) {
          return Optional.empty();
        }
        for (int i = 0; i < d; i++) {
          row[i] = points.nextGaussian();
        }
      } while (!(Vectors.norm(row) > 0 && Math.abs(teacher(row)) >= band * Vectors.norm(row)));
      System.arraycopy(row, 0, x, k * d, d);
      y[k] = teacher(row) + noise * errors.nextGaussian();
    }
    return Optional.of(new Draw(Matrix.ofRowMajor(samples, d, x), Vec.of(y)));
  }

  private double teacher(double[] row) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += beta.get(i) * row[i];
    }
    return sum;
  }
}
