package org.flowproof.flow.limit;

/** Sums over plain arrays. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }

  /** Adds {@code factor * x} to {@code into}. */
  static void add(double factor, double[] x, double[] into) {
    for (int i = 0; i < x.length; i++) {
      into[i] += factor * x[i];
    }
  }
}
