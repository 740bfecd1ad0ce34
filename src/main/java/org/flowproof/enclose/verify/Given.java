package org.flowproof.enclose.verify;

import org.flowproof.enclose.interval.Interval;

/** The problem of a certificate: {@code D_j = factor sum_k gate_jk r_k x_k}. */
final class Given {
  final int m;
  final int n;
  final int d;
  final double alpha;
  final boolean both;
  final Interval factor;
  final double[][] x;
  final double[] y;
  final double[] a;
  final double[][] w;

  /** Norms of the samples, rounded up. */
  final double[] norm;

  /** factor sum_k |x_k|^2, and factor times the largest eigenvalue of X'X, rounded up. */
  final double lipschitz;

  final double coupling;

  Given(CertificateText text) throws MalformedCertificateException {
    text.line("flowproof-certificate");
    text.count(1, 1);
    text.line("problem");
    m = text.count(1, 10_000);
    n = text.count(1, 10_000);
    d = text.count(1, 10_000);
    if ((long) m * n > 1_000_000 || (long) m * d > 1_000_000 || (long) n * d > 1_000_000) {
      throw text.bad("more than a million numbers");
    }
    alpha = text.number();
    if (!(alpha >= 0 && alpha < 1)) {
      throw text.bad("expected a slope from 0 to below 1");
    }
    String loss = text.next();
    if (!loss.equals("squared")) {
      throw text.bad("this checker reads the squared loss only, found another");
    }
    factor =
        switch (text.next()) {
          case "half_mean" -> Interval.ONE.divide(Interval.of(n));
          case "mean" -> Interval.of(2).divide(Interval.of(n));
          case "half_sum" -> Interval.ONE;
          case "sum" -> Interval.of(2);
          default -> throw text.bad("expected half_mean, mean, half_sum or sum");
        };
    String trained = text.next();
    both = trained.equals("both");
    if (!both && !trained.equals("hidden")) {
      throw text.bad("expected both or hidden");
    }
    x = new double[n][];
    y = new double[n];
    norm = new double[n];
    Interval squares = Interval.ZERO;
    for (int k = 0; k < n; k++) {
      text.line("sample");
      y[k] = text.number();
      x[k] = text.numbers(d);
      Interval square = Interval.ZERO;
      for (double one : x[k]) {
        square = square.plus(Interval.of(one).square());
      }
      norm[k] = square.sqrt().upper();
      squares = squares.plus(square);
    }
    a = new double[m];
    w = new double[m][];
    for (int j = 0; j < m; j++) {
      text.line("neuron");
      a[j] = text.number();
      w[j] = text.numbers(d);
    }
    lipschitz = factor.times(squares).upper();
    coupling = factor.times(Math.min(squares.upper(), largestEigenvalue())).upper();
  }

  /**
   * At least the largest eigenvalue of {@code A = X'X}: it is at most {@code trace(A^p)^(1/p)}, and
   * squaring reaches {@code p = 2^30}. Every square is divided by a power of two of its trace.
   */
  private double largestEigenvalue() {
    if (d > 100) {
      return Double.POSITIVE_INFINITY;
    }
    Interval[][] power = new Interval[d][d];
    for (int i = 0; i < d; i++) {
      for (int l = 0; l < d; l++) {
        power[i][l] = Interval.ZERO;
        for (double[] one : x) {
          power[i][l] = power[i][l].plus(Interval.of(one[i]).times(one[l]));
        }
      }
    }
    Interval logarithm = Interval.ZERO;
    Interval weight = Interval.ONE;
    for (int round = 0; ; round++) {
      Interval trace = Interval.ZERO;
      for (int i = 0; i < d; i++) {
        trace = trace.plus(power[i][i]);
      }
      if (!trace.isPositive() || !Double.isFinite(trace.upper())) {
        return Double.POSITIVE_INFINITY;
      }
      if (round == 30) {
        return logarithm.plus(weight.times(trace.log())).exp().upper();
      }
      Interval scale = Interval.of(Math.scalb(1.0, Math.getExponent(trace.upper())));
      logarithm = logarithm.plus(weight.times(scale.log()));
      weight = weight.divide(Interval.of(2));
      Interval[][] next = new Interval[d][d];
      for (int i = 0; i < d; i++) {
        for (int l = 0; l < d; l++) {
          next[i][l] = Interval.ZERO;
          for (int q = 0; q < d; q++) {
            next[i][l] =
                next[i][l].plus(power[i][q].divide(scale).times(power[q][l].divide(scale)));
          }
        }
      }
      power = next;
    }
  }

  /** The gate on a side; on a kink that a path slides on, the sample adds nothing to the path. */
  double gate(char side) {
    return side == '+' ? 1 : side == '-' ? alpha : 0;
  }
}
