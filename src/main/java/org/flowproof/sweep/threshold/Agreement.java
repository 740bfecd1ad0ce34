package org.flowproof.sweep.threshold;

import java.util.List;
import java.util.Optional;
import org.flowproof.check.outcome.Ending;
import org.flowproof.sweep.PointResult;

/**
 * Pairs of runs of the same problem and seed, one of them varied, and whether they end alike.
 *
 * @param same pairs that end alike
 * @param different pairs that end otherwise
 * @param open pairs of which at least one end is not known
 */
public record Agreement(int same, int different, int open) {
  /** Pairs whose ends are both known. */
  public int known() {
    return same + different;
  }

  /** Number of pairs. */
  public int pairs() {
    return same + different + open;
  }

  /**
   * Compares the runs of two series at one size, seed by seed, by what the runs themselves end at;
   * seeds without a run in one of them make no pair.
   *
   * @throws IllegalArgumentException when the series have different sizes or seeds
   */
  public static Agreement between(Series one, Series other, int index) {
    if (!one.sizes().equals(other.sizes()) || one.seeds() != other.seeds()) {
      throw new IllegalArgumentException("series of different grids");
    }
    Agreement sum = new Agreement(0, 0, 0);
    for (int s = 0; s < one.seeds(); s++) {
      Optional<PointResult> left = one.results().get(index).get(s);
      Optional<PointResult> right = other.results().get(index).get(s);
      if (left.isPresent() && right.isPresent()) {
        sum = sum.with(left.get().ending(), right.get().ending());
      }
    }
    return sum;
  }

  /**
   * Compares the runs of one series at one size with their own second runs; runs without such a
   * second run make no pair.
   *
   * @param variation key of the variation, such as {@code scale}
   */
  public static Agreement withReruns(Series series, int index, String variation) {
    Agreement sum = new Agreement(0, 0, 0);
    for (PointResult result : series.at(index)) {
      String again = result.reruns().get(variation);
      if (again != null) {
        sum = sum.with(result.ending(), again);
      }
    }
    return sum;
  }

  private Agreement with(String one, String other) {
    List<String> nothing = List.of("", Ending.UNKNOWN.name());
    if (nothing.contains(one) || nothing.contains(other)) {
      return new Agreement(same, different, open + 1);
    }
    return one.equals(other)
        ? new Agreement(same + 1, different, open)
        : new Agreement(same, different + 1, open);
  }
}
