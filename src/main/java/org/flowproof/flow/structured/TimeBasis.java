package org.flowproof.flow.structured;

/**
 * Polynomials in the time of one macro step, scaled to {@code [0, 1]}: Lobatto nodes 0 = c_0 < ...
 * < c_q = 1, the matrix from values at the nodes to monomial coefficients, and what interpolation
 * does to a kink. Immutable.
 */
final class TimeBasis {
  /** Times at which the integral of a kink's interpolation error is looked at. */
  private static final int LOOKS = 16;

  private static final int KINKS = 257;

  private final double[] nodes;
  private final double[][] monomial;
  private final double[][] integral;
  private final double[][] legendre;
  private final double[] kinks = new double[KINKS];

  private TimeBasis(double[] nodes) {
    this.nodes = nodes;
    int s = nodes.length;
    monomial = new double[s][s];
    for (int j = 0; j < s; j++) {
      double[] product = {1};
      for (int k = 0; k < s; k++) {
        if (k != j) {
          product = times(product, nodes[k], nodes[j] - nodes[k]);
        }
      }
      for (int i = 0; i < s; i++) {
        monomial[i][j] = product[i];
      }
    }
    integral = new double[s][s];
    for (int c = 0; c < s; c++) {
      for (int j = 0; j < s; j++) {
        double sum = 0;
        for (int i = s - 1; i >= 0; i--) {
          sum = sum * nodes[c] + monomial[i][j] / (i + 1);
        }
        integral[c][j] = sum * nodes[c];
      }
    }
    legendre = legendreTail();
    for (int i = 0; i < KINKS; i++) {
      kinks[i] = kinkErrorAt(i / (KINKS - 1.0));
    }
  }

  /** Degree q polynomials with q + 1 nodes. */
  static TimeBasis ofDegree(int q) {
    double[] nodes = new double[q + 1];
    nodes[q] = 1;
    for (int i = 1; i < q; i++) {
      // zeros of P_q', from the Chebyshev extrema, by Newton on (1 - x^2) P_q'' = 2x P_q' -
      // q(q+1)P_q
      double x = -Math.cos(Math.PI * i / q);
      for (int round = 0; round < 50; round++) {
        double[] p = legendreAt(x, q);
        double first = q * (p[q - 1] - x * p[q]) / (1 - x * x);
        double second = (2 * x * first - q * (q + 1.0) * p[q]) / (1 - x * x);
        double shift = first / second;
        x -= shift;
        if (Math.abs(shift) < 1e-16) {
          break;
        }
      }
      nodes[i] = 0.5 * (1 + x);
    }
    return new TimeBasis(nodes);
  }

  /** The degree that serves a relative tolerance at least cost. */
  static TimeBasis forTolerance(double tolerance) {
    double digits = -Math.log10(tolerance);
    return ofDegree(digits < 5 ? 3 : digits < 7 ? 4 : digits < 9 ? 5 : digits < 11 ? 6 : 7);
  }

  int degree() {
    return nodes.length - 1;
  }

  /** Node i, from 0 to {@link #degree}. */
  double node(int i) {
    return nodes[i];
  }

  /** Weight of the value at node j in the coefficient of {@code tau^i}. */
  double monomial(int i, int j) {
    return monomial[i][j];
  }

  /** The integral of the j-th Lagrange polynomial from 0 to node c. */
  double integral(int c, int j) {
    return integral[c][j];
  }

  /** Value at a time of the polynomial with given values at the nodes, {@code values[at + j]}. */
  double value(double tau, double[] values, int at) {
    double start = values[at];
    double sum = 0;
    for (int i = degree(); i >= 0; i--) {
      double coefficient = 0;
      for (int j = 1; j <= degree(); j++) {
        coefficient += monomial[i][j] * (values[at + j] - start);
      }
      sum = sum * tau + coefficient;
    }
    return start + sum;
  }

