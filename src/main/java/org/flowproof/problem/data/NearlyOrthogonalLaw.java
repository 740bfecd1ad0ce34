package org.flowproof.problem.data;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.SeededStream;

/**
 * Samples of one norm whose inner products are at most a stated number. Their Gram matrix is {@code
 * norm^2 I + overlap S} with S symmetric, zero on the diagonal and otherwise uniform on [-1, 1];
 * the samples are the rows of its Cholesky factor, on coordinates and with signs drawn at random.
 * With overlap 0 they are exactly orthogonal. A smaller set is the beginning of a larger one.
 *
 * @param plus number of samples with label 1, at least 1
 * @param minus number of samples with label -1, at least 1
 * @param dimension d, at least the number of samples
 * @param norm of each sample, up to rounding; from {@link #LEAST_NORM} to {@link #MOST_NORM}
 * @param overlap largest absolute inner product of two samples, rounding included: 0, or at least
 *     {@link #LEAST_SHARE} of norm^2, and below norm^2 / (n - 1), where S can be any such matrix
 * @param seed of the draw
 */
public record NearlyOrthogonalLaw(
    int plus, int minus, int dimension, double norm, double overlap, long seed)
    implements LabelledLaw {
  /** Most samples: the factor takes n^3 / 6 products. */
  public static final int MOST_SAMPLES = 1000;

  /** Least norm; squares of it stay far from the smallest doubles. */
  public static final double LEAST_NORM = 1e-100;

  /** Largest norm. */
  public static final double MOST_NORM = 1e100;

  /** Least overlap other than 0, as a share of norm^2. */
  public static final double LEAST_SHARE = 1e-12;

  /** Room for rounding, as a share of the overlap; what was drawn is checked afterwards. */
  private static final double ROOM = 1e-9;

  private static final double ROUNDING = 0x1p-53;

  @Override
  public LabelledSamples draw() {
    double[][] factor = factor();
    int n = plus + minus;
    for (int k = 0; k < n; k++) {
      for (int i = 0; i <= k; i++) {
        factor[k][i] *= norm;
      }
      for (int l = 0; l < k; l++) {
        if (!(largestProduct(factor[k], factor[l]) <= overlap)) {
          throw new IllegalArgumentException(
              "samples " + (l + 1) + " and " + (k + 1) + " have a larger inner product");
        }
      }
    }
    SeededStream places = new SeededStream(seed, SeededStream.Purpose.NOISE);
    long[] keys = new long[dimension];
    for (int i = 0; i < dimension; i++) {
      keys[i] = places.nextBits();
    }
    int[] at =
        IntStream.range(0, dimension)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> keys[i]).thenComparing(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] x = new double[n * dimension];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i <= k; i++) {
        // the lowest bit tells the sign; a sign common to a coordinate changes no product
        x[k * dimension + at[i]] = (keys[at[i]] & 1) == 0 ? factor[k][i] : -factor[k][i];
      }
    }
    return LabelledLaw.labelled(Matrix.ofRowMajor(n, dimension, x), plus, minus);
  }

  /** Rows of the Cholesky factor of the Gram matrix over norm^2; row k has k + 1 entries. */
  private double[][] factor() {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.SAMPLES);
    double share = overlap / norm / norm * (1 - ROOM);
    double[][] rows = new double[plus + minus][];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = new double[k + 1];
      double square = 0;
      for (int l = 0; l < k; l++) {
        double sum = share * (2 * stream.nextUniform() - 1);
        for (int i = 0; i < l; i++) {
          sum -= rows[k][i] * rows[l][i];
        }
        rows[k][l] = sum / rows[l][l];
        square += rows[k][l] * rows[k][l];
      }
      if (!(square < 1)) {
        throw new IllegalArgumentException("no room for sample " + (k + 1));
      }
      rows[k][k] = Math.sqrt(1 - square);
    }
    return rows;
  }

  /**
   * An upper bound of the absolute inner product of the real vectors: the computed one and the
   * bound {@code m u / (1 - m u)} times the sum of absolute products on its error (Higham, Accuracy
   * and Stability of Numerical Algorithms, 3.1), with twice that for the rounding of the bound
   * itself.
   */
  private static double largestProduct(double[] longer, double[] shorter) {
    double sum = 0;
    double size = 0;
    for (int i = 0; i < shorter.length; i++) {
      double product = longer[i] * shorter[i];
      sum += product;
      size += Math.abs(product);
    }
    return size == 0 ? 0 : Math.nextUp(Math.abs(sum) + 4 * shorter.length * ROUNDING * size);
  }

  @Override
  public String words() {
    return "law nearly-orthogonal, n = "
        + (plus + minus)
        + " ("
        + plus
        + " with label 1), d = "
        + dimension
        + ", norm "
        + norm
        + ", inner products at most "
        + overlap
        + ", seed "
        + seed;
  }
}
