package org.flowproof.enclose.interval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Elementary functions to more than 60 digits, by their power series. */
public final class PreciseFunctions {
  private static final MathContext DIGITS = new MathContext(110, RoundingMode.HALF_EVEN);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal END = new BigDecimal(BigInteger.ONE, 130);

  private PreciseFunctions() {}

  public static BigDecimal exp(BigDecimal x) {
    int halvings = 0;
    BigDecimal small = x;
    while (small.abs().compareTo(BigDecimal.ONE) > 0) {
      small = small.divide(TWO, DIGITS);
      halvings++;
    }
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int k = 1; term.abs().compareTo(END) > 0; k++) {
      term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  /** Newton's steps on exp from the double, correct to 15 digits. */
  public static BigDecimal log(BigDecimal x) {
    BigDecimal y = new BigDecimal(Math.log(x.doubleValue()));
    for (int i = 0; i < 4; i++) {
      BigDecimal e = exp(y);
      y = y.add(TWO.multiply(x.subtract(e)).divide(x.add(e), DIGITS), DIGITS);
    }
    return y;
  }

  public static BigDecimal sinh(BigDecimal x) {
    return exp(x).subtract(exp(x.negate()), DIGITS).divide(TWO, DIGITS);
  }

  public static BigDecimal cosh(BigDecimal x) {
    return exp(x).add(exp(x.negate()), DIGITS).divide(TWO, DIGITS);
  }

  public static BigDecimal tanh(BigDecimal x) {
    return sinh(x).divide(cosh(x), DIGITS);
  }

  public static BigDecimal artanh(BigDecimal x) {
    return log(BigDecimal.ONE.add(x).divide(BigDecimal.ONE.subtract(x), DIGITS))
        .divide(TWO, DIGITS);
  }

  public static BigDecimal logOnePlus(BigDecimal x) {
    return log(BigDecimal.ONE.add(x));
  }

  public static BigDecimal sigmoid(BigDecimal x) {
    return BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(x.negate())), DIGITS);
  }

  public static BigDecimal sin(BigDecimal x) {
    return wave(x, x, 1);
  }

  public static BigDecimal cos(BigDecimal x) {
    return wave(x, BigDecimal.ONE, 0);
  }

  /** Up to 40, where 110 digits leave 70 after the cancellation of terms up to 1e17. */
  private static BigDecimal wave(BigDecimal x, BigDecimal first, int order) {
    BigDecimal square = x.multiply(x, DIGITS).negate();
    BigDecimal sum = first;
    BigDecimal term = first;
    for (int k = order + 2; term.abs().compareTo(END) > 0; k += 2) {
      term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf((long) k * (k - 1)), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }
}
