package org.flowproof.enclose.verify;

import java.math.BigDecimal;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.NoValueException;

/** The problem of a certificate: {@code D_j = factor sum_k gate_jk r_k x_k}. */
final class Given {
  private static final int MOST = 1_000_000;

  final int m;
  final int n;
  final int d;
  final double alpha;
  final Interval factor;
  final boolean both;
  final double coupling; // at least factor times the largest eigenvalue of X'X
  final double lipschitz; // at least factor times the sum of squares of the norms
  final double[] norm; // of the samples, rounded up
  final double[][] x;
  final double[] y;
  final Polynomial[][] start; // of each neuron w_1 .. w_d a

  Given(CertificateText text) throws MalformedCertificateException {
    text.next("flowproof-certificate");
    text.count(2, 2);
    text.next("problem");
    m = text.count(1, 10_000);
    n = text.count(1, 10_000);
    d = text.count(1, 10_000);
    if (m * n > MOST || m * d > MOST || n * d > MOST) {
      throw text.bad("more than a million numbers");
    }
    alpha = text.number();
    text.next("squared");
    factor = Interval.of(text.count(1, 2)).divide(Interval.of(text.count(1, MOST)));
    both = text.next("both|hidden").equals("both");
    coupling = text.number();
    x = new double[n][];
    y = new double[n];
    norm = new double[n];
    Interval squares = Interval.ZERO;
    for (int k = 0; k < n; k++) {
      text.next("sample");
      x[k] = text.numbers(d);
      y[k] = text.number();
      squares = squares.plus(dot(x[k], x[k]));
      norm[k] = dot(x[k], x[k]).sqrt().upper();
    }
    lipschitz = factor.times(squares).upper();
    start = new Polynomial[m][d + 1];
    for (int j = 0; j < m; j++) {
      text.next("neuron");
      for (int i = 0; i <= d; i++) {
        start[j][i] = Polynomial.of(text.number());
      }
    }
  }

  /** What the rest relies on: a slope below 1, the coupling, and a start beside every kink. */
  void check() {
    require(alpha >= 0 && alpha < 1, "the slope is not from 0 to below 1");
    Interval[][] rest = new Interval[d][d];
    for (int i = 0; i < d; i++) {
      for (int l = 0; l < d; l++) {
        Interval gram = Interval.ZERO;
        for (double[] one : x) {
          gram = gram.plus(Interval.of(one[i]).times(one[l]));
        }
        rest[i][l] = Interval.of(i == l ? coupling : 0).minus(factor.times(gram));
      }
    }
    eliminate(rest, "the coupling is not above the eigenvalues of the data");
    for (int j = 0; j < m; j++) {
      for (int k = 0; k < n; k++) {
        Interval g = Polynomial.exactDot(x[k], start[j]).range();
        require(g.mignitude() > 0, at(j, k) + "starts on the kink");
      }
    }
  }

  /** Refuses unless something holds; not a number never holds. */
  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new NoValueException(otherwise);
    }
  }

  static String at(int j, int k) {
    return "neuron " + j + ", sample " + k + ": ";
  }

  /** The gate on a side; on a kink that a path slides on, the sample adds nothing to the path. */
  double gate(char side) {
    return side == '+' ? 1 : side == '-' ? alpha : 0;
  }

  /** The narrowest interval around an inner product. */
  static Interval dot(double[] x, double[] z) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < x.length; i++) {
      sum = sum.add(new BigDecimal(x[i]).multiply(new BigDecimal(z[i])));
    }
    return Interval.of(sum);
  }

  /** Turns the first columns into the identity; refuses unless they are positive definite. */
  static void eliminate(Interval[][] rows, String otherwise) {
    for (int p = 0; p < rows.length; p++) {
      Interval pivot = rows[p][p];
      require(pivot.isPositive(), otherwise);
      for (int q = 0; q < rows[p].length; q++) {
        rows[p][q] = rows[p][q].divide(pivot);
      }
      for (int r = 0; r < rows.length; r++) {
        Interval factor = rows[r][p];
        for (int q = 0; q < rows[p].length && r != p; q++) {
          rows[r][q] = rows[r][q].minus(factor.times(rows[p][q]));
        }
      }
    }
  }
}
