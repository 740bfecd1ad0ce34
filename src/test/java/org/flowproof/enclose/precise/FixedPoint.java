package org.flowproof.enclose.precise;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Numbers with a fixed number of binary places, as big integers. Every operation rounds down. */
final class FixedPoint {
  private final int bits;
  private final BigInteger one;

  FixedPoint(int bits) {
    this.bits = bits;
    one = BigInteger.ONE.shiftLeft(bits);
  }

  int bits() {
    return bits;
  }

  BigInteger one() {
    return one;
  }

  BigInteger of(BigDecimal value) {
    return value.multiply(new BigDecimal(one)).toBigInteger();
  }

  BigInteger of(double value) {
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT);
    long mantissa = (long) Math.scalb(value, 52 - exponent);
    return BigInteger.valueOf(mantissa).shiftLeft(exponent - 52 + bits);
  }

  BigDecimal decimal(BigInteger value) {
    return new BigDecimal(value).divide(new BigDecimal(one), new MathContext(70));
  }

  /** A double close by. */
  double approximate(BigInteger value) {
    int cut = Math.max(0, value.bitLength() - 62);
    return Math.scalb((double) value.shiftRight(cut).longValueExact(), cut - bits);
  }

  BigInteger times(BigInteger a, BigInteger b) {
    return a.multiply(b).shiftRight(bits);
  }

  BigInteger over(BigInteger a, BigInteger b) {
    return a.shiftLeft(bits).divide(b);
  }

  /** The inner product, of as many coordinates as the second vector has. */
  BigInteger dot(BigInteger[] u, BigInteger[] v) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < v.length; i++) {
      sum = sum.add(times(u[i], v[i]));
    }
    return sum;
  }

  /** Coefficient {@code l} of the product of two power series. */
  BigInteger product(BigInteger[] a, BigInteger[] b, int l) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i <= l; i++) {
      if (a[i].signum() != 0) {
        sum = sum.add(a[i].multiply(b[l - i]));
      }
    }
    return sum.shiftRight(bits);
  }

  /** The value of a polynomial. */
  BigInteger at(BigInteger[] coefficients, BigInteger s) {
    BigInteger sum = BigInteger.ZERO;
    for (int l = coefficients.length - 1; l >= 0; l--) {
      sum = times(sum, s).add(coefficients[l]);
    }
    return sum;
  }

  /** The exponential function, by its series after halving the argument. */
  BigInteger exp(BigInteger x) {
    int halvings = Math.max(0, x.abs().bitLength() - bits) + 10;
    FixedPoint finer = new FixedPoint(bits + 2 * halvings + 20);
    BigInteger small = x.shiftLeft(finer.bits - bits).shiftRight(halvings);
    BigInteger term = finer.one;
    BigInteger sum = finer.one;
    for (int l = 1; term.abs().bitLength() > 1; l++) {
      term = finer.times(term, small).divide(BigInteger.valueOf(l));
      sum = sum.add(term);
    }
    for (int i = 0; i < halvings; i++) {
      sum = finer.times(sum, sum);
    }
    return sum.shiftRight(finer.bits - bits);
  }
}