  /**
   * The values at the nodes of the first part of a step.
   *
   * @param values at the nodes of the whole step, sample k at {@code k (q + 1)}
   * @param fraction of the step that is kept
   * @param into as {@code values}, overwritten
   */
  void shorten(double[] values, double fraction, double[] into) {
    int stride = degree() + 1;
    for (int at = 0; at < values.length; at += stride) {
      into[at] = values[at];
      for (int i = 1; i < stride; i++) {
        into[at + i] = value(nodes[i] * fraction, values, at);
      }
    }
  }

  /**
   * The coefficient of the shifted Legendre polynomial of the highest or next to highest degree.
   */
  double tail(int below, double[] values, int at) {
    double sum = 0;
    for (int j = 0; j <= degree(); j++) {
      sum += legendre[below][j] * (values[at + j] - values[at]);
    }
    return sum;
  }

  /**
   * The largest integral from 0 of the error made when {@code max(0, tau - kink)} is interpolated
   * at the nodes: what a kink inside the step does to those who only see the polynomial.
   */
  double kinkError(double kink) {
    double place = kink * (KINKS - 1);
    if (place < 2 || place > KINKS - 3) {
      return kinkErrorAt(kink);
    }
    int i = Math.min(KINKS - 2, Math.max(0, (int) place));
    return Math.max(kinks[i], kinks[i + 1]);
  }

  private double kinkErrorAt(double kink) {
    double largest = 0;
    int s = nodes.length;
    double[] coefficients = new double[s];
    for (int i = 0; i < s; i++) {
      for (int j = 0; j < s; j++) {
        coefficients[i] += monomial[i][j] * Math.max(0, nodes[j] - kink);
      }
    }
    for (int look = 1; look <= LOOKS; look++) {
      double tau = (double) look / LOOKS;
      double sum = 0;
      for (int i = s - 1; i >= 0; i--) {
        sum = sum * tau + coefficients[i] / (i + 1);
      }
      double over = Math.max(0, tau - kink);
      largest = Math.max(largest, Math.abs(0.5 * over * over - sum * tau));
    }
    return largest;
  }

  private double[][] legendreTail() {
    int q = degree();
    double[][] tail = new double[2][q + 1];
    for (int below = 0; below < 2; below++) {
      int k = q - below;
      // c_k = (2k + 1) int p P_k, by a Gauss rule exact to degree 2q
      double[][] rule = gauss(q + 1);
      for (int g = 0; g <= q; g++) {
        double p = legendreAt(2 * rule[0][g] - 1, Math.max(k, 1))[k];
        for (int j = 0; j <= q; j++) {
          double sum = 0;
          for (int i = q; i >= 0; i--) {
            sum = sum * rule[0][g] + monomial[i][j];
          }
          tail[below][j] += (2 * k + 1) * rule[1][g] * p * sum;
        }
      }
    }
    return tail;
  }

  /** Nodes and weights of the Gauss rule with n points on [0, 1]. */
  private static double[][] gauss(int n) {
    double[][] rule = new double[2][n];
    for (int i = 0; i < n; i++) {
      double x = -Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 1;
      for (int round = 0; round < 50; round++) {
        double[] p = legendreAt(x, n);
        slope = n * (p[n - 1] - x * p[n]) / (1 - x * x);
        double shift = p[n] / slope;
        x -= shift;
        if (Math.abs(shift) < 1e-16) {
          break;
        }
      }
      rule[0][i] = 0.5 * (1 + x);
      rule[1][i] = 1 / ((1 - x * x) * slope * slope);
    }
    return rule;
  }

  private static double[] legendreAt(double x, int n) {
    double[] p = new double[n + 1];
    p[0] = 1;
    if (n > 0) {
      p[1] = x;
    }
    for (int k = 2; k <= n; k++) {
      p[k] = ((2 * k - 1) * x * p[k - 1] - (k - 1) * p[k - 2]) / k;
    }
    return p;
  }

  private static double[] times(double[] p, double root, double scale) {
    double[] product = new double[p.length + 1];
    for (int i = 0; i < p.length; i++) {
      product[i] -= p[i] * root / scale;
      product[i + 1] += p[i] / scale;
    }
    return product;
  }
}
