package org.flowproof.flow.stiff;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The Radau IIA method with an odd number s of stages, order {@code 2 s - 1}, as collocation: the
 * polynomial p of degree s with {@code p(0) = y0} and {@code p'(c_i h) = f(p(c_i h))} at the Radau
 * nodes. In place of Butcher's matrix A it keeps its inverse, which is the derivative of p in terms
 * of its increments (Hairer and Wanner, Solving Ordinary Differential Equations II, section IV.8).
 * Immutable.
 */
final class Radau {
  private static final int BISECTIONS = 200;
  private static final int SCAN = 1000;

  private final int stages;
  private final double[] nodes;
  private final double[] weights;
  private final double[][] slopes;
  private final Pole[] poles;

  /**
   * An eigenvalue of the inverse of A, of each conjugate pair the one with positive imaginary part.
   *
   * @param re real part
   * @param im imaginary part, 0 for the one that is real
   */
  record Pole(double re, double im, Vector right, Vector left) {}

  /** A complex vector of one entry a stage. */
  static final class Vector {
    final double[] re;
    final double[] im;

    Vector(double[] re, double[] im) {
      this.re = re;
      this.im = im;
    }
  }

  private Radau(double[] zeroAndNodes) {
    stages = zeroAndNodes.length - 1;
    nodes = zeroAndNodes;
    weights = new double[stages + 1];
    Arrays.fill(weights, 1);
    for (int i = 0; i <= stages; i++) {
      for (int k = 0; k <= stages; k++) {
        if (k != i) {
          weights[i] /= nodes[i] - nodes[k];
        }
      }
    }
    slopes = new double[stages + 1][stages];
    for (int i = 0; i <= stages; i++) {
      for (int j = 1; j <= stages; j++) {
        slopes[i][j - 1] = i == j ? ownSlope(i) : weights[j] / weights[i] / (nodes[i] - nodes[j]);
      }
    }
    poles = poles(slopes);
  }

  /**
   * The method.
   *
   * @param stages odd, from 3 to 7
   */
  static Radau of(int stages) {
    if (stages < 3 || stages > 7 || stages % 2 == 0) {
      throw new IllegalArgumentException("3, 5 or 7 stages, not " + stages);
    }
    return new Radau(nodes(stages));
  }

  /** A method of other nodes, the first of which is 0: for tests that must fail. */
  static Radau through(double... zeroAndNodes) {
    return new Radau(zeroAndNodes.clone());
  }

  /** 0 and the roots of {@code P_s - P_(s-1)}, Legendre polynomials on [0, 1]; the last is 1. */
  private static double[] nodes(int stages) {
    double[] nodes = new double[stages + 1];
    int found = 0;
    double left = 0;
    // the root at 1 is known; the scan ends before it
    for (int i = 1; i < SCAN; i++) {
      double right = (double) i / SCAN;
      if (difference(stages, left) * difference(stages, right) <= 0) {
        nodes[++found] = root(stages, left, right);
      }
      left = right;
    }
    nodes[stages] = 1;
    if (found != stages - 1) {
      throw new IllegalStateException(found + " nodes inside");
    }
    return nodes;
  }

  private static double root(int stages, double left, double right) {
    double lo = left;
    double hi = right;
    double sign = Math.signum(difference(stages, lo));
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = 0.5 * (lo + hi);
      if (difference(stages, middle) * sign > 0) {
        lo = middle;
      } else {
        hi = middle;
      }
    }
    return 0.5 * (lo + hi);
  }

  private static double difference(int degree, double x) {
    double t = 2 * x - 1;
    double before = 1;
    double here = t;
    for (int k = 2; k <= degree; k++) {
      double next = ((2 * k - 1) * t * here - (k - 1) * before) / k;
      before = here;
      here = next;
    }
    return here - before;
  }

  private double ownSlope(int i) {
    double sum = 0;
    for (int k = 0; k <= stages; k++) {
      sum += k == i ? 0 : 1 / (nodes[i] - nodes[k]);
    }
    return sum;
  }

  private static Pole[] poles(double[][] slopes) {
    int stages = slopes.length - 1;
    RealMatrix inverse = MatrixUtils.createRealMatrix(Arrays.copyOfRange(slopes, 1, stages + 1));
    EigenDecompositionNonSymmetric eigen = new EigenDecompositionNonSymmetric(inverse);
    RealMatrix blocks = eigen.getD();
    RealMatrix right = eigen.getV();
    RealMatrix left = new LUDecomposition(right).getSolver().getInverse();
    Pole[] poles = new Pole[(stages + 1) / 2];
    int found = 1;
    int column = 0;
    while (column < stages) {
      double imaginary = column + 1 < stages ? blocks.getEntry(column, column + 1) : 0;
      poles[imaginary == 0 ? 0 : found++] =
          pole(blocks.getEntry(column, column), imaginary, right, left, column);
      column += imaginary == 0 ? 1 : 2;
    }
    return poles;
  }

  /**
   * With V B for B = ((p, q), (-q, p)) the columns u, v make the eigenvector u + i v of p + i q.
   */
  private static Pole pole(double re, double im, RealMatrix right, RealMatrix left, int column) {
    if (im == 0) {
      double[] none = new double[right.getRowDimension()];
      return new Pole(
          re, 0, new Vector(right.getColumn(column), none), new Vector(left.getRow(column), none));
    }
    double sign = Math.signum(im);
    return new Pole(
        re,
        sign * im,
        new Vector(right.getColumn(column), times(sign, right.getColumn(column + 1))),
        new Vector(times(0.5, left.getRow(column)), times(-0.5 * sign, left.getRow(column + 1))));
  }

  private static double[] times(double factor, double[] values) {
    return Arrays.stream(values).map(v -> factor * v).toArray();
  }

  int stages() {
    return stages;
  }

  /**
   * The largest z for which one step of {@code y' = (z/h) y} grows by {@code exp(z)} up to a
   * relative error: {@code s! (s-1)! / ((2s-1)! (2s)!) z^(2s)}, from Pade's approximation.
   */
  double exactGrowth(double error) {
    double constant = 1;
    for (int k = 1; k <= stages; k++) {
      constant /= stages + k;
    }
    for (int k = 1; k < stages; k++) {
      constant *= k;
    }
    for (int k = 1; k < 2 * stages; k++) {
      constant /= k;
    }
    return Math.pow(error / constant, 0.5 / stages);
  }

  /** A node in [0, 1]; 0 for index 0, 1 for the last stage. */
  double node(int index) {
    return nodes[index];
  }

  /**
   * The derivative of p at a node.
   *
   * @param index 0 for the start of the step, else the stage
   * @return what the increments of p at the stages are to be multiplied with, over h; not to be
   *     changed
   */
  double[] slope(int index) {
    return slopes[index];
  }

  /** The real pole first, then one of each pair. */
  Pole pole(int index) {
    return poles[index];
  }

  int poles() {
    return poles.length;
  }

  /**
   * The value of p between nodes, or beyond.
   *
   * @param at a time in units of the step
   * @return what the increments at the stages are to be multiplied with to get that of p
   */
  double[] values(double at) {
    double[] values = new double[stages];
    for (int j = 1; j <= stages; j++) {
      double product = weights[j];
      for (int k = 0; k <= stages; k++) {
        product *= k == j ? 1 : at - nodes[k];
      }
      values[j - 1] = product;
    }
    return values;
  }
}
