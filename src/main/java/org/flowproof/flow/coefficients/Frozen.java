package org.flowproof.flow.coefficients;

/**
 * The gates of a stretch, and what was accumulated before it. Inside the stretch margins and
 * preactivations are affine in {@code alpha}, the pulls added up since it began. A neuron that is
 * held on kinks is taken to be exactly on them, while gradient descent hops about them by no more
 * than its steps: this stays affine, and the hopping is part of the errors. Immutable.
 */
final class Frozen {
  /** In {@link #sides}: held on the kink. */
  static final byte HELD = 2;

  private final CoefficientModel model;

  /** Gates, m x n; 0 where a neuron is held. */
  final double[] gates;

  /** 1 above the kink, -1 below, 0 on it, or {@link #HELD}, m x n. */
  final byte[] sides;

  /** Gated pulls before the stretch, m x n. */
  final double[] c;

  /** Numerical errors of {@link #c} by sign pattern, m x n each. */
  final double[][] errors;

  /** Preactivations at its beginning, m x n. */
  final double[] u;

  /** Margins at its beginning. */
  final double[] z0;

  /** How margins answer to alpha, n x n. */
  final double[] kernel;

  /** Rounding of {@link #z0}. */
  final double[] noise;

  /** What {@link #errors} make of the margins, by sign pattern. */
  final double[][] shifts;

  /** Whether neurons that a kink captures are followed in the mean from here on. */
  final boolean mean;

  /** The neurons that are held. */
  final Holdings holdings;

  /**
   * A stretch.
   *
   * @param c of held samples are not read, they follow from the others; likewise of errors
   * @param before the stretch before it, from which it takes what is the same; null for none
   */
  Frozen(
      CoefficientModel model,
      double[] gates,
      byte[] sides,
      double[] c,
      double[][] errors,
      boolean mean,
      Frozen before) {
    this.model = model;
    this.gates = gates;
    this.sides = sides;
    this.c = c;
    this.errors = errors;
    this.mean = mean;
    int n = model.n;
    holdings =
        new Holdings(model, gates, sides, c, errors, before == null ? null : before.holdings);
    u = model.u0.clone();
    z0 = new double[n];
    noise = new double[n];
    shifts = new double[errors.length][n];
    double[] low = new double[n];
    for (int j = 0; j < model.m; j++) {
      double reach = model.pace * model.a[j];
      for (int i = 0; i < n; i++) {
        double moved = 0;
        double size = 0;
        for (int k = 0; k < n; k++) {
          double part = model.signed[i * n + k] * c[j * n + k];
          moved += part;
          size += Math.abs(part);
        }
        double start = model.u0[j * n + i];
        u[j * n + i] = start + reach * model.y[i] * moved;
        double outer = model.y[i] * model.a[j] * gates[j * n + i];
        add(z0, low, i, outer * u[j * n + i]);
        noise[i] += Math.abs(outer) * (2 * Math.abs(start) + 3 * Math.abs(reach) * size);
        for (int p = 0; p < errors.length; p++) {
          double off = 0;
          for (int k = 0; k < n; k++) {
            off += model.signed[i * n + k] * errors[p][j * n + k];
          }
          shifts[p][i] += Math.abs(outer) * Math.abs(reach) * off;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      z0[i] += low[i];
      noise[i] = CoefficientModel.UNIT * (noise[i] + 2 * Math.abs(z0[i]));
    }
    kernel = kernel();
  }

  private double[] kernel() {
    int n = model.n;
    double[] result = new double[n * n];
    double[] apart = new double[n * n];
    for (int j = 0; j < model.m; j++) {
      double square = model.pace * model.a[j] * model.a[j];
      for (int i = 0; i < n; i++) {
        double left = square * gates[j * n + i];
        for (int k = 0; k < n && left != 0; k++) {
          if (holdings.of(j).isEmpty()) {
            result[i * n + k] += left * gates[j * n + k];
          } else {
            apart[i * n + k] += left * gates[j * n + k] * holdings.gram(j)[i * n + k];
          }
        }
      }
    }
    for (int i = 0; i < n * n; i++) {
      result[i] = result[i] * model.signed[i] + apart[i];
    }
    return result;
  }

  /** Adds to a sum in two parts (Neumaier). */
  private static void add(double[] sum, double[] low, int i, double part) {
    double total = sum[i] + part;
    low[i] +=
        Math.abs(sum[i]) >= Math.abs(part) ? (sum[i] - total) + part : (part - total) + sum[i];
    sum[i] = total;
  }

  /** The margins at alpha. */
  double[] margins(double[] alpha) {
    double[] z = times(alpha);
    for (int i = 0; i < z.length; i++) {
      z[i] += z0[i];
    }
    return z;
  }

  /** The kernel times a vector. */
  double[] times(double[] v) {
    int n = model.n;
    double[] result = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        sum += kernel[i * n + k] * v[k];
      }
      result[i] = sum;
    }
    return result;
  }

  /**
   * The largest change of a margin when alpha moves by non-negative numbers, cancelling nothing.
   */
  double reach(double[] by) {
    int n = model.n;
    double most = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        sum += Math.abs(kernel[i * n + k]) * by[k];
      }
      most = Math.max(most, sum);
    }
    return most;
  }

  /** A preactivation at alpha. */
  double preactivation(int j, int i, double[] alpha) {
    int n = model.n;
    double[] gram = holdings.gram(j);
    double moved = 0;
    for (int k = 0; k < n; k++) {
      moved += gram[i * n + k] * gates[j * n + k] * alpha[k];
    }
    return u[j * n + i] + model.pace * model.a[j] * model.y[i] * moved;
  }

  /**
   * The errors of the margins at alpha that do not come from alpha: their rounding, given that they
   * are sums of numbers of this size, and hopping about kinks.
   */
  double[] noise(double[] alpha) {
    int n = model.n;
    double[] result = noise.clone();
    double unit = CoefficientModel.UNIT * (3 + Math.sqrt(model.d));
    double[] hops =
        holdings.any() ? holdings.hopsOfMargins(model.pulls(margins(alpha))) : new double[n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        result[i] += unit * Math.abs(kernel[i * n + k]) * alpha[k];
      }
      result[i] += hops[i];
    }
    return result;
  }
}
