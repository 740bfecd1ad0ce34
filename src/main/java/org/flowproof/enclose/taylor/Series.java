package org.flowproof.enclose.taylor;

/**
 * A Taylor model in one variable: all functions of {@code s} in [0, 1] that differ from a
 * polynomial by at most a remainder.
 *
 * <p>Coefficients are doubles; those of some low orders are sums of two doubles, where a result has
 * to be better than the roundoff of its largest terms. Operations raise the remainder by a bound of
 * all rounding and of the terms above the degree. Who reads only the first doubles finds in {@link
 * #radius} what the others may add. Immutable; arrays are not copied.
 */
public final class Series {
  private static final double[] NONE = {};

  private final double[] c;
  private final double[] low;
  private final double remainder;
  private final double norm;
  private final double restNorm;

  private Series(double[] coefficients, double[] low, double remainder) {
    this.c = coefficients;
    this.low = low;
    this.remainder = remainder;
    double rests = 0;
    for (double one : low) {
      rests += Math.abs(one);
    }
    double sum = rests;
    for (double one : coefficients) {
      sum += Math.abs(one);
    }
    this.norm = Bounds.up(sum);
    this.restNorm = low.length == 0 ? 0 : Bounds.up(rests);
  }

  /** The polynomial itself. */
  public static Series exact(double[] coefficients) {
    return new Series(coefficients, NONE, 0);
  }

  /**
   * The polynomial itself.
   *
   * @param rests what is to be added to the coefficients of the lowest orders
   */
  public static Series exact(double[] coefficients, double[] rests) {
    return new Series(coefficients, rests, 0);
  }

  /** A polynomial with a remainder, at least 0. */
  public static Series of(double[] coefficients, double remainder) {
    return new Series(coefficients, NONE, remainder);
  }

  /** A polynomial with a remainder, at least 0, and rests as in {@link #exact}. */
  public static Series of(double[] coefficients, double[] rests, double remainder) {
    return new Series(coefficients, rests, remainder);
  }

  /** A constant. */
  public static Series constant(double value, int degree) {
    double[] c = new double[degree + 1];
    c[0] = value;
    return new Series(c, NONE, 0);
  }

  public int degree() {
    return c.length - 1;
  }

  /** One coefficient, rounded where it is a sum of two doubles. */
  public double coefficient(int power) {
    return c[power];
  }

  /** How many coefficients are sums of two doubles. */
  public int pairs() {
    return low.length;
  }

  /** What is to be added to a coefficient, for powers below {@link #pairs}. */
  public double rest(int power) {
    return low[power];
  }

  /** How far a member may be, on [0, 1], from the polynomial of the coefficients without rests. */
  public double radius() {
    return low.length == 0 ? remainder : Bounds.up(remainder + restNorm);
  }

  /** How far a member may be, on [0, 1], from the polynomial with its rests. */
  public double remainder() {
    return remainder;
  }

  /** At least the sum of the absolute coefficients and rests, so at least |polynomial|. */
  public double norm() {
    return norm;
  }

  /** At least the sum of the absolute rests. */
  double restNorm() {
    return restNorm;
  }

  /** At least the sum of the absolute coefficients from an order on, without rests. */
  double normFrom(int order) {
    if (order == 0) {
      return norm;
    }
    double sum = 0;
    for (int k = order; k < c.length; k++) {
      sum += Math.abs(c[k]);
    }
    return Bounds.up(sum);
  }

  /** At least the sum of the absolute coefficients and rests, without one coefficient. */
  public double normBesides(int order) {
    double sum = 0;
    for (int k = 0; k < c.length; k++) {
      sum += k == order ? 0 : Math.abs(c[k]);
    }
    return Bounds.up(sum + restNorm);
  }

  /** At least the absolute value of every member on [0, 1]. */
  public double magnitude() {
    return Bounds.up(norm + remainder);
  }

  /**
   * A linear combination.
   *
   * @param factors as many as terms
   */
  public static Series combination(double[] factors, Series[] terms, int degree) {
    return Combination.of(factors, null, terms, degree);
  }

