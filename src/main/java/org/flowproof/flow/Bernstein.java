package org.flowproof.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * Polynomials on [0, 1] in the Bernstein basis of degree 7, the degree of the dense output. The
 * coefficients enclose the range of the polynomial, so that a step can be declared free of roots
 * without sampling it.
 */
final class Bernstein {
  static final int DEGREE = 7;

  /** Chebyshev-Lobatto nodes of [0, 1], ends included. */
  static final double[] NODES = nodes();

  private static final double[][] TO_COEFFICIENTS = inverse(collocation());
  private static final double[][] CHOOSE = binomials();
  private static final int DEPTH = 48;

  private Bernstein() {}

  private static double[] nodes() {
    double[] nodes = new double[DEGREE + 1];
    for (int i = 0; i <= DEGREE; i++) {
      nodes[i] = 0.5 * (1 - Math.cos(Math.PI * i / DEGREE));
    }
    nodes[DEGREE] = 1;
    return nodes;
  }

  private static double[][] binomials() {
    double[][] choose = new double[DEGREE + 1][DEGREE + 1];
    for (int p = 0; p <= DEGREE; p++) {
      choose[p][0] = 1;
      for (int i = 1; i <= p; i++) {
        choose[p][i] = choose[p - 1][i - 1] + (i < p ? choose[p - 1][i] : 0);
      }
    }
    return choose;
  }

  private static double[][] collocation() {
    double[][] matrix = new double[DEGREE + 1][];
    for (int i = 0; i <= DEGREE; i++) {
      matrix[i] = weights(NODES[i]);
    }
    return matrix;
  }

  /** The values of the eight basis polynomials. */
  static double[] weights(double tau) {
    double[] w = new double[DEGREE + 1];
    w[0] = 1;
    for (int p = 1; p <= DEGREE; p++) {
      for (int i = p; i > 0; i--) {
        w[i] = w[i] * (1 - tau) + w[i - 1] * tau;
      }
      w[0] *= 1 - tau;
    }
    return w;
  }

  /** The row of the matrix that maps values at {@link #NODES} to coefficient {@code b}. */
  static double[] fromNodes(int b) {
    return TO_COEFFICIENTS[b];
  }

  /** Coefficients of the polynomial with these values at {@link #NODES}. */
  static double[] interpolate(double[] values) {
    double[] c = new double[DEGREE + 1];
    for (int b = 0; b <= DEGREE; b++) {
      for (int i = 0; i <= DEGREE; i++) {
        c[b] += TO_COEFFICIENTS[b][i] * (values[i] - values[0]);
      }
      c[b] += values[0];
    }
    c[0] = values[0];
    c[DEGREE] = values[DEGREE];
    return c;
  }

  /** Value of a polynomial of any degree, by de Casteljau. */
  static double value(double[] c, double tau) {
    return value(c, tau, new double[c.length]);
  }

  private static double value(double[] c, double tau, double[] work) {
    System.arraycopy(c, 0, work, 0, c.length);
    for (int p = c.length - 1; p > 0; p--) {
      for (int i = 0; i < p; i++) {
        work[i] += tau * (work[i + 1] - work[i]);
      }
    }
    return work[0];
  }

  /** Coefficients of the derivative by tau. */
  static double[] derivative(double[] c) {
    double[] result = new double[c.length - 1];
    for (int i = 0; i < result.length; i++) {
      result[i] = result.length * (c[i + 1] - c[i]);
    }
    return result;
  }

  /**
   * The polynomial divided by {@code tau^order} after its first {@code order} coefficients were set
   * to zero: removes a root at the start that is known to be there up to rounding.
   */
  static double[] deflate(double[] c, int order) {
    int p = c.length - 1;
    double[] result = new double[c.length - order];
    for (int i = 0; i < result.length; i++) {
      result[i] = c[i + order] * CHOOSE[p][i + order] / CHOOSE[p - order][i];
    }
    return result;
  }

