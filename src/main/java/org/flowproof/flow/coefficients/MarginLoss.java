package org.flowproof.flow.coefficients;

import org.flowproof.problem.Loss;

/**
 * One term of a loss of the margin {@code z = y h}, without its factor. Its pull is {@code g = -dl
 * / dz > 0}. Nothing here overflows, and logarithms stay exact where the numbers themselves
 * underflow.
 */
public enum MarginLoss {
  /** {@code log(1 + exp(-z))}, pull {@code 1 / (1 + exp z)}. */
  LOGISTIC {
    @Override
    public double pull(double z) {
      return 1 / (1 + Math.exp(z));
    }

    @Override
    double logPull(double z) {
      return z > 0 ? -z - Math.log1p(Math.exp(-z)) : -Math.log1p(Math.exp(z));
    }

    @Override
    double change(double z, double by) {
      return -lessOne(by) / (Math.exp(-z) + Math.exp(by));
    }

    @Override
    double steepness(double z) {
      return 1 / (1 + Math.exp(-z));
    }

    @Override
    public double logTerm(double z) {
      if (z > 40) {
        // log(1 + v) = v (1 - v / 2 + ...), v < 5e-18
        return -z;
      }
      return Math.log(z > 0 ? Math.log1p(Math.exp(-z)) : -z + Math.log1p(Math.exp(z)));
    }
  },

  /** {@code exp(-z)}, which is its own pull. */
  EXPONENTIAL {
    @Override
    public double pull(double z) {
      return Math.exp(-z);
    }

    @Override
    double logPull(double z) {
      return -z;
    }

    @Override
    double change(double z, double by) {
      return lessOne(-by);
    }

    @Override
    double steepness(double z) {
      return 1;
    }

    @Override
    public double logTerm(double z) {
      return -z;
    }
  };

  /**
   * The terms of a kind of loss.
   *
   * @throws IllegalArgumentException for the squared loss, which is none of the margin
   */
  public static MarginLoss of(Loss.Kind kind) {
    return switch (kind) {
      case LOGISTIC -> LOGISTIC;
      case EXPONENTIAL -> EXPONENTIAL;
      case SQUARED ->
          throw new IllegalArgumentException("the squared loss has no pull of a margin");
    };
  }

  /** {@code exp(x) - 1}, as accurate as the library's and several times as fast near 0. */
  static double lessOne(double x) {
    if (Math.abs(x) > 0.25) {
      return Math.exp(x) - 1;
    }
    double sum = 1;
    for (int i = Math.abs(x) > 1e-2 ? 14 : 8; i > 1; i--) {
      sum = 1 + sum * x / i;
    }
    return x * sum;
  }

  /** The pull at a margin; 0 where it underflows. */
  public abstract double pull(double z);

  /** Its logarithm. */
  abstract double logPull(double z);

  /** The pull at {@code z + by} over that at {@code z}, less one, to full relative accuracy. */
  abstract double change(double z, double by);

  /** {@code -g' / g}, at most 1. */
  abstract double steepness(double z);

  /** The logarithm of the term. */
  public abstract double logTerm(double z);
}
