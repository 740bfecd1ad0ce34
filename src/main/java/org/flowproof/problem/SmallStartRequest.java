package org.flowproof.problem;

import java.util.List;

/**
 * How the limit of small starts is looked at.
 *
 * @param times of the limit flow at which runs are compared with it, increasing
 * @param scales norms of the weights at the starts, decreasing
 * @param seed of the weights that are drawn to be compared with those of the case
 * @param imbalances multiples of the projections C of weights that are drawn in place of the
 *     initial ones, one a neuron: the first is looked at, the others are drawn beside it; empty for
 *     the initial weights
 */
public record SmallStartRequest(
    List<Double> times, List<Double> scales, long seed, List<Vec> imbalances) {
  /** The range of scales. */
  public static final double LARGEST = 1;

  /** Below this products of weights and data may underflow. */
  public static final double SMALLEST = 1e-250;

  /** What scales may be, for messages. */
  public static final String SCALES =
      "at least three decreasing numbers from " + LARGEST + " down to " + SMALLEST;

  public SmallStartRequest {
    times = List.copyOf(times);
    scales = List.copyOf(scales);
    imbalances = List.copyOf(imbalances);
    if (times.isEmpty() || !increasing(times)) {
      throw new IllegalArgumentException("times " + times);
    }
    if (!scalesFit(scales)) {
      throw new IllegalArgumentException("scales " + scales);
    }
  }

  /** From the initial weights. */
  public SmallStartRequest(List<Double> times, List<Double> scales, long seed) {
    this(times, scales, seed, List.of());
  }

  /** Whether numbers increase strictly and are finite. */
  public static boolean increasing(List<Double> numbers) {
    for (int i = 0; i < numbers.size(); i++) {
      if (!Double.isFinite(numbers.get(i)) || i > 0 && !(numbers.get(i) > numbers.get(i - 1))) {
        return false;
      }
    }
    return true;
  }

  /** Whether numbers can be scales. */
  public static boolean scalesFit(List<Double> scales) {
    if (scales.size() < 3 || !(scales.get(0) <= LARGEST)) {
      return false;
    }
    for (int i = 1; i < scales.size(); i++) {
      if (!(scales.get(i) < scales.get(i - 1))) {
        return false;
      }
    }
    return scales.get(scales.size() - 1) >= SMALLEST;
  }
}
