package org.flowproof.flow.structured;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.flowproof.flow.ExactNumbers;

/**
 * Continues the residuals of the last macro step into the next by its Taylor polynomial at the end;
 * the degree is the one that would have served best in the step before.
 */
final class Prediction {
  private final int n;
  private final TimeBasis basis;
  private final double[] expansion;
  private final double[] powers;
  private double length;
  private int degree;

  Prediction(int n, TimeBasis basis) {
    this.n = n;
    this.basis = basis;
    expansion = new double[n * (basis.degree() + 1)];
    powers = new double[basis.degree() + 1];
  }

  /** Starts with constant residuals. */
  void start(double[] residuals) {
    java.util.Arrays.fill(expansion, 0);
    int stride = basis.degree() + 1;
    for (int k = 0; k < n; k++) {
      expansion[k * stride] = residuals[k];
    }
    length = 1;
    degree = 0;
  }

  void save(DataOutput out) throws IOException {
    ExactNumbers.write(out, expansion);
    out.writeDouble(length);
    out.writeInt(degree);
  }

  void restore(DataInput in) throws IOException {
    System.arraycopy(ExactNumbers.read(in, expansion.length), 0, expansion, 0, expansion.length);
    length = in.readDouble();
    degree = in.readInt();
    if (degree < 0 || degree > basis.degree()) {
      throw new IOException("no expansion of degree " + degree);
    }
  }

  /** The residual of a sample at the start of the next step. */
  double start(int sample) {
    return expansion[sample * (basis.degree() + 1)];
  }

  /** Fills the values at the nodes of a step of a length. */
  void fill(double[] r, double next) {
    int stride = basis.degree() + 1;
    for (int k = 0; k < n; k++) {
      r[k * stride] = expansion[k * stride];
      for (int i = 1; i < stride; i++) {
        r[k * stride + i] = value(k, basis.node(i) * next / length, degree);
      }
    }
  }

  private double value(int sample, double x, int most) {
    int at = sample * (basis.degree() + 1);
    double sum = 0;
    for (int i = most; i >= 0; i--) {
      sum = sum * x + expansion[at + i];
    }
    return sum;
  }

  /** Learns from an accepted step: which degree would have served, and the residuals themselves. */
  void learn(double[] r, double accepted) {
    int stride = basis.degree() + 1;
    double best = Double.POSITIVE_INFINITY;
    int choice = 0;
    for (int most = 0; most < stride; most++) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        double off = value(k, accepted / length, most) - r[k * stride + stride - 1];
        sum += off * off;
      }
      if (sum < best) {
        best = sum;
        choice = most;
      }
    }
    degree = choice;
    double[] monomial = new double[stride];
    for (int k = 0; k < n; k++) {
      int at = k * stride;
      for (int i = 0; i < stride; i++) {
        double sum = 0;
        for (int j = 1; j < stride; j++) {
          sum += basis.monomial(i, j) * (r[at + j] - r[at]);
        }
        monomial[i] = sum;
      }
      FirstHappening.shift(monomial, stride, 1, 1, powers);
      System.arraycopy(powers, 0, expansion, at, stride);
      expansion[at] = r[at + stride - 1];
    }
    length = accepted;
  }
}
