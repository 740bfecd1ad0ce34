package org.flowproof.flow.structured;

import org.flowproof.flow.Pattern;
import org.flowproof.flow.Pulls;

/**
 * The pulls of all lines over one macro step, as polynomials in its scaled time and multiplied by
 * its length, with tables that sum them over blocks of lines. Filled once a sweep, then read by all
 * threads.
 *
 * <p>With {@code g_l = (1/n) sum_k r_k |c_k|} over a line and {@code b_l} its part with negative
 * coefficients, the pull on a neuron is {@code sum_l (theta_l g_l - (1 + slope) b_l) e_l}.
 */
final class LineForces {
  private final Setup setup;
  private final TimeBasis basis;
  private final int terms;
  private final int block;
  private final int blocks;
  private double length;
  private final double[] weights;
  private final double[] base;
  private final double[] shared;
  private final double[] table;
  private final double[] gross;
  private double grossSum;

  /**
   * Empty forces.
   *
   * @param block lines to one table, 1 to 8
   */
  LineForces(Setup setup, TimeBasis basis, int block) {
    this.setup = setup;
    this.basis = basis;
    this.block = block;
    terms = setup.labelsOnly ? 1 : basis.degree() + 1;
    blocks = (setup.lineCount + block - 1) / block;
    weights = new double[setup.lineCount * terms];
    base = new double[terms * setup.d];
    shared = new double[terms * setup.d];
    table = new double[(blocks << block) * terms * setup.d];
    gross = new double[setup.lineCount];
  }

  /** Number of coefficients of every polynomial. */
  int terms() {
    return terms;
  }

  /** Length of the macro step. */
  double length() {
    return length;
  }

  /** Sets how far a relative error of the neurons moves the pulls. */
  void setGross(double[] h, double squares) {
    grossSum = 0;
    for (int l = 0; l < setup.lineCount; l++) {
      double size = 0;
      for (int k : setup.lines.members(l)) {
        double c = Math.abs(setup.lines.coefficient(k));
        size += setup.residuals.gross(k, h[k], squares * c) * c;
      }
      gross[l] = size / setup.n;
      grossSum += gross[l];
    }
  }

  /** Sets what {@link #grossByLine} gave. */
  void setGross(double[] byLine) {
    grossSum = 0;
    for (int l = 0; l < gross.length; l++) {
      gross[l] = byLine[l];
      grossSum += gross[l];
    }
  }

  /** A copy of {@link #gross} of all lines. */
  double[] grossByLine() {
    return gross.clone();
  }

  double grossSum() {
    return grossSum;
  }

  double gross(int line) {
    return gross[line];
  }

  /**
   * Fills everything.
   *
   * @param r residuals at the nodes, sample k at {@code k (q + 1)}
   */
  void set(double[] r, double length) {
    this.length = length;
    int d = setup.d;
    int q = basis.degree();
    java.util.Arrays.fill(weights, 0);
    java.util.Arrays.fill(base, 0);
    double[] mine = new double[q + 1];
    double[] negative = new double[q + 1];
    double[] monomial = new double[terms];
    double alpha = setup.slope;
    for (int l = 0; l < setup.lineCount; l++) {
      java.util.Arrays.fill(mine, 0);
      java.util.Arrays.fill(negative, 0);
      boolean anyNegative = false;
      for (int k : setup.lines.members(l)) {
        double c = setup.lines.coefficient(k);
        anyNegative |= c < 0;
        for (int i = 0; i <= q; i++) {
          double part = r[k * (q + 1) + i] * Math.abs(c) / setup.n;
          mine[i] += part;
          if (c < 0) {
            negative[i] += part;
          }
        }
      }
      coefficients(mine, weights, l * terms);
      double[] e = setup.lines.direction(l);
      if (anyNegative) {
        coefficients(negative, monomial, 0);
        for (int i = 0; i < terms; i++) {
          for (int c = 0; c < d; c++) {
            base[i * d + c] -= (1 + alpha) * monomial[i] * e[c];
          }
        }
      }
    }
    System.arraycopy(base, 0, shared, 0, base.length);
    if (alpha != 0) {
      for (int l = 0; l < setup.lineCount; l++) {
        add(l, alpha, shared, 0);
      }
    }
    fillTable();
  }

