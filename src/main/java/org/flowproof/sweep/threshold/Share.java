package org.flowproof.sweep.threshold;

import java.util.List;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * How many seeds end so.
 *
 * @param reached runs known to end so
 * @param missed runs known to end otherwise
 * @param unknown runs of which it is not known
 * @param absent runs that were not made
 */
public record Share(int reached, int missed, int unknown, int absent) {
  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException when one is negative
   */
  public Share {
    if (reached < 0 || missed < 0 || unknown < 0 || absent < 0) {
      throw new IllegalArgumentException("negative count");
    }
  }

  /** Counts readings. */
  public static Share of(List<Reading> readings) {
    int[] counts = new int[Reading.values().length];
    readings.forEach(r -> counts[r.ordinal()]++);
    return new Share(counts[0], counts[1], counts[2], counts[3]);
  }

  /** Runs of which it is known. */
  public int decided() {
    return reached + missed;
  }

  /** Runs that were made. */
  public int made() {
    return reached + missed + unknown;
  }

  /** The share among the decided runs; NaN when there are none. */
  public double value() {
    return decided() == 0 ? Double.NaN : (double) reached / decided();
  }

  /**
   * Confidence interval of Clopper and Pearson (Biometrika 26, 1934) for the probability that a
   * seed ends so, from the runs that were made. It covers both readings of the unknown ones: the
   * lower end takes them as missed, the upper end as reached. Without runs it is [0, 1].
   *
   * @param level confidence, in (0, 1); the interval covers with at least this probability
   */
  public Interval interval(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level);
    }
    double tail = (1 - level) / 2;
    int all = made();
    double lower =
        reached == 0
            ? 0
            : new BetaDistribution(reached, all - reached + 1).inverseCumulativeProbability(tail);
    int most = reached + unknown;
    double upper =
        most == all
            ? 1
            : new BetaDistribution(most + 1, all - most).inverseCumulativeProbability(1 - tail);
    return new Interval(lower, upper);
  }
}
