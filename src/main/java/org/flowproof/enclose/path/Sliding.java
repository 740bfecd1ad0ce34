package org.flowproof.enclose.path;

import java.util.Optional;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.taylor.Bounds;

/**
 * The projection off the samples on whose kinks a neuron slides, as doubles with a proven error.
 */
public final class Sliding {
  private final int[] samples;
  private final double[][] projection;
  private final double projectionError;
  private final double[][] gramInverse;
  private final double gramError;
  private final double gramInverseNorm;

  private Sliding(
      int[] samples,
      double[][] projection,
      double projectionError,
      double[][] gramInverse,
      double gramError,
      double gramInverseNorm) {
    this.samples = samples;
    this.projection = projection;
    this.projectionError = projectionError;
    this.gramInverse = gramInverse;
    this.gramError = gramError;
    this.gramInverseNorm = gramInverseNorm;
  }

  /** The samples that a neuron slides on. */
  public static int[] samples(Side[] sides) {
    int count = 0;
    for (Side side : sides) {
      count += side == Side.SLIDE ? 1 : 0;
    }
    int[] samples = new int[count];
    for (int k = 0, next = 0; next < count; k++) {
      if (sides[k] == Side.SLIDE) {
        samples[next++] = k;
      }
    }
    return samples;
  }

  /** Empty when the samples are dependent, or so nearly that it cannot be told. */
  public static Optional<Sliding> on(FlowModel model, int[] samples) {
    int s = samples.length;
    int d = model.d();
    Interval[][] gram = new Interval[s][s];
    double[][] rounded = new double[s][s];
    for (int p = 0; p < s; p++) {
      for (int q = 0; q < s; q++) {
        gram[p][q] = model.inner(samples[p], samples[q]);
        rounded[p][q] = gram[p][q].midpoint();
      }
    }
    Optional<double[][]> inverse = SmallMatrix.inverse(rounded);
    if (inverse.isEmpty()) {
      return Optional.empty();
    }
    double[][] b = inverse.get();
    double residual = residual(gram, b);
    if (!(residual < 0.5)) {
      return Optional.empty();
    }
    double inverseNorm = Bounds.up(frobenius(b) / (1 - residual));
    double gramError = Bounds.up(inverseNorm * residual);
    double size = 0;
    for (int k : samples) {
      size += model.sampleNorm(k) * model.sampleNorm(k);
    }
    double[][] projection = new double[d][d];
    double rounding = 0;
    for (int i = 0; i < d; i++) {
      for (int l = 0; l < d; l++) {
        Interval sum = i == l ? Interval.ONE : Interval.ZERO;
        for (int p = 0; p < s; p++) {
          for (int q = 0; q < s; q++) {
            sum =
                sum.minus(
                    Interval.of(model.x(samples[p])[i])
                        .times(b[p][q])
                        .times(model.x(samples[q])[l]));
          }
        }
        projection[i][l] = sum.midpoint();
        rounding += sum.radius();
      }
    }
    return Optional.of(
        new Sliding(
            samples.clone(),
            projection,
            Bounds.up(rounding + Bounds.up(size) * gramError),
            b,
            gramError,
            inverseNorm));
  }

  private static double residual(Interval[][] gram, double[][] b) {
    int s = b.length;
    double sum = 0;
    for (int p = 0; p < s; p++) {
      for (int q = 0; q < s; q++) {
        Interval entry = p == q ? Interval.ONE : Interval.ZERO;
        for (int r = 0; r < s; r++) {
          entry = entry.minus(gram[p][r].times(b[r][q]));
        }
        sum = Bounds.up(sum + entry.magnitude() * entry.magnitude());
      }
    }
    return Bounds.up(Math.sqrt(sum));
  }

  private static double frobenius(double[][] b) {
    double sum = 0;
    for (double[] row : b) {
      for (double one : row) {
        sum += one * one;
      }
    }
    return Bounds.up(Math.sqrt(Bounds.up(sum)));
  }

  public int[] samples() {
    return samples;
  }

  /** A row of the rounded projection. */
  public double[] projection(int row) {
    return projection[row];
  }

  /** How far, in norm, the rounded projection may be from the projection. */
  public double projectionError() {
    return projectionError;
  }

  /** A row of the rounded inverse of the Gram matrix of the samples. */
  public double[] gramInverse(int row) {
    return gramInverse[row];
  }

  /** How far, in norm, the rounded inverse may be from the inverse. */
  public double gramError() {
    return gramError;
  }

  /**
   * At least the norm of the inverse, so that its inverse root is at most the least singular value.
   */
  public double gramInverseNorm() {
    return gramInverseNorm;
  }
}
