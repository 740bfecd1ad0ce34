package org.flowproof.enclose.bound;

import java.util.Arrays;
import java.util.Optional;
import org.flowproof.enclose.taylor.Bounds;

/**
 * The errors of some neurons in one ellipsoid, {@code e = A u} with {@code |u| <= 1}: unlike balls
 * it knows in which directions errors have grown. A is a lower triangular matrix in doubles, with
 * the rows of one neuron after those of another. Immutable.
 *
 * <p>Inclusions are by {@code e e' <= S} for a positive semidefinite S, which says the same as
 * {@code |u| <= 1} for {@code A A' = S}.
 */
public final class Ellipsoid {
  private final int[] neurons;
  private final int width;
  private final double[][] rows;
  private final double[] bound;

  private Ellipsoid(int[] neurons, int width, double[][] rows) {
    this.neurons = neurons;
    this.width = width;
    this.rows = rows;
    bound = new double[neurons.length];
    for (int p = 0; p < bound.length; p++) {
      bound[p] = norm(p);
    }
  }

  /** Of no neuron. */
  public static Ellipsoid none(int width) {
    return new Ellipsoid(new int[0], width, new double[0][]);
  }

  /** The neurons in it, ascending where they were added so. */
  public int[] neurons() {
    return neurons.clone();
  }

  /** Whether a neuron is in it. */
  public boolean has(int neuron) {
    return place(neuron) >= 0;
  }

  private int place(int neuron) {
    for (int p = 0; p < neurons.length; p++) {
      if (neurons[p] == neuron) {
        return p;
      }
    }
    return -1;
  }

  /** At least the error of a neuron; infinite when it is not in it. */
  public double of(int neuron) {
    int p = place(neuron);
    return p < 0 ? Double.POSITIVE_INFINITY : bound[p];
  }

  /** How many columns A has. */
  public int columns() {
    return rows.length == 0 ? 0 : rows[0].length;
  }

  /** A column of A. */
  public double[] column(int index) {
    double[] column = new double[rows.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = rows[i][index];
    }
    return column;
  }

  /** What it says of some of its neurons only. */
  public Ellipsoid only(boolean[] kept) {
    int[] places = new int[neurons.length];
    int count = 0;
    for (int p = 0; p < neurons.length; p++) {
      if (kept[neurons[p]]) {
        places[count++] = p;
      }
    }
    if (count == neurons.length) {
      return this;
    }
    int[] left = new int[count];
    double[][] some = new double[count * width][];
    for (int q = 0; q < count; q++) {
      left[q] = neurons[places[q]];
      System.arraycopy(rows, places[q] * width, some, q * width, width);
    }
    return new Ellipsoid(left, width, some);
  }

  /**
   * Together with balls of other neurons.
   *
   * @param share how much the squares of the ellipsoid are raised for it, positive; those of the
   *     balls are raised the more the less it is
   * @return empty when rounding gets in the way
   */
  public Optional<Ellipsoid> with(int[] others, double[] radii, double share) {
    int[] all = Arrays.copyOf(neurons, neurons.length + others.length);
    System.arraycopy(others, 0, all, neurons.length, others.length);
    double[][] factor = new double[all.length * width][columns()];
    double[] squares = new double[all.length];
    double raised = neurons.length == 0 ? others.length : (1 + 1 / share) * others.length;
    for (int p = 0; p < all.length; p++) {
      if (p < neurons.length) {
        System.arraycopy(rows, p * width, factor, p * width, width);
      } else {
        double radius = radii[p - neurons.length];
        squares[p] = Bounds.up(raised * radius * radius);
      }
    }
    return of(all, width, factor, 1 + share, squares);
  }

  /**
   * All sums of {@code M u} and vectors that are at most so long, by neuron.
   *
   * @param moved M, as many rows as A
   * @param noise one length for each neuron in it
   * @return empty when rounding gets in the way
   */
  public Optional<Ellipsoid> moved(double[][] moved, double[] noise) {
    double largest = 0;
    for (int p = 0; p < noise.length; p++) {
      largest = Math.max(largest, noise[p] / bound[p]);
    }
    double share = Math.min(1, Math.max(1e-14, Math.sqrt(noise.length) * largest));
    double[] squares = new double[noise.length];
    for (int p = 0; p < noise.length; p++) {
      squares[p] = Bounds.up((1 + 1 / share) * noise.length * noise[p] * noise[p]);
    }
    return of(neurons, width, moved, 1 + share, squares);
  }

  /** The ellipsoid of {@code raised F F'} and multiples of the identity for every neuron. */
  private static Optional<Ellipsoid> of(
      int[] neurons, int width, double[][] factor, double raised, double[] squares) {
    int size = factor.length;
    double[] scale = new double[neurons.length];
    for (int p = 0; p < scale.length; p++) {
      double sum = squares[p];
      for (int i = p * width; i < (p + 1) * width; i++) {
        for (double one : factor[i]) {
          sum += raised * one * one;
        }
      }
      // a power of two, so that scaling is exact
      scale[p] = Math.scalb(1.0, Math.getExponent(Math.sqrt(sum)));
      if (!(sum > Double.MIN_NORMAL) || !(sum < Double.POSITIVE_INFINITY)) {
        return Optional.empty();
      }
    }
    double[][] s = new double[size][size];
    double trace = 0;
    for (int i = 0; i < size; i++) {
      double left = scale[i / width];
      for (int l = 0; l <= i; l++) {
        double right = scale[l / width];
        double sum = 0;
        for (int c = 0; c < factor[i].length; c++) {
          sum += (factor[i][c] / left) * (factor[l][c] / right);
        }
        s[i][l] = raised * sum;
      }
      s[i][i] += squares[i / width] / left / left;
      trace += s[i][i];
    }
    return Cholesky.above(s, trace, size == 0 ? 0 : factor[0].length)
        .map(lower -> unscaled(lower, scale, width))
        .map(rows -> new Ellipsoid(neurons, width, rows));
  }

  private static double[][] unscaled(double[][] lower, double[] scale, int width) {
    for (int i = 0; i < lower.length; i++) {
      for (int l = 0; l <= i; l++) {
        lower[i][l] *= scale[i / width];
      }
    }
    return lower;
  }

  /** At least the spectral norm of the rows of a neuron. */
  private double norm(int p) {
    double scale = 0;
    for (int i = p * width; i < (p + 1) * width; i++) {
      for (double one : rows[i]) {
        scale = Math.max(scale, Math.abs(one));
      }
    }
    if (scale == 0 || Double.isNaN(scale)) {
      return scale == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    scale = Math.scalb(1.0, Math.getExponent(scale));
    double[][] gram = new double[width][width];
    double trace = 0;
    for (int i = 0; i < width; i++) {
      for (int l = 0; l < width; l++) {
        for (int c = 0; c < columns(); c++) {
          gram[i][l] += (rows[p * width + i][c] / scale) * (rows[p * width + l][c] / scale);
        }
      }
      trace += gram[i][i];
    }
    return Bounds.up(scale * Bounds.up(Math.sqrt(LargestSquare.of(gram, trace, columns()))));
  }
}
