package org.flowproof.enclose.taylor;

/** Bounds of a Taylor model over [0, 1] that use the signs of its coefficients. */
public final class SeriesRange {
  /** Times that the interval is halved before a bound is given up. */
  private static final int HALVINGS = 6;

  private SeriesRange() {}

  /** At most the least value of every member. */
  public static double lower(Series series) {
    return Math.nextDown(least(coefficients(series, 1), HALVINGS) - series.remainder());
  }

  /** At least the largest value of every member. */
  public static double upper(Series series) {
    return Math.nextUp(series.remainder() - least(coefficients(series, -1), HALVINGS));
  }

  /**
   * Whether every member stays above a bound, by halving the interval where need be.
   *
   * @param sign 1, or -1 for the negative of the model
   */
  public static boolean above(Series series, int sign, double bound) {
    return above(coefficients(series, sign), Math.nextUp(bound + series.remainder()), HALVINGS);
  }

  private static boolean above(double[] c, double bound, int halvings) {
    if (lower(c) > bound || monotone(c) > bound) {
      return true;
    }
    if (halvings == 0 || c[0] < bound || !Double.isFinite(bound)) {
      return false;
    }
    double[] left = left(c);
    double[] right = right(left);
    return above(left, bound, halvings - 1)
        && above(right, Math.nextUp(bound + shiftError(c)), halvings - 1);
  }

  /** At most the least value of a polynomial, exact up to rounding where it is monotone. */
  private static double least(double[] c, int halvings) {
    double simple = lower(c);
    if (simple == c[0] || halvings == 0) {
      return simple;
    }
    double bent = monotone(c);
    if (bent > Double.NEGATIVE_INFINITY) {
      return bent;
    }
    double[] left = left(c);
    double right = least(right(left), halvings - 1);
    return Math.max(
        simple, Math.min(least(left, halvings - 1), Math.nextDown(right - shiftError(c))));
  }

  /** At most the least value of a polynomial that is seen to be monotone, else no bound. */
  private static double monotone(double[] c) {
    double bent = 0;
    for (int i = 2; i < c.length; i++) {
      bent += i * Math.abs(c[i]);
    }
    if (c.length == 1 || !(Math.abs(c[1]) > Bounds.up(bent))) {
      return Double.NEGATIVE_INFINITY;
    }
    if (c[1] > 0) {
      return c[0];
    }
    double end = 0;
    for (int i = c.length - 1; i > 0; i--) {
      end += c[i];
    }
    return below(c[0] + end - Bounds.up((c.length + 2) * Bounds.ROUNDOFF * size(c, 1)));
  }

  /** The polynomial over the first half of the interval, exactly. */
  private static double[] left(double[] c) {
    double[] left = new double[c.length];
    double power = 1;
    for (int i = 0; i < c.length; i++) {
      left[i] = c[i] * power;
      power /= 2;
    }
    return left;
  }

  /** The polynomial over the second half, up to {@link #shiftError}. */
  private static double[] right(double[] left) {
    double[] right = left.clone();
    for (int i = 0; i < right.length; i++) {
      for (int l = right.length - 2; l >= i; l--) {
        right[l] += right[l + 1];
      }
    }
    return right;
  }

  /**
   * A shift by one adds at most degree times into each coefficient, and the shifted absolute
   * coefficients of the first half add up to the size of the whole.
   */
  private static double shiftError(double[] c) {
    return Bounds.up(2.0 * c.length * Bounds.ROUNDOFF * size(c, 0));
  }

  private static double[] coefficients(Series series, int sign) {
    double[] c = new double[series.degree() + 1];
    for (int i = 0; i < c.length; i++) {
      c[i] = sign * series.coefficient(i);
      if (i < series.pairs() && series.rest(i) != 0) {
        c[i] = Math.nextDown(c[i] + sign * series.rest(i));
      }
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
    return least >= slack ? c[0] : below(c[0] + Math.min(0, least) - slack);
  }

  /** Two roundings are below two neighbours, one of which may be nearer at a power of two. */
  private static double below(double value) {
    return Math.nextDown(Math.nextDown(value));
  }

  private static double size(double[] c, int from) {
    double sum = 0;
    for (int i = from; i < c.length; i++) {
      sum += Math.abs(c[i]);
    }
    return sum;
  }
}
