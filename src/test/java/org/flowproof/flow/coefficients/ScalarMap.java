package org.flowproof.flow.coefficients;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Descent of one margin under the exponential loss, {@code z <- z + kappa exp(-z)}, in other ways.
 * With {@code w = exp(z) / kappa} it is {@code w <- w exp(1/w)}, and the function {@code A(w) = w -
 * log(w)/2 + b_1/w + b_2/w^2 + ...} that grows by exactly 1 in each iteration has {@code b_(r-1)}
 * from {@code 1/(r+1)! + sum_(j < r) b_j (-j)^(r-j)/(r-j)! = 0}.
 */
final class ScalarMap {
  private static final MathContext DIGITS = new MathContext(40);
  private static final int TERMS = 8;
  private static final double[] B = coefficients();

  private ScalarMap() {}

  private static double[] coefficients() {
    double[] b = new double[TERMS + 1];
    for (int r = 2; r <= TERMS + 1; r++) {
      double sum = 1 / factorial(r + 1);
      for (int j = 1; j < r - 1; j++) {
        sum += b[j] * Math.pow(-j, r - j) / factorial(r - j);
      }
      b[r - 1] = sum / (r - 1);
    }
    return b;
  }

  private static double factorial(int n) {
    return n <= 1 ? 1 : n * factorial(n - 1);
  }

  /** The count of iterations that belongs to w, up to a constant; for w of some hundreds on. */
  static double count(double w) {
    double sum = -0.5 * Math.log(w);
    for (int j = 1; j <= TERMS; j++) {
      sum += B[j] * Math.pow(w, -j);
    }
    return w + sum;
  }

  /** Its derivative. */
  static double countSlope(double w) {
    double sum = 1 - 0.5 / w;
    for (int j = 1; j <= TERMS; j++) {
      sum -= j * B[j] * Math.pow(w, -j - 1);
    }
    return sum;
  }

  /** The iterate after so many iterations, as exp of the margin, with 40 digits. */
  static BigDecimal iterate(BigDecimal kappa, BigDecimal v0, int iterations) {
    BigDecimal v = v0;
    for (int i = 0; i < iterations; i++) {
      v = v.multiply(exp(kappa.divide(v, DIGITS)), DIGITS);
    }
    return v;
  }

  private static BigDecimal exp(BigDecimal x) {
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int i = 1; term.compareTo(BigDecimal.valueOf(1, 42)) > 0; i++) {
      term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }
}
