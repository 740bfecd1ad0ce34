package org.flowproof.enclose.taylor;

/**
 * A row of Taylor models of one degree in one flat array, for adding up many of them, and sums of
 * what bounds the errors of that. Bounds themselves are for {@link GatedSums}.
 */
final class SeriesRow {
  private final int width;
  private final int degree;

  /** Orders, each for all places: first those in two doubles; then what bounds errors. */
  private final double[] high;

  /** What is to be added to the lowest orders. */
  private final double[] low;

  SeriesRow(int width, int degree, int pairs) {
    this(
        width,
        degree,
        new double[width * (degree + (pairs > 0 ? 5 : 3))],
        new double[width * pairs]);
  }

  private SeriesRow(int width, int degree, double[] high, double[] low) {
    this.width = width;
    this.degree = degree;
    this.high = high;
    this.low = low;
  }

  SeriesRow copy() {
    return new SeriesRow(width, degree, high.clone(), low.clone());
  }

  private int pairs() {
    return low.length / width;
  }

  private int coefficients() {
    return width * (degree + 1);
  }

  private void bounds(int i, double size, double remainder, double rests, double above) {
    int at = coefficients() + i;
    high[at] = size;
    high[at + width] = remainder;
    if (low.length > 0) {
      high[at + 2 * width] = rests;
      high[at + 3 * width] = above;
    }
  }

  /** Puts a model at a place. */
  void put(int i, Series series) {
    for (int l = 0; l <= degree; l++) {
      high[l * width + i] = series.coefficient(l);
    }
    for (int l = 0; l < series.pairs(); l++) {
      low[l * width + i] = series.rest(l);
    }
    bounds(i, series.norm(), series.remainder(), series.restNorm(), series.normFrom(pairs()));
  }

  /** Puts a number times a model at a place. */
  void putProduct(int i, double factor, Series series) {
    int pairs = pairs();
    for (int l = 0; l < pairs; l++) {
      double c = series.coefficient(l);
      double product = factor * c;
      double rest = l < series.pairs() ? factor * series.rest(l) : 0;
      high[l * width + i] = product;
      low[l * width + i] = Math.fma(factor, c, -product) + rest;
    }
    for (int l = pairs; l <= degree; l++) {
      high[l * width + i] = factor * series.coefficient(l);
    }
    double f = Math.abs(factor);
    double u = Bounds.ROUNDOFF;
    double above = f * series.normFrom(pairs);
    double small = pairs == 0 ? 0 : f * (series.restNorm() + u * series.norm());
    double remainder = f * series.remainder() + u * above + 4 * u * small;
    bounds(
        i, Bounds.up(f * series.norm()), Bounds.up(remainder), Bounds.up(small), Bounds.up(above));
  }

  /** Adds another row, and what bounds it. */
  void add(SeriesRow other) {
    add(other.high, other.low, high.length);
  }

  /** Adds a multiple of the coefficients; what bounds errors stays. */
  void addTimes(double factor, SeriesRow other) {
    double[] product = new double[coefficients()];
    double[] rest = new double[low.length];
    for (int p = 0; p < product.length; p++) {
      product[p] = factor * other.high[p];
    }
    for (int p = 0; p < rest.length; p++) {
      rest[p] = Math.fma(factor, other.high[p], -product[p]) + factor * other.low[p];
    }
    add(product, rest, product.length);
  }

  private void add(double[] from, double[] fromLow, int until) {
    double[] to = high;
    double[] toLow = low;
    for (int p = 0; p < toLow.length; p++) {
      double old = to[p];
      double term = from[p];
      double next = old + term;
      double part = next - old;
      toLow[p] += ((old - (next - part)) + (term - part)) + fromLow[p];
      to[p] = next;
    }
    for (int p = toLow.length; p < until; p++) {
      to[p] += from[p];
    }
  }

  /** Subtracts the coefficients; what bounds errors stays. */
  void subtract(SeriesRow other) {
    double[] from = other.high;
    double[] fromLow = other.low;
    for (int p = 0; p < low.length; p++) {
      double old = high[p];
      double term = -from[p];
      double next = old + term;
      double part = next - old;
      low[p] += ((old - (next - part)) + (term - part)) - fromLow[p];
      high[p] = next;
    }
    for (int p = low.length; p < coefficients(); p++) {
      high[p] -= from[p];
    }
  }

  /** At least the sum of absolute coefficients and rests of what was added, up to rounding. */
  double size(int i) {
    return high[coefficients() + i];
  }

  /** The sum of remainders of what was added. */
  double remainder(int i) {
    return high[coefficients() + width + i];
  }

  /** The sum of absolute rests of what was added. */
  double rests(int i) {
    return low.length == 0 ? 0 : high[coefficients() + 2 * width + i];
  }

  /** The sum of absolute coefficients of what was added, of orders in one double. */
  double above(int i) {
    return low.length == 0 ? size(i) : high[coefficients() + 3 * width + i];
  }

  /** The model at a place, with a remainder. */
  Series series(int i, double bound) {
    double[] c = new double[degree + 1];
    double[] rest = new double[pairs()];
    for (int l = 0; l < c.length; l++) {
      c[l] = high[l * width + i];
    }
    for (int l = 0; l < rest.length; l++) {
      rest[l] = low[l * width + i];
    }
    Pairs.normalize(c, rest);
    return Series.of(c, rest, bound);
  }
}
