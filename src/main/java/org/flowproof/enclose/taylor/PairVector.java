package org.flowproof.enclose.taylor;

import java.util.Arrays;

/** As many {@link PairSum}s as a vector has places, for the same operation on all. */
public final class PairVector {
  private final double[] high;
  private final double[] low;

  /** Zeros. */
  public PairVector(int length) {
    high = new double[length];
    low = new double[length];
  }

  /** Starts anew, at zero. */
  public void clear() {
    Arrays.fill(high, 0);
    Arrays.fill(low, 0);
  }

  /** Adds {@code (a + aRest) x}. */
  public void addTimes(double a, double aRest, double[] x) {
    for (int k = 0; k < high.length; k++) {
      double product = a * x[k];
      double rest = Math.fma(a, x[k], -product) + aRest * x[k];
      double old = high[k];
      double sum = old + product;
      double part = sum - old;
      low[k] += ((old - (sum - part)) + (product - part)) + rest;
      high[k] = sum;
    }
  }

  /** Adds the products of places. */
  public void addProducts(double[] x, PairVector other) {
    addProducts(x, other.high, other.low);
  }

  /** Adds {@code x (y + yRest)}, place by place. */
  public void addProducts(double[] x, double[] y, double[] yRest) {
    for (int k = 0; k < high.length; k++) {
      double product = x[k] * y[k];
      double rest = Math.fma(x[k], y[k], -product) + x[k] * yRest[k];
      double old = high[k];
      double sum = old + product;
      double part = sum - old;
      low[k] += ((old - (sum - part)) + (product - part)) + rest;
      high[k] = sum;
    }
  }

  /** One place, rounded. */
  public double high(int k) {
    return high[k] + low[k];
  }

  /** What rounding leaves out of {@link #high}. */
  public double rest(int k) {
    return Pairs.sumRest(high[k], low[k], high[k] + low[k]);
  }
}
