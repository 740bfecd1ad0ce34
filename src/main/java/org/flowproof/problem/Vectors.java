package org.flowproof.problem;

/** Sums over plain arrays. */
public final class Vectors {
  private Vectors() {}

  /** The inner product, of as many entries as the left one has. */
  public static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  /** The inner product in four sums, which need not wait for one another. */
  public static double dotInFour(double[] left, double[] right) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i + 3 < left.length; i += 4) {
      first += left[i] * right[i];
      second += left[i + 1] * right[i + 1];
      third += left[i + 2] * right[i + 2];
      fourth += left[i + 3] * right[i + 3];
    }
    for (; i < left.length; i++) {
      first += left[i] * right[i];
    }
    return (first + second) + (third + fourth);
  }

  /** The Euclidean norm; squares may overflow, and vanish below about 1e-162. */
  public static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }

  /** The Euclidean norm with the largest entry taken out, so that no square can do so. */
  public static double safeNorm(double[] x) {
    double largest = largest(x);
    if (largest == 0 || Double.isInfinite(largest)) {
      return largest;
    }
    double sum = 0;
    for (double entry : x) {
      double part = entry / largest;
      sum += part * part;
    }
    return largest * Math.sqrt(sum);
  }

  /** A vector brought to length 1, however short or long; not a number when it is 0. */
  public static double[] unit(double[] x) {
    double largest = largest(x);
    double[] unit = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      unit[i] = x[i] / largest;
    }
    double norm = norm(unit);
    for (int i = 0; i < x.length; i++) {
      unit[i] /= norm;
    }
    return unit;
  }

  /** Adds {@code factor * x} to {@code into}. */
  public static void add(double factor, double[] x, double[] into) {
    for (int i = 0; i < x.length; i++) {
      into[i] += factor * x[i];
    }
  }

  private static double largest(double[] x) {
    double largest = 0;
    for (double entry : x) {
      largest = Math.max(largest, Math.abs(entry));
    }
    return largest;
  }
}