  /** Whether every coefficient exceeds a level, so that the whole polynomial does. */
  static boolean allAbove(double[] c, double level) {
    for (double v : c) {
      if (!(v > level)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the polynomial is sure to exceed a level on [0, until]: whether its coefficients there
   * do.
   *
   * @param work overwritten, as long as {@code c}
   */
  static boolean aboveUntil(double[] c, double until, double level, double[] work) {
    System.arraycopy(c, 0, work, 0, c.length);
    for (int p = c.length - 1; p >= 0; p--) {
      // the first of each round of de Casteljau's scheme is a coefficient of the left part
      if (!(work[0] > level)) {
        return false;
      }
      for (int i = 0; i < p; i++) {
        work[i] += until * (work[i + 1] - work[i]);
      }
    }
    return true;
  }

  /** Whether every coefficient is at most a level in size, so that the whole polynomial is. */
  static boolean within(double[] c, double level) {
    for (double v : c) {
      if (!(Math.abs(v) <= level)) {
        return false;
      }
    }
    return true;
  }

  /**
   * All sign changes on [0, 1], increasing. Isolated by sign variations (Descartes), no sampling.
   */
  static List<Double> roots(double[] c) {
    List<Double> found = new ArrayList<>();
    isolate(c, 0, 1, DEPTH, found);
    return found;
  }

  private static void isolate(double[] c, double lo, double hi, int depth, List<Double> found) {
    int variations = variations(c);
    if (variations == 0) {
      return;
    }
    double first = c[0];
    double last = c[c.length - 1];
    if (variations == 1 && first != 0 && last != 0) {
      found.add(lo + (hi - lo) * bisect(c));
      return;
    }
    if (depth == 0) {
      if (first * last <= 0) {
        found.add(0.5 * (lo + hi));
      }
      return;
    }
    double[][] halves = split(c);
    double mid = 0.5 * (lo + hi);
    isolate(halves[0], lo, mid, depth - 1, found);
    if (halves[1][0] == 0 && sign(halves[0]) * sign(halves[1]) < 0) {
      found.add(mid);
    }
    isolate(halves[1], mid, hi, depth - 1, found);
  }

  private static double sign(double[] c) {
    for (double v : c) {
      if (v != 0) {
        return Math.signum(v);
      }
    }
    return 0;
  }

  private static int variations(double[] c) {
    int count = 0;
    double previous = 0;
    for (double v : c) {
      if (v != 0) {
        if (previous * Math.signum(v) < 0) {
          count++;
        }
        previous = Math.signum(v);
      }
    }
    return count;
  }

  private static double[][] split(double[] c) {
    int p = c.length - 1;
    double[] left = new double[p + 1];
    double[] right = c.clone();
    for (int level = 0; level <= p; level++) {
      left[level] = right[0];
      for (int i = 0; i < p - level; i++) {
        right[i] = 0.5 * (right[i] + right[i + 1]);
      }
    }
    return new double[][] {left, right};
  }

  private static double bisect(double[] c) {
    double lo = 0;
    double hi = 1;
    double sign = Math.signum(c[0]);
    double[] work = new double[c.length];
    for (int i = 0; i < 60; i++) {
      double mid = 0.5 * (lo + hi);
      if (value(c, mid, work) * sign > 0) {
        lo = mid;
      } else {
        hi = mid;
      }
    }
    return 0.5 * (lo + hi);
  }

  private static double[][] inverse(double[][] matrix) {
    int size = matrix.length;
    double[][] work = new double[size][2 * size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(matrix[i], 0, work[i], 0, size);
      work[i][size + i] = 1;
    }
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int i = column + 1; i < size; i++) {
        if (Math.abs(work[i][column]) > Math.abs(work[pivot][column])) {
          pivot = i;
        }
      }
      double[] row = work[pivot];
      work[pivot] = work[column];
      work[column] = row;
      double scale = 1 / row[column];
      for (int k = 0; k < 2 * size; k++) {
        row[k] *= scale;
      }
      for (int i = 0; i < size; i++) {
        double factor = work[i][column];
        if (i != column && factor != 0) {
          for (int k = 0; k < 2 * size; k++) {
            work[i][k] -= factor * row[k];
          }
        }
      }
    }
    double[][] result = new double[size][size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(work[i], size, result[i], 0, size);
    }
    return result;
  }
}
