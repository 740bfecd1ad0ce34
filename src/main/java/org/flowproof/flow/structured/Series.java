package org.flowproof.flow.structured;

/**
 * The Taylor series of one neuron over a segment: {@code a' = <w, D>}, {@code w' = a D} with a
 * polynomial D, in time scaled to {@code [0, 1]}. Scratch of one thread.
 */
final class Series {
  static final int MOST_TERMS = 40;

  /** Of the truncation: what the terms of a pull that are left out may make together. */
  private static final double NEGLIGIBLE = 0.1;

  private final Setup setup;
  private final double truncation;
  private final double[] local;
  private final double[] z;
  private int terms;
  private int count;

  /**
   * An empty series.
   *
   * @param truncation terms below this times the state are left out
   * @param pullTerms most terms of a pull
   */
  Series(Setup setup, double truncation, int pullTerms) {
    this.setup = setup;
    this.truncation = truncation;
    local = new double[pullTerms * setup.d];
    z = new double[MOST_TERMS * (setup.d + 1)];
  }

  /** {@code d + 1} numbers a term; not to be changed. */
  double[] terms() {
    return z;
  }

  int count() {
    return count;
  }

  /**
   * Expands from a state at {@code tau} over {@code delta}.
   *
   * @param pull polynomial of the whole step, {@code pullTerms} vectors
   */
  void expand(double[] state, double[] pull, int pullTerms, double tau, double delta) {
    int d = setup.d;
    terms = pullTerms;
    shift(pull, tau, delta);
    int width = d + 1;
    System.arraycopy(state, 0, z, 0, width);
    double scale = 0;
    for (int c = 0; c < width; c++) {
      scale = Math.max(scale, Math.abs(z[c]));
    }
    double small = truncation * scale;
    int quiet = 0;
    int i = 0;
    while (i < MOST_TERMS - 1 && quiet < 2) {
      double a = 0;
      int to = (i + 1) * width;
      for (int c = 0; c < d; c++) {
        z[to + 1 + c] = 0;
      }
      for (int k = Math.min(i, terms - 1); k >= 0; k--) {
        int from = (i - k) * width;
        double output = z[from];
        for (int c = 0; c < d; c++) {
          double along = local[k * d + c];
          a += along * z[from + 1 + c];
          z[to + 1 + c] += along * output;
        }
      }
      double inverse = 1.0 / (i + 1);
      z[to] = setup.trainOutput ? a * inverse : 0;
      double size = Math.abs(z[to]);
      for (int c = 1; c <= d; c++) {
        z[to + c] *= inverse;
        size = Math.max(size, Math.abs(z[to + c]));
      }
      i++;
      quiet = size <= small && i >= terms ? quiet + 1 : 0;
    }
    count = i + 1;
  }

  private void shift(double[] pull, double tau, double delta) {
    int d = setup.d;
    int size = terms * d;
    System.arraycopy(pull, 0, local, 0, size);
    if (tau != 0) {
      for (int i = 0; i < terms - 1; i++) {
        for (int k = terms - 2; k >= i; k--) {
          for (int c = 0; c < d; c++) {
            local[k * d + c] += tau * local[(k + 1) * d + c];
          }
        }
      }
    }
    double power = delta;
    for (int i = 0; i < terms; i++) {
      for (int c = 0; c < d; c++) {
        local[i * d + c] *= power;
      }
      power *= delta;
    }
    double left = 0;
    while (terms > 1) {
      for (int c = 0; c < d; c++) {
        left += Math.abs(local[(terms - 1) * d + c]);
      }
      if (left > NEGLIGIBLE * truncation) {
        break;
      }
      terms--;
    }
  }

  /** Bound on how far the hidden weight moves up to {@code s}. */
  double movement(double s) {
    double sum = 0;
    double power = 1;
    int width = setup.d + 1;
    for (int i = 1; i < count; i++) {
      power *= s;
      double square = 0;
      for (int c = 1; c < width; c++) {
        square += z[i * width + c] * z[i * width + c];
      }
      sum += power * Math.sqrt(square);
    }
    return sum * (1 + 1e-9);
  }

  /** The state at {@code s}. */
  void evaluate(double s, double[] into) {
    int width = setup.d + 1;
    for (int c = 0; c < width; c++) {
      double sum = 0;
      for (int k = count - 1; k >= 0; k--) {
        sum = sum * s + z[k * width + c];
      }
      into[c] = sum;
    }
  }
}
