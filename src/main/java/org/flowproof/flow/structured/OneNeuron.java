package org.flowproof.flow.structured;

import java.util.Arrays;
import org.flowproof.flow.KinkLines;

/** The state of the neuron that is being walked through a macro step. Scratch of one thread. */
final class OneNeuron {
  private static final double CLEAR_OF_KINK = 1e-11;

  final Setup setup;

  /** {@code (a, w_1 .. w_d)}. */
  final double[] z;

  final long[] plus;
  int index;
  Held held;
  Departing departing;
  boolean still;

  OneNeuron(Setup setup) {
    this.setup = setup;
    z = new double[setup.d + 1];
    plus = new long[setup.words];
  }

  void load(int j, Neurons from) {
    index = j;
    System.arraycopy(from.z, j * z.length, z, 0, z.length);
    System.arraycopy(from.plus, j * plus.length, plus, 0, plus.length);
    held = from.held[j];
    departing = from.departing[j];
    still = from.still[j];
  }

  void save(Neurons to) {
    System.arraycopy(z, 0, to.z, index * z.length, z.length);
    System.arraycopy(plus, 0, to.plus, index * plus.length, plus.length);
    to.held[index] = held;
    to.departing[index] = departing;
    to.still[index] = still;
  }

  boolean positive(int line) {
    return (plus[line >> 6] >>> line & 1) != 0;
  }

  void setPositive(int line, boolean value) {
    if (value) {
      plus[line >> 6] |= 1L << line;
    } else {
      plus[line >> 6] &= ~(1L << line);
    }
  }

  boolean holds(int line) {
    return held != null && held.contains(line);
  }

  /** 1, -1, or 0 for a held line. */
  int side(int line) {
    return holds(line) ? 0 : positive(line) ? 1 : -1;
  }

  byte[] row() {
    byte[] row = new byte[setup.lineCount];
    for (int l = 0; l < row.length; l++) {
      row[l] = (byte) side(l);
    }
    return row;
  }

  /** The gate that moves the neuron at a line it is not held on. */
  double theta(int line) {
    return positive(line) ? 1 : setup.slope;
  }

  /** The preactivation along the unit direction of a line. */
  double along(int line) {
    double[] e = setup.lines.direction(line);
    double sum = 0;
    for (int c = 0; c < e.length; c++) {
      sum += z[c + 1] * e[c];
    }
    return sum;
  }

  double normW() {
    double sum = 0;
    for (int c = 1; c < z.length; c++) {
      sum += z[c] * z[c];
    }
    return Math.sqrt(sum);
  }

  boolean atOrigin() {
    for (int c = 1; c < z.length; c++) {
      if (z[c] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Forgets lines that the neuron has clearly left, to either side. */
  void settle() {
    if (departing == null) {
      return;
    }
    double clear = CLEAR_OF_KINK * normW();
    Departing all = departing;
    for (int i = 0; i < all.count(); i++) {
      int line = all.line(i);
      if (holds(line) || Math.abs(along(line)) > clear) {
        departing = Departing.without(departing, line);
      }
    }
  }

  /** Takes a new row of sides; the signs of pulls are needed for lines that were not held. */
  void take(byte[] row, java.util.function.IntToDoubleFunction pull) {
    Held before = held;
    int count = 0;
    int[] lines = new int[row.length];
    for (int l = 0; l < row.length; l++) {
      setPositive(l, row[l] > 0);
      if (row[l] == 0) {
        lines[count++] = l;
      }
    }
    if (count == 0) {
      held = null;
    } else {
      lines = Arrays.copyOf(lines, count);
      byte[] signs = new byte[count];
      for (int i = 0; i < count; i++) {
        int old = before == null ? -1 : before.indexOf(lines[i]);
        signs[i] = old >= 0 ? before.sign(old) : (byte) (pull.applyAsDouble(lines[i]) < 0 ? -1 : 1);
      }
      held = new Held(setup.lines, lines, signs);
    }
    still = Neurons.silent(setup, plus, 0);
    onto();
  }

  /** Puts the hidden weight exactly on the held lines. */
  void onto() {
    if (held != null) {
      held.project(z, 1, setup.d);
      held.project(z, 1, setup.d);
    }
  }

  KinkLines lines() {
    return setup.lines;
  }
}
