package org.flowproof.flow.coefficients;

/** Polynomials on [0, 1] by their values at the Chebyshev-Lobatto points. */
final class Chebyshev {
  /** Number of points. */
  static final int POINTS = 18;

  private static final int LAST = POINTS - 1;

  /** The points, increasing from 0 to 1. */
  private static final double[] NODES = nodes();

  /** From values to coefficients of Chebyshev polynomials on [-1, 1]. */
  private static final double[][] COEFFICIENTS = coefficients();

  /** From values of a function to those of its integral from 0. */
  private static final double[][] INTEGRAL = integral();

  private Chebyshev() {}

  static double node(int i) {
    return NODES[i];
  }

  private static double[] nodes() {
    double[] nodes = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double sine = Math.sin(Math.PI * i / (2.0 * LAST));
      nodes[i] = sine * sine;
    }
    nodes[LAST] = 1;
    return nodes;
  }

  /** The angle of a node, where a Chebyshev polynomial of degree k is {@code cos(k angle)}. */
  private static double angle(int i) {
    return Math.PI * (LAST - i) / LAST;
  }

  private static double[][] coefficients() {
    double[][] c = new double[POINTS][POINTS];
    for (int k = 0; k < POINTS; k++) {
      for (int i = 0; i < POINTS; i++) {
        double weight = (i == 0 || i == LAST ? 0.5 : 1) * (k == 0 || k == LAST ? 0.5 : 1);
        c[k][i] = 2.0 / LAST * weight * Math.cos(k * angle(i));
      }
    }
    return c;
  }

  private static double[][] integral() {
    double[][] result = new double[POINTS][POINTS];
    for (int i = 0; i < POINTS; i++) {
      for (int j = 1; j < POINTS; j++) {
        double sum = 0;
        for (int k = 0; k < POINTS; k++) {
          sum += COEFFICIENTS[k][i] * (primitive(k, angle(j)) - primitive(k, Math.PI));
        }
        // half: the interval [-1, 1] is twice as long as [0, 1]
        result[j][i] = sum / 2;
      }
    }
    return result;
  }

  /** An antiderivative of the k-th Chebyshev polynomial, up to a constant. */
  private static double primitive(int k, double angle) {
    if (k == 0) {
      return Math.cos(angle);
    }
    double upper = Math.cos((k + 1) * angle) / (2.0 * (k + 1));
    return k == 1 ? upper : upper - Math.cos((k - 1) * angle) / (2.0 * (k - 1));
  }

  /**
   * Integrals from 0 to the nodes.
   *
   * @param values of several functions, node by node
   */
  static double[][] integrals(double[][] values) {
    int n = values[0].length;
    double[][] result = new double[POINTS][n];
    for (int j = 1; j < POINTS; j++) {
      for (int i = 0; i < POINTS; i++) {
        double weight = INTEGRAL[j][i];
        for (int k = 0; k < n; k++) {
          result[j][k] += weight * values[i][k];
        }
      }
    }
    return result;
  }

  /** The size of the last two coefficients of each function: what is missing is smaller still. */
  static double[] tails(double[][] values) {
    int n = values[0].length;
    double[] tails = new double[n];
    for (int k = 0; k < n; k++) {
      for (int degree = LAST - 1; degree <= LAST; degree++) {
        double coefficient = 0;
        for (int i = 0; i < POINTS; i++) {
          coefficient += COEFFICIENTS[degree][i] * values[i][k];
        }
        tails[k] += Math.abs(coefficient);
      }
    }
    return tails;
  }

  /** The functions at a place in [0, 1], by the barycentric formula. */
  static double[] at(double[][] values, double place) {
    int n = values[0].length;
    double[] result = new double[n];
    double whole = 0;
    for (int i = 0; i < POINTS; i++) {
      if (place == NODES[i]) {
        return values[i].clone();
      }
      double weight = (i % 2 == 0 ? 1 : -1) * (i == 0 || i == LAST ? 0.5 : 1) / (place - NODES[i]);
      whole += weight;
      for (int k = 0; k < n; k++) {
        result[k] += weight * values[i][k];
      }
    }
    for (int k = 0; k < n; k++) {
      result[k] /= whole;
    }
    return result;
  }
}
