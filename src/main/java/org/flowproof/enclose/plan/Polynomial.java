package org.flowproof.enclose.plan;

/** Plain polynomials on [0, 1], for finding the next event. Nothing is proven with them. */
final class Polynomial {
  private static final int DEPTH = 48;

  private Polynomial() {}

  static double at(double[] c, double s) {
    double value = 0;
    for (int i = c.length - 1; i >= 0; i--) {
      value = value * s + c[i];
    }
    return value;
  }

  static double slope(double[] c, double s) {
    double value = 0;
    for (int i = c.length - 1; i > 0; i--) {
      value = value * s + i * c[i];
    }
    return value;
  }

  /** A linear combination of polynomials, minus nothing. */
  static double[] combination(double[] factors, double[][] terms, double scale) {
    double[] sum = new double[terms[0].length];
    for (int i = 0; i < terms.length; i++) {
      for (int l = 0; l < sum.length; l++) {
        sum[l] += scale * factors[i] * terms[i][l];
      }
    }
    return sum;
  }

  /** The first time at which it falls to a level, infinite when it stays above. */
  static double firstFall(double[] c, double level) {
    double[] shifted = c.clone();
    shifted[0] -= level;
    if (shifted[0] <= 0) {
      // at or below the level from the start: a fall only if it goes on down
      int i = 1;
      while (i < c.length && c[i] == 0) {
        i++;
      }
      return i < c.length && c[i] < 0 ? 0 : firstRiseThenFall(shifted);
    }
    return first(shifted, 0, 1, DEPTH);
  }

  private static double firstRiseThenFall(double[] c) {
    // look for the rise above 0 on a coarse grid, then for the next fall
    for (int i = 1; i <= 64; i++) {
      double s = i / 64.0;
      if (at(c, s) > 0) {
        double fall = first(shift(c, s), 0, 1, 20);
        return fall <= 1 ? Math.min(1, s + fall * (1 - s)) : Double.POSITIVE_INFINITY;
      }
    }
    return at(c, 1) < c[0] ? 0 : Double.POSITIVE_INFINITY;
  }

  /** The polynomial from s to 1, on [0, 1]. */
  private static double[] shift(double[] c, double s) {
    double[] right = c.clone();
    for (int i = 0; i < right.length; i++) {
      for (int l = right.length - 2; l >= i; l--) {
        right[l] += s * right[l + 1];
      }
    }
    double power = 1;
    for (int i = 0; i < right.length; i++) {
      right[i] *= power;
      power *= 1 - s;
    }
    return right;
  }

  private static double first(double[] c, double from, double to, int depth) {
    double least = 0;
    for (int i = c.length - 1; i > 0; i--) {
      least = c[i] + Math.min(0, least);
    }
    if (c[0] + Math.min(0, least) > 0) {
      return Double.POSITIVE_INFINITY;
    }
    double steepest = 0;
    for (int i = c.length - 1; i > 1; i--) {
      steepest += i * Math.abs(c[i]);
    }
    if (c[0] > 0 && at(c, 1) <= 0 && -c[1] > steepest) {
      return from + (to - from) * root(c);
    }
    if (depth == 0) {
      return at(c, 1) <= 0 || c[0] <= 0 ? from : Double.POSITIVE_INFINITY;
    }
    double[] left = c.clone();
    double power = 1;
    for (int i = 0; i < left.length; i++) {
      left[i] *= power;
      power /= 2;
    }
    double middle = (from + to) / 2;
    double found = first(left, from, middle, depth - 1);
    return found < Double.POSITIVE_INFINITY ? found : first(shift(c, 0.5), middle, to, depth - 1);
  }

  /** The root of a polynomial that falls from above 0 to below. */
  private static double root(double[] c) {
    double low = 0;
    double high = 1;
    double s = Math.min(1, c[0] / -c[1]);
    for (int i = 0; i < 200 && high > low; i++) {
      double value = at(c, s);
      if (value > 0) {
        low = s;
      } else {
        high = s;
      }
      double newton = s - value / slope(c, s);
      double next = newton > low && newton < high ? newton : (low + high) / 2;
      if (next == s || next == low || next == high) {
        break;
      }
      s = next;
    }
    return low > 0 ? low : s;
  }
}
