package org.flowproof.flow.structured;

/**
 * Neurons with one pattern, one hold and one sign of the output weight at the start of a macro
 * step. While they meet no kink, all of them move by one linear map, and what they add to the
 * outputs depends on the sum of {@code z z^T} alone. They are sorted by how far they point away
 * from their centre, in powers of two, so that those sure to meet no kink can be told without
 * looking at each.
 */
final class Group {
  /** Neurons at this level point too far away from the others. */
  static final int LEVELS = 48;

  private final int width;
  private final double[] centre;
  private final double[][] moments = new double[LEVELS][];
  final int first;
  private int size;

  /**
   * An empty group.
   *
   * @param first neuron of it
   * @param width {@code d + 1}
   */
  Group(int first, int width) {
    this.first = first;
    this.width = width;
    centre = new double[width];
  }

  /** Counts a neuron in for the centre. */
  void gather(double[] z, int at) {
    double norm = 0;
    for (int c = 0; c < width; c++) {
      norm += z[at + c] * z[at + c];
    }
    norm = Math.sqrt(norm);
    for (int c = 0; c < width && norm > 0; c++) {
      centre[c] += z[at + c] / norm;
    }
    size++;
  }

  /** Fixes the centre, a unit vector. */
  void settle() {
    double norm = 0;
    for (double part : centre) {
      norm += part * part;
    }
    norm = Math.sqrt(norm);
    for (int c = 0; c < width; c++) {
      centre[c] /= norm;
    }
  }

  /** Adds a neuron with weights {@code z}; returns its level. */
  int add(double[] z, int at) {
    double along = 0;
    for (int c = 0; c < width; c++) {
      along += z[at + c] * centre[c];
    }
    double square = 0;
    for (int c = 0; c < width; c++) {
      double off = z[at + c] - along * centre[c];
      square += off * off;
    }
    double spread = along > 0 ? Math.sqrt(square) / along : Double.NaN;
    int level = Math.max(0, Math.min(LEVELS, Math.getExponent(spread) + LEVELS));
    if (level < LEVELS) {
      if (moments[level] == null) {
        moments[level] = new double[width * width];
      }
      double[] sum = moments[level];
      for (int r = 0; r < width; r++) {
        double factor = z[at + r];
        for (int c = 0; c <= r; c++) {
          sum[r * width + c] += factor * z[at + c];
        }
      }
    }
    return level;
  }

  /** Number of neurons. */
  int size() {
    return size;
  }

  /** {@code (a, w)} of the centre, a unit vector; not to be changed. */
  double[] centre() {
    return centre;
  }

  /**
   * The number of levels whose neurons {@code z = c (centre + off)} all have {@code |off| < room}.
   */
  static int levelsWithin(double room) {
    if (!(room > 0)) {
      return 0;
    }
    // level k holds those below 2^(k + 1 - LEVELS)
    return Math.max(0, Math.min(LEVELS, Math.getExponent(room) + LEVELS));
  }

  /** The sum of {@code z z^T} over the first levels. */
  void moments(int levels, double[] into) {
    java.util.Arrays.fill(into, 0);
    for (int k = 0; k < levels; k++) {
      if (moments[k] != null) {
        for (int i = 0; i < into.length; i++) {
          into[i] += moments[k][i];
        }
      }
    }
    for (int r = 0; r < width; r++) {
      for (int c = 0; c < r; c++) {
        into[c * width + r] = into[r * width + c];
      }
    }
  }
}
