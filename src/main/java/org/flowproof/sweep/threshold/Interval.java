package org.flowproof.sweep.threshold;

/**
 * A closed interval of numbers; ends may be infinite.
 *
 * @param lower not above {@code upper}
 * @param upper not below {@code lower}
 */
public record Interval(double lower, double upper) {
  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException when an end is NaN or the ends are in the wrong order
   */
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("[" + lower + ", " + upper + "]");
    }
  }

  /** Whether a number lies inside or on an end. */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}
