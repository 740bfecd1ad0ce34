package org.flowproof.flow.structured;

/**
 * Tells which of the lines near a neuron it may reach over a segment, from linear bounds of their
 * preactivations. Scratch of one thread.
 */
final class KinkScan {
  private final Setup setup;
  private int[] near = new int[0];
  private double[] columns = new double[0];
  private double[] preactivations = new double[0];
  private double[] speeds = new double[0];
  private double[] sides = new double[0];
  private double[] lowest = new double[0];
  private double[] starts = new double[0];
  private double[] rates = new double[0];
  private int[] lines = new int[0];
  private int candidates;
  private double bend;

  KinkScan(Setup setup) {
    this.setup = setup;
  }

  /** Sets the lines that can be hit. */
  void look(OneNeuron neuron, int[] nearLines) {
    near = nearLines;
    int count = near.length;
    if (starts.length < count) {
      starts = new double[count];
      rates = new double[count];
      preactivations = new double[count];
      speeds = new double[count];
      sides = new double[count];
      lowest = new double[count];
      lines = new int[count];
      columns = new double[count * setup.d];
    }
    for (int c = 0; c < setup.d; c++) {
      int from = c * setup.lineCount;
      for (int i = 0; i < count; i++) {
        columns[c * count + i] = setup.columns[from + near[i]];
      }
    }
    turn(neuron);
  }

  /** Takes the sides of the lines anew. */
  void turn(OneNeuron neuron) {
    for (int i = 0; i < near.length; i++) {
      sides[i] = neuron.positive(near[i]) ? 1 : -1;
    }
  }

  /** Takes the side of one line anew. */
  void turn(OneNeuron neuron, int line) {
    int i = java.util.Arrays.binarySearch(near, line);
    if (i >= 0) {
      sides[i] = neuron.positive(line) ? 1 : -1;
    }
  }

  /** Number of lines that may be hit. */
  int candidates() {
    return candidates;
  }

  /** A line that may be hit. */
  int line(int candidate) {
    return lines[candidate];
  }

  /** Whether a line may be as near as {@code touch} before {@code s}. */
  boolean reaches(int candidate, double s, double touch) {
    return starts[candidate] + s * Math.min(0, rates[candidate]) <= s * s * bend + touch;
  }

  /**
   * Lists the lines that may be hit.
   *
   * @param z series of the weights, {@code d + 1} numbers a term
   * @param count of terms
   * @param move bound on the movement of the hidden weight over the segment
   * @param touch distance that counts as a hit
   * @return the place of the line that is likely to be hit first, -1 when none is
   */
  int select(OneNeuron neuron, double[] z, int count, double move, double touch) {
    candidates = 0;
    if (near.length == 0) {
      return -1;
    }
    int width = neuron.z.length;
    double speed = 0;
    for (int c = 1; c < width && count > 1; c++) {
      speed += z[width + c] * z[width + c];
    }
    // beyond the linear part no preactivation moves by more than this times s^2
    bend = move - Math.sqrt(speed) * (1 - 1e-9);
    along(z, 1, preactivations);
    if (count > 1) {
      along(z, width + 1, speeds);
    } else {
      java.util.Arrays.fill(speeds, 0, near.length, 0);
    }
    boundFromBelow();
    return list(neuron, touch);
  }

  // small methods with a loop each: together they would be compiled many times over

  private void boundFromBelow() {
    double[] into = lowest;
    double[] side = sides;
    int many = near.length;
    for (int i = 0; i < many; i++) {
      into[i] = side[i] * preactivations[i] + Math.min(0, side[i] * speeds[i]);
    }
  }

  private int list(OneNeuron neuron, double touch) {
    int earliest = -1;
    double soonest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < near.length; i++) {
      if (lowest[i] > bend + touch || neuron.holds(near[i])) {
        continue;
      }
      lines[candidates] = near[i];
      if (Departing.order(neuron.departing, near[i]) > 0) {
        starts[candidates] = Double.NEGATIVE_INFINITY;
        rates[candidates++] = 0;
        continue;
      }
      double start = sides[i] * preactivations[i];
      double rate = sides[i] * speeds[i];
      if (rate < 0 && -start / rate < soonest) {
        soonest = -start / rate;
        earliest = candidates;
      }
      starts[candidates] = start;
      rates[candidates++] = rate;
    }
    return earliest;
  }

  private void along(double[] z, int from, double[] into) {
    // local copies, and two columns at a time: this loop is the hottest of all
    double[] directions = columns;
    int count = near.length;
    int d = setup.d;
    int c = 0;
    if (d % 2 == 1) {
      double w = z[from];
      for (int i = 0; i < count; i++) {
        into[i] = w * directions[i];
      }
      c = 1;
    } else {
      java.util.Arrays.fill(into, 0, count, 0);
    }
    for (; c < d; c += 2) {
      double v = z[from + c];
      double w = z[from + c + 1];
      int at = c * count;
      int next = at + count;
      for (int i = 0; i < count; i++) {
        into[i] += v * directions[at + i] + w * directions[next + i];
      }
    }
  }
}
