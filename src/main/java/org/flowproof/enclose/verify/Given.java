package org.flowproof.enclose.verify;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.NoValueException;

/**
 * The problem of a certificate: {@code D_j = factor sum_k gate_jk r_k x_k}. Vectors have one
 * coordinate more than the samples: a neuron is {@code (w, a)}, a sample {@code (x, 0)}.
 */
final class Given {
  final int m;
  final int n;
  final int d;
  final Interval alpha;
  final Interval factor;
  final Interval trained; // 1 when a is trained, too, else 0
  final Interval coupling; // above factor times the largest eigenvalue of X'X
  final Interval lipschitz; // factor times the trace of X'X
  final Polynomial outer; // the unit vector of the last coordinate
  final Polynomial[] x;
  final Polynomial[] y;
  final Polynomial[] start;

  /** Reads the problem, and checks what the rest relies on. */
  Given(CertificateText text) throws DataFormatException {
    text.next("flowproof-certificate");
    text.count(3, 3);
    text.next("problem");
    m = text.count(1, 1000);
    n = text.count(1, 1000);
    d = text.count(1, 1000);
    alpha = text.number();
    text.next("squared");
    factor = Interval.of(text.count(1, 2)).divide(Interval.of(text.count(1, 1_000_000)));
    trained = Interval.of(text.next("both|hidden").equals("both") ? 1 : 0);
    coupling = text.number();
    Interval[] unit = new Interval[d + 1];
    Arrays.setAll(unit, i -> i < d ? Interval.ZERO : Interval.ONE);
    outer = new Polynomial(unit);
    Interval[][] samples = new Interval[n][];
    x = new Polynomial[n];
    y = new Polynomial[n];
    Interval trace = Interval.ZERO;
    for (int k = 0; k < n; k++) {
      text.next("sample");
      samples[k] = text.numbers(d + 1);
      y[k] = new Polynomial(new Interval[] {samples[k][d]});
      samples[k][d] = Interval.ZERO;
      x[k] = new Polynomial(samples[k]);
      trace = trace.plus(x[k].norm().square());
    }
    lipschitz = factor.times(trace);
    start = new Polynomial[m];
    for (int j = 0; j < m; j++) {
      text.next("neuron");
      start[j] = new Polynomial(text.numbers(d + 1));
      for (Polynomial one : x) {
        require(one.dot(start[j]).range().mignitude() > 0, "neuron " + j + " starts on a kink");
      }
    }
    require(alpha.lower() >= 0 && alpha.upper() < 1, "the slope is not from 0 to below 1");
    Interval[][] rest = new Interval[d][d];
    for (int i = 0; i < d; i++) {
      for (int l = 0; l < d; l++) {
        rest[i][l] = i == l ? coupling : Interval.ZERO;
        for (Interval[] one : samples) {
          rest[i][l] = rest[i][l].minus(factor.times(one[i]).times(one[l]));
        }
      }
    }
    invert(rest, "the coupling is not above the eigenvalues of the data");
  }

  /** Refuses unless something holds; not a number never holds. */
  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new NoValueException(otherwise);
    }
  }

  /** The gate on a side; on a kink that a path slides on, the sample adds nothing by itself. */
  Interval gate(char side) {
    return side == '+' ? Interval.ONE : side == '-' ? alpha : Interval.ZERO;
  }

  /** Turns a symmetric matrix into its inverse; refuses unless it is positive definite. */
  static void invert(Interval[][] rows, String otherwise) {
    for (int p = 0; p < rows.length; p++) {
      Interval pivot = rows[p][p];
      require(pivot.isPositive(), otherwise);
      rows[p][p] = Interval.ONE;
      for (int q = 0; q < rows.length; q++) {
        rows[p][q] = rows[p][q].divide(pivot);
      }
      for (int r = 0; r < rows.length; r++) {
        Interval factor = rows[r][p];
        rows[r][p] = r == p ? factor : Interval.ZERO;
        for (int q = 0; q < rows.length && r != p; q++) {
          rows[r][q] = rows[r][q].minus(factor.times(rows[p][q]));
        }
      }
    }
  }
}
