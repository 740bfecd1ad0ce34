package org.flowproof.enclose.precise;

import java.math.BigInteger;
import java.util.Optional;

/** The first zero of a polynomial on (0, 1], after a zero at 0 that is known has been taken out. */
final class FirstRoot {
  private static final double SMALLEST = 0x1p-40;

  private final FixedPoint numbers;
  private final BigInteger[] p;
  private final double slope;
  private final double bend;

  private FirstRoot(FixedPoint numbers, BigInteger[] p) {
    this.numbers = numbers;
    this.p = p;
    double first = 0;
    double second = 0;
    for (int l = 1; l < p.length; l++) {
      double size = Math.abs(numbers.approximate(p[l]));
      first += l * size;
      second += l * (l - 1.0) * size;
    }
    slope = first * 1.001 + 1e-300;
    bend = second * 1.001 + 1e-300;
  }

  /**
   * The first zero.
   *
   * @param coefficients of a function that is positive right after 0
   * @throws IllegalStateException when it is not, or when it touches 0 without a clear crossing
   */
  static Optional<BigInteger> of(FixedPoint numbers, BigInteger[] coefficients) {
    int zeros = 0;
    // what is below this is the rounding of a zero that was located
    int floor = 30;
    while (zeros < coefficients.length && coefficients[zeros].bitLength() < floor) {
      zeros++;
    }
    if (zeros == coefficients.length) {
      return Optional.empty();
    }
    if (coefficients[zeros].signum() < 0) {
      throw new IllegalStateException("a neuron leaves a kink on the wrong side");
    }
    double rest = 0;
    for (int l = zeros + 1; l < coefficients.length; l++) {
      rest += Math.abs(numbers.approximate(coefficients[l]));
    }
    if (numbers.approximate(coefficients[zeros]) > 1.001 * rest) {
      return Optional.empty();
    }
    BigInteger[] p = java.util.Arrays.copyOfRange(coefficients, zeros, coefficients.length);
    return new FirstRoot(numbers, p).between(0, 1);
  }

  private BigInteger value(double s) {
    return numbers.at(p, numbers.of(s));
  }

  private double slopeAt(double s) {
    BigInteger point = numbers.of(s);
    BigInteger sum = BigInteger.ZERO;
    for (int l = p.length - 1; l > 0; l--) {
      sum = numbers.times(sum, point).add(p[l].multiply(BigInteger.valueOf(l)));
    }
    return numbers.approximate(sum);
  }

  /** The first zero between two dyadic numbers, positive at the first. */
  private Optional<BigInteger> between(double low, double high) {
    double length = high - low;
    double start = numbers.approximate(value(low));
    double falls = slopeAt(low);
    if (start > slope * length || falls - bend * length > 0) {
      return Optional.empty();
    }
    if (falls + bend * length < 0) {
      return value(high).signum() > 0 ? Optional.empty() : Optional.of(bisect(low, high));
    }
    if (length < SMALLEST) {
      throw new IllegalStateException("a neuron grazes a kink");
    }
    double middle = low + length / 2;
    Optional<BigInteger> left = between(low, middle);
    return left.isPresent()
        ? left
        : value(middle).signum() <= 0 ? Optional.of(numbers.of(middle)) : between(middle, high);
  }

  private BigInteger bisect(double from, double to) {
    BigInteger low = numbers.of(from);
    BigInteger high = numbers.of(to);
    while (high.subtract(low).bitLength() > 2) {
      BigInteger middle = low.add(high).shiftRight(1);
      if (numbers.at(p, middle).signum() > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low.add(high).shiftRight(1);
  }
}
