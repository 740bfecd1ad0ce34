package org.flowproof.sweep.threshold;

import java.util.Arrays;

/**
 * Quantiles of a number over seeds.
 *
 * <p>The quantile of order p of values {@code v_0 <= ... <= v_(N-1)} is linear between the two
 * around place {@code p (N - 1)} (rule 7 of Hyndman and Fan, American Statistician 50, 1996; the
 * one of R and NumPy).
 *
 * @param least smallest value
 * @param lower quartile
 * @param median middle
 * @param upper quartile
 * @param most largest value
 * @param count values that were used
 * @param left values that were not numbers, left out
 */
public record QuantileBand(
    double least, double lower, double median, double upper, double most, int count, int left) {
  /**
   * The band of values; those that are NaN are left out. All quantiles are NaN when none is left.
   */
  public static QuantileBand of(double... values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return new QuantileBand(
        quantile(sorted, 0),
        quantile(sorted, 0.25),
        quantile(sorted, 0.5),
        quantile(sorted, 0.75),
        quantile(sorted, 1),
        sorted.length,
        values.length - sorted.length);
  }

  private static double quantile(double[] sorted, double order) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = order * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    double part = place - below;
    // infinite values must not meet a factor 0
    return part == 0 || sorted[below] == sorted[above]
        ? sorted[below]
        : sorted[below] + part * (sorted[above] - sorted[below]);
  }
}
