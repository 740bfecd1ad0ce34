package org.flowproof.check.recovery;

import java.util.Locale;

/**
 * A distance that falls like a power of time, {@code D(t) = L + A t^-p}, read at times that grow by
 * one factor. Three successive distances give p and L; how these change over the last decades gives
 * their error bars.
 *
 * @param exponent p at the last times
 * @param exponentError by how much p differs over the last decades
 * @param limit L at the last times
 * @param limitError by how much L differs over the last decades, and what numerical errors add
 * @param falling whether every distance is below the one before, beyond numerical errors
 * @param last the last distance
 */
record SlowApproach(
    double exponent,
    double exponentError,
    double limit,
    double limitError,
    boolean falling,
    double last) {
  /** Times in a decade. */
  static final int IN_DECADE = 4;

  /** Decades that are read. */
  static final int DECADES = 3;

  /** Triples that count: those whose last time is in the last decade and a half. */
  private static final int TRIPLES = 6;

  /** Distances between the numbers of a triple: half a decade. */
  private static final int APART = 2;

  /** At the border of two branches the approach is as slow as this; below, it is none. */
  private static final double LEAST_EXPONENT = 0.3;

  private static final double STEADY = 0.15;

  private static final double CLOSE = 0.1;

  /** How many distances are needed. */
  static int count() {
    return DECADES * IN_DECADE + 1;
  }

  /** The i-th time of a run of some length; the last is its end. */
  static double time(double end, int i) {
    return i == count() - 1 ? end : end * Math.pow(10, -(count() - 1 - i) / (double) IN_DECADE);
  }

  /**
   * Fits.
   *
   * @param distances at the times of {@link #time}
   * @param errors their numerical errors
   */
  static SlowApproach of(double[] distances, double[] errors) {
    if (distances.length != count() || errors.length != count()) {
      throw new IllegalArgumentException("not " + count() + " distances");
    }
    double step = Math.pow(10, APART / (double) IN_DECADE);
    int lastIndex = count() - 1;
    boolean falling = true;
    for (int i = 1; i <= lastIndex; i++) {
      falling &= distances[i] + errors[i] < distances[i - 1] - errors[i - 1];
    }
    double[] exponents = new double[TRIPLES];
    double[] limits = new double[TRIPLES];
    double noise = 0;
    for (int i = 0; i < TRIPLES; i++) {
      int at = lastIndex - i;
      double first = distances[at - 2 * APART] - distances[at - APART];
      double second = distances[at - APART] - distances[at];
      double ratio = first / second;
      exponents[i] = Math.log(ratio) / Math.log(step);
      limits[i] = distances[at] - second / (ratio - 1);
      if (i == 0) {
        // two differences of two, each with its errors, over what they differ by
        double error = errors[at] + errors[at - APART] + errors[at - 2 * APART];
        noise = error * (1 + 4 * ratio * ratio / ((ratio - 1) * (ratio - 1)));
      }
    }
    return new SlowApproach(
        exponents[0],
        spread(exponents),
        limits[0],
        spread(limits) + noise,
        falling,
        distances[lastIndex]);
  }

  private static double spread(double[] values) {
    double spread = 0;
    for (double value : values) {
      double off = Math.abs(value - values[0]);
      spread = Double.isNaN(off) ? Double.POSITIVE_INFINITY : Math.max(spread, off);
    }
    return spread;
  }

  /** Whether the distance tends to 0 as far as such a fit can tell. */
  boolean vanishes() {
    return falling
        && exponent - exponentError > LEAST_EXPONENT
        && exponentError < STEADY
        && Math.abs(limit) + limitError < CLOSE * last;
  }

  /** Why it does not, or the fit when it does; one line. */
  String text() {
    return falling
        ? String.format(
            Locale.ROOT,
            "falls like t^-p with p = %.3f +- %.3f to %.2g +- %.2g from %.2g at the last time",
            exponent,
            exponentError,
            limit,
            limitError,
            last)
        : String.format(Locale.ROOT, "does not fall all the time; it is %.2g at the last", last);
  }
}