  private void coefficients(double[] values, double[] into, int at) {
    into[at] = length * values[0];
    for (int i = 1; i < terms; i++) {
      double sum = 0;
      for (int j = 1; j <= basis.degree(); j++) {
        sum += basis.monomial(i, j) * (values[j] - values[0]);
      }
      into[at + i] = length * sum;
    }
  }

  private void fillTable() {
    int size = terms * setup.d;
    double[] mine = new double[size];
    for (int b = 0; b < blocks; b++) {
      int start = (b << block) * size;
      for (int bit = 0; bit < block; bit++) {
        int line = b * block + bit;
        if (line >= setup.lineCount) {
          break;
        }
        java.util.Arrays.fill(mine, 0);
        add(line, 1 - setup.slope, mine, 0);
        int half = 1 << bit;
        for (int x = 0; x < half; x++) {
          int from = start + x * size;
          int to = start + (x + half) * size;
          for (int i = 0; i < size; i++) {
            table[to + i] = table[from + i] + mine[i];
          }
        }
      }
    }
  }

  /** Adds {@code theta g_l e_l} to a vector polynomial. */
  void add(int line, double theta, double[] into, int at) {
    double[] e = setup.lines.direction(line);
    int d = setup.d;
    for (int i = 0; i < terms; i++) {
      double factor = theta * weights[line * terms + i];
      for (int c = 0; c < d; c++) {
        into[at + i * d + c] += factor * e[c];
      }
    }
  }

  /**
   * The pull on a neuron with gate 1 on the lines of a bit set and {@code slope} on all others.
   *
   * @param into {@code terms * d} numbers, overwritten
   */
  void pull(long[] plus, int at, double[] into) {
    int size = terms * setup.d;
    System.arraycopy(shared, 0, into, 0, size);
    int mask = (1 << block) - 1;
    for (int b = 0; b < blocks; b++) {
      int x = bits(plus, at, setup.words, b * block, mask);
      if (x != 0) {
        int from = ((b << block) + x) * size;
        for (int i = 0; i < size; i++) {
          into[i] += table[from + i];
        }
      }
    }
  }

  /** The bits of a set of {@code words} words from bit {@code first} on. */
  static int bits(long[] plus, int at, int words, int first, int mask) {
    int word = first >> 6;
    int shift = first & 63;
    long low = plus[at + word] >>> shift;
    if (shift > 56 && word + 1 < words) {
      low |= plus[at + word + 1] << (64 - shift);
    }
    return (int) low & mask;
  }

  /** Coefficient i of the pull of a line times the length of the step. */
  double weight(int line, int i) {
    return weights[line * terms + i];
  }

  /** The pull of a line, at a scaled time. */
  double weightAt(int line, double tau) {
    double sum = 0;
    for (int i = terms - 1; i >= 0; i--) {
      sum = sum * tau + weights[line * terms + i];
    }
    return sum / length;
  }

  /** All pulls at a scaled time, for the rare decisions. */
  Pulls at(double tau) {
    return new Pulls() {
      @Override
      public double weight(int line) {
        return weightAt(line, tau);
      }

      @Override
      public double gross(int line) {
        return gross[line];
      }

      @Override
      public double gross() {
        return grossSum;
      }

      @Override
      public void restPull(int neuron, Pattern pattern, double[] into) {
        int d = setup.d;
        for (int c = 0; c < d; c++) {
          double sum = 0;
          for (int i = terms - 1; i >= 0; i--) {
            sum = sum * tau + base[i * d + c];
          }
          into[c] = sum / length;
        }
        for (int l = 0; l < setup.lineCount; l++) {
          int side = pattern.side(neuron, l);
          double theta = side > 0 ? 1 : side < 0 ? setup.slope : 0;
          if (theta != 0) {
            double along = theta * weightAt(l, tau);
            double[] e = setup.lines.direction(l);
            for (int c = 0; c < d; c++) {
              into[c] += along * e[c];
            }
          }
        }
      }
    };
  }
}
