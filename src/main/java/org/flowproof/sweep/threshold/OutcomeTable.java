package org.flowproof.sweep.threshold;

import java.util.List;

/**
 * Readings of one ending over numbers of samples and seeds. The same seeds stand at every number of
 * samples; runs of one seed may depend on each other, those of different seeds may not.
 *
 * @param sizes numbers of samples, or of whatever else is varied; positive, strictly increasing
 * @param readings one row for each size, all rows of the same length: entry s belongs to seed s
 */
public record OutcomeTable(List<Double> sizes, List<List<Reading>> readings) {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException when sizes do not increase, or rows do not fit
   */
  public OutcomeTable {
    sizes = List.copyOf(sizes);
    readings = readings.stream().map(List::copyOf).toList();
    if (sizes.isEmpty() || sizes.size() != readings.size()) {
      throw new IllegalArgumentException(sizes.size() + " sizes, " + readings.size() + " rows");
    }
    for (int i = 0; i < sizes.size(); i++) {
      if (!(sizes.get(i) > 0) || (i > 0 && sizes.get(i) <= sizes.get(i - 1))) {
        throw new IllegalArgumentException("sizes do not increase: " + sizes);
      }
      if (readings.get(i).size() != readings.get(0).size()) {
        throw new IllegalArgumentException("rows of different lengths");
      }
    }
  }

  /** Number of seeds. */
  public int seeds() {
    return readings.get(0).size();
  }

  /** The readings at one size, counted. */
  public Share share(int index) {
    return Share.of(readings.get(index));
  }

  /** The table of the opposite ending: reached and missed change places. */
  public OutcomeTable opposite() {
    return new OutcomeTable(
        sizes, readings.stream().map(r -> r.stream().map(Reading::opposite).toList()).toList());
  }
}
