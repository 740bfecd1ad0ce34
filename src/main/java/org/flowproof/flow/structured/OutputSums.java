package org.flowproof.flow.structured;

/**
 * Sums of {@code a_j w_j} at the nodes of a macro step over the neurons on the positive side of
 * each line, for one chunk of neurons. Neurons are dropped into buckets by the bits of a block of
 * lines; buckets are summed to lines once, at the end. Scratch of one thread.
 */
final class OutputSums {
  private final Setup setup;
  private final int nodes;
  private final int block;
  private final int blocks;
  private final double[] buckets;
  private final double[] ofLine;
  private final double[] total;

  /**
   * Empty sums.
   *
   * @param nodes at which sums are taken
   * @param block lines to one set of buckets, 1 to 8
   */
  OutputSums(Setup setup, int nodes, int block) {
    this.setup = setup;
    this.nodes = nodes;
    this.block = block;
    blocks = (setup.lineCount + block - 1) / block;
    buckets = new double[(blocks << block) * nodes * setup.d];
    ofLine = new double[setup.lineCount * nodes * setup.d];
    total = new double[nodes * setup.d];
  }

  void clear() {
    java.util.Arrays.fill(buckets, 0);
    java.util.Arrays.fill(total, 0);
  }

  /** Adds {@code values} (nodes x d) at the nodes in {@code [from, to)}. */
  void add(long[] plus, int at, double[] values, int from, int to) {
    int d = setup.d;
    int start = from * d;
    int end = to * d;
    for (int i = start; i < end; i++) {
      total[i] += values[i];
    }
    int mask = (1 << block) - 1;
    int size = nodes * d;
    for (int b = 0; b < blocks; b++) {
      int x = LineForces.bits(plus, at, setup.words, b * block, mask);
      if (x != 0) {
        int into = ((b << block) + x) * size;
        for (int i = start; i < end; i++) {
          buckets[into + i] += values[i];
        }
      }
    }
  }

  /**
   * Adds the outputs of this chunk.
   *
   * @param outputs of sample k at node i (from 0) in {@code k * stride + offset + i}
   */
  void addOutputs(double[] outputs, int stride, int offset) {
    reduce();
    int d = setup.d;
    int size = nodes * d;
    double alpha = setup.slope;
    for (int l = 0; l < setup.lineCount; l++) {
      double[] e = setup.lines.direction(l);
      for (int i = 0; i < nodes; i++) {
        double open = 0;
        double all = 0;
        for (int c = 0; c < d; c++) {
          open += ofLine[l * size + i * d + c] * e[c];
          all += total[i * d + c] * e[c];
        }
        double positive = (1 - alpha) * open + alpha * all;
        double negative = all - (1 - alpha) * open;
        for (int k : setup.lines.members(l)) {
          double c = setup.lines.coefficient(k);
          outputs[k * stride + offset + i] += c * (c > 0 ? positive : negative);
        }
      }
    }
  }

  private void reduce() {
    int size = nodes * setup.d;
    for (int b = 0; b < blocks; b++) {
      int start = (b << block) * size;
      for (int bit = block - 1; bit >= 0; bit--) {
        int half = 1 << bit;
        int line = b * block + bit;
        if (line < setup.lineCount) {
          java.util.Arrays.fill(ofLine, line * size, (line + 1) * size, 0.0);
        }
        for (int x = half; x < 2 * half; x++) {
          int from = start + x * size;
          int to = start + (x - half) * size;
          if (line < setup.lineCount) {
            for (int i = 0; i < size; i++) {
              ofLine[line * size + i] += buckets[from + i];
            }
          }
          if (x != half) {
            for (int i = 0; i < size; i++) {
              buckets[to + i] += buckets[from + i];
            }
          }
        }
      }
    }
  }
}
