package org.flowproof.enclose.taylor;

/** Bounds of a Taylor model over [0, 1] that use the signs of its coefficients. */
public final class SeriesRange {
  /** Times that the interval is halved before a bound is given up. */
  private static final int HALVINGS = 6;

  private SeriesRange() {}

  /** At most the least value of every member. */
  public static double lower(Series series) {
    return Math.nextDown(lower(coefficients(series, 1)) - series.radius());
  }

  /** At least the largest value of every member. */
  public static double upper(Series series) {
    return Math.nextUp(series.radius() - lower(coefficients(series, -1)));
  }

  /**
   * Whether every member stays above a bound, by halving the interval where need be.
   *
   * @param sign 1, or -1 for the negative of the model
   */
  public static boolean above(Series series, int sign, double bound) {
    return above(coefficients(series, sign), Math.nextUp(bound + series.radius()), HALVINGS);
  }

  private static boolean above(double[] c, double bound, int halvings) {
    if (lower(c) > bound) {
      return true;
    }
    if (halvings == 0 || c[0] < bound || !(Double.isFinite(bound))) {
      return false;
    }
    double[] left = new double[c.length];
    double power = 1;
    for (int i = 0; i < c.length; i++) {
      left[i] = c[i] * power;
      power /= 2;
    }
    // halving is exact; shifting by one adds at most degree times into each coefficient, and the
    // shifted absolute coefficients add up to the size of c
    double[] right = left.clone();
    for (int i = 0; i < right.length; i++) {
      for (int l = right.length - 2; l >= i; l--) {
        right[l] += right[l + 1];
      }
    }
    double shift = Bounds.up(2.0 * c.length * Bounds.ROUNDOFF * size(c, 0));
    return above(left, bound, halvings - 1)
        && above(right, Math.nextUp(bound + shift), halvings - 1);
  }

  private static double[] coefficients(Series series, int sign) {
    double[] c = new double[series.degree() + 1];
    for (int i = 0; i < c.length; i++) {
      c[i] = sign * series.coefficient(i);
    }
    return c;
  }

  /** Horner's rule, with {@code s q(s)} at least the smaller of 0 and the least of q. */
  private static double lower(double[] c) {
    double least = 0;
    for (int i = c.length - 1; i > 0; i--) {
      least = c[i] + Math.min(0, least);
    }
    double slack = Bounds.up((c.length + 2) * Bounds.ROUNDOFF * size(c, 1));
    // the constant term is not rounded where nothing is added to it
    return least >= slack ? c[0] : Math.nextDown(c[0] + Math.min(0, least) - slack);
  }

  private static double size(double[] c, int from) {
    double sum = 0;
    for (int i = from; i < c.length; i++) {
      sum += Math.abs(c[i]);
    }
    return sum;
  }
}
