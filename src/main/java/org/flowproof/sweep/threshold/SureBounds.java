package org.flowproof.sweep.threshold;

import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Bounds for the threshold that hold with at least the stated confidence for any number of seeds,
 * however the runs of one seed depend on each other, as long as the true share does not fall with
 * the number of samples.
 *
 * <p>From the smallest size upwards, "the share here is at least {@code level}" is tested by the
 * exact binomial test at half of the risk, and testing stops at the first size that is not
 * rejected; the threshold lies above the last rejected size. The first true statement in this order
 * is wrongly rejected with at most that risk, and the later ones are asked only then, so that no
 * correction for many tests is needed (tests in a fixed order). From the largest size downwards the
 * same with "the share here is below {@code level}". Unknown runs count as reached in the first
 * test and as missed in the second, so that the bounds cover both readings. Sizes without runs are
 * skipped.
 *
 * @param above the threshold is larger than this size; empty when nothing bounds it below
 * @param atMost the threshold is at most this size; empty when nothing bounds it above
 */
public record SureBounds(OptionalDouble above, OptionalDouble atMost) {
  /**
   * Tests all sizes.
   *
   * @param table readings of an ending whose share does not fall
   * @param level the share whose crossing is the threshold, in (0, 1)
   * @param confidence of both bounds together, in (0, 1)
   */
  static SureBounds of(OutcomeTable table, double level, double confidence) {
    double risk = (1 - confidence) / 2;
    List<Double> sizes = table.sizes();
    OptionalDouble above = OptionalDouble.empty();
    for (int i = 0; i < sizes.size(); i++) {
      Share share = table.share(i);
      BinomialDistribution law = new BinomialDistribution(share.made(), level);
      if (share.made() == 0) {
        continue;
      }
      if (law.cumulativeProbability(share.reached() + share.unknown()) > risk) {
        break;
      }
      above = OptionalDouble.of(sizes.get(i));
    }
    OptionalDouble atMost = OptionalDouble.empty();
    for (int i = sizes.size() - 1; i >= 0; i--) {
      Share share = table.share(i);
      BinomialDistribution law = new BinomialDistribution(share.made(), 1 - level);
      if (share.made() == 0) {
        continue;
      }
      if (law.cumulativeProbability(share.made() - share.reached()) > risk) {
        break;
      }
      atMost = OptionalDouble.of(sizes.get(i));
    }
    return new SureBounds(above, atMost);
  }
}
