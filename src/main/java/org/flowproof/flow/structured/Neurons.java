package org.flowproof.flow.structured;

import org.flowproof.flow.KinkLines;

/**
 * The states of all neurons at one time: weights, sides of the lines, holds, and what is known
 * about which lines are near. One thread may write a neuron while others write others.
 */
final class Neurons {
  final int m;
  final int d;
  final int words;

  /** {@code (a, w_1 .. w_d)} of neuron j at {@code j (d + 1)}. */
  final double[] z;

  /**
   * Bit l of neuron j is set on the positive side of line l; {@code j * words} is its first word.
   */
  final long[] plus;

  final Held[] held;
  final Departing[] departing;

  /** Whether all gates are zero. */
  final boolean[] still;

  /** Lines that the hidden weight could reach while it moves by less than {@link #reach}. */
  final int[][] near;

  final double[] reach;

  Neurons(Setup setup) {
    m = setup.m;
    d = setup.d;
    words = setup.words;
    z = new double[m * (d + 1)];
    plus = new long[m * words];
    held = new Held[m];
    departing = new Departing[m];
    still = new boolean[m];
    near = new int[m][];
    reach = new double[m];
  }

  private Neurons(Neurons other) {
    m = other.m;
    d = other.d;
    words = other.words;
    z = other.z.clone();
    plus = other.plus.clone();
    held = other.held.clone();
    departing = other.departing.clone();
    still = other.still.clone();
    near = other.near.clone();
    reach = other.reach.clone();
  }

  /** The outputs at all samples, from the weights alone. */
  double[] outputs(Setup setup) {
    double[] outputs = new double[setup.n];
    for (int k = 0; k < setup.n; k++) {
      for (int j = 0; j < m; j++) {
        int at = j * (d + 1);
        double u = 0;
        for (int c = 0; c < d; c++) {
          u += z[at + 1 + c] * setup.problem.data().x().get(k, c);
        }
        outputs[k] += z[at] * (u > 0 ? u : setup.slope * u);
      }
    }
    return outputs;
  }

  Neurons copy() {
    return new Neurons(this);
  }

  /** About how many bytes a copy takes. */
  long bytes() {
    return 8L * (z.length + plus.length) + 40L * m;
  }

  /** Sum of the squares of all weights. */
  double squares() {
    double sum = 0;
    for (double part : z) {
      sum += part * part;
    }
    return sum;
  }

  boolean positive(int j, int line) {
    return (plus[j * words + (line >> 6)] >>> line & 1) != 0;
  }

  /** 1, -1, or 0 for a held line. */
  int side(int j, int line) {
    if (held[j] != null && held[j].contains(line)) {
      return 0;
    }
    return positive(j, line) ? 1 : -1;
  }

  /** The sides of a neuron as a row. */
  byte[] row(int j, int lineCount) {
    byte[] row = new byte[lineCount];
    for (int l = 0; l < lineCount; l++) {
      row[l] = (byte) side(j, l);
    }
    return row;
  }

  /** The state vector {@code (a_1 .. a_m, w_1 .. w_m)}. */
  double[] packed() {
    double[] y = new double[m * (d + 1)];
    for (int j = 0; j < m; j++) {
      y[j] = z[j * (d + 1)];
      System.arraycopy(z, j * (d + 1) + 1, y, m + j * d, d);
    }
    return y;
  }

  /** Whether no gate of a neuron is open, on held lines too. */
  static boolean silent(Setup setup, long[] plus, int at) {
    if (setup.slope != 0) {
      return false;
    }
    for (int i = 0; i < setup.words; i++) {
      if (plus[at + i] != 0) {
        return false;
      }
    }
    KinkLines lines = setup.lines;
    for (int l = 0; l < setup.lineCount; l++) {
      if (!lines.oneSided(l)) {
        return false;
      }
    }
    return true;
  }
}