  /**
   * A linear combination.
   *
   * @param factors as many as terms
   * @param rests what is to be added to the factors
   */
  public static Series combination(double[] factors, double[] rests, Series[] terms, int degree) {
    return Combination.of(factors, rests, terms, degree);
  }

  public Series plus(Series other) {
    int pairs = Math.max(low.length, other.low.length);
    double[] sum = new double[c.length];
    double[] rests = new double[pairs];
    for (int k = 0; k < sum.length; k++) {
      sum[k] = c[k] + other.c[k];
    }
    double small = 0;
    for (int k = 0; k < pairs; k++) {
      double own = k < low.length ? low[k] : 0;
      double others = k < other.low.length ? other.low[k] : 0;
      rests[k] = Pairs.sumRest(c[k], other.c[k], sum[k]) + (own + others);
      small += Math.abs(own) + Math.abs(others) + Bounds.ROUNDOFF * Math.abs(sum[k]);
    }
    Pairs.normalize(sum, rests);
    double plain = normFrom(pairs) + other.normFrom(pairs);
    return new Series(
        sum,
        rests,
        Bounds.up(
            remainder + other.remainder + Bounds.ROUNDOFF * plain + 4 * Bounds.ROUNDOFF * small));
  }

  public Series minus(Series other) {
    return plus(other.negate());
  }

  public Series negate() {
    return new Series(negated(c), negated(low), remainder);
  }

  private static double[] negated(double[] values) {
    double[] result = new double[values.length];
    for (int k = 0; k < result.length; k++) {
      result[k] = -values[k];
    }
    return result;
  }

  /** The same polynomial with a larger remainder. */
  public Series widened(double by) {
    return by == 0 ? this : new Series(c, low, Bounds.up(remainder + by));
  }

  /** Times a number that is exact. */
  public Series times(double factor) {
    return Combination.of(new double[] {factor}, null, new Series[] {this}, degree());
  }

  /** Divided by a number that is exact and not 0. */
  public Series over(double divisor) {
    double[] result = new double[c.length];
    double[] rests = new double[low.length];
    for (int k = 0; k < result.length; k++) {
      result[k] = c[k] / divisor;
    }
    double small = restNorm;
    for (int k = 0; k < rests.length; k++) {
      double rest = Math.fma(-result[k], divisor, c[k]);
      rests[k] = (rest + low[k]) / divisor;
      small += Math.abs(rest);
    }
    Pairs.normalize(result, rests);
    // a remainder of a division that underflows is off by less than the least normal number
    double underflow = rests.length * Double.MIN_NORMAL;
    double error =
        remainder
            + 2 * Bounds.ROUNDOFF * normFrom(rests.length)
            + 4 * Bounds.ROUNDOFF * small
            + underflow;
    return new Series(result, rests, Bounds.up(Bounds.up(1 / Math.abs(divisor)) * error));
  }

  public Series times(Series other) {
    return Product.of(this, other);
  }

  /** The same functions with a polynomial of at most a degree, in doubles. */
  public Series head(int degree) {
    int length = Math.min(degree, degree()) + 1;
    double rest = length == c.length ? 0 : normFrom(length);
    return new Series(
        java.util.Arrays.copyOf(c, length), NONE, Bounds.up(remainder + restNorm + rest));
  }

  /** The derivative of the polynomial by s; the remainder must be 0. */
  public Series derivative() {
    if (remainder != 0) {
      throw new IllegalStateException("only a polynomial has a derivative");
    }
    double[] result = new double[c.length];
    double[] rests = new double[low.length];
    double small = 0;
    double plain = 0;
    for (int k = 1; k < c.length; k++) {
      result[k - 1] = k * c[k];
      if (k <= rests.length) {
        double more = k < low.length ? k * low[k] : 0;
        rests[k - 1] = Math.fma(k, c[k], -result[k - 1]) + more;
        small += Math.abs(more) + Math.abs(rests[k - 1]);
      } else {
        plain += Math.abs(result[k - 1]);
      }
    }
    Pairs.normalize(result, rests);
    return new Series(
        result, rests, Bounds.up(plain * Bounds.ROUNDOFF + 2 * Bounds.ROUNDOFF * small));
  }
}
