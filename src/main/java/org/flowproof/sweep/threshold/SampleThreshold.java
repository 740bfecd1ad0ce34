package org.flowproof.sweep.threshold;

import java.util.Optional;

/**
 * The number of samples from which on the share of an ending reaches a level.
 *
 * @param level the share that is reached, in (0, 1)
 * @param confidence of {@code bootstrap} and {@code sure}, in (0, 1)
 * @param estimate from the decided runs; empty when no run is decided
 * @param range the estimate when all unknown runs count as reached, and when all count as missed;
 *     empty when no run was made
 * @param bootstrap percentile interval over resampled seeds, approximate; its lower end takes
 *     unknown runs as reached, its upper end as missed; empty when no run was made
 * @param resamples number of resamples of the bootstrap
 * @param spread standard deviation of log n* over the resamples (unknown runs left out) that cross
 *     between the sizes; NaN for fewer than two of them
 * @param crossing number of those resamples
 * @param sure bounds that hold with at least {@code confidence}
 * @param fall the largest amount by which the share falls from one size to a later one; 0 when the
 *     shares increase
 * @param gap ratio of the two sizes around the estimate; 1 when the estimate is beyond an end
 */
public record SampleThreshold(
    double level,
    double confidence,
    Optional<Crossing> estimate,
    Optional<Ends> range,
    Optional<Ends> bootstrap,
    int resamples,
    double spread,
    int crossing,
    SureBounds sure,
    double fall,
    double gap) {
  /**
   * Two ends of an interval of thresholds.
   *
   * @param lower not above {@code upper}
   * @param upper not below {@code lower}
   */
  public record Ends(Crossing lower, Crossing upper) {}

  /** Whether an estimate lies between the sizes. */
  public boolean crosses() {
    return estimate.map(c -> c.kind() == Crossing.Kind.AT).orElse(false);
  }

  /**
   * Standard error of log n* for fits through several thresholds: the spread of the bootstrap and
   * the standard deviation of a place anywhere between the two sizes around, added as independent.
   * The second keeps it positive where all seeds change between the same two sizes.
   *
   * @return NaN when the estimate does not lie between the sizes
   */
  public double errorOfLog() {
    double part = Double.isNaN(spread) ? 0 : spread;
    return crosses() ? Math.hypot(part, Math.log(gap) / Math.sqrt(12)) : Double.NaN;
  }
}
