package org.flowproof.sweep.threshold;

/**
 * Where a share crosses a level, as far as the sizes that were looked at can tell.
 *
 * @param kind inside the sizes, or beyond one of their ends
 * @param n the number of samples, not rounded; for a place beyond an end, that end
 */
public record Crossing(Kind kind, double n) implements Comparable<Crossing> {
  /** Ordered from small to large. */
  public enum Kind {
    /** At or below the smallest size. */
    AT_MOST,
    /** Between the sizes. */
    AT,
    /** Above the largest size. */
    ABOVE
  }

  @Override
  public int compareTo(Crossing other) {
    int order = kind.compareTo(other.kind);
    return order != 0 ? order : Double.compare(n, other.n);
  }

  /**
   * The smallest number of samples at which an isotonic curve reaches a level. Between two sizes
   * the curve is linear in log n.
   *
   * @param sizes increasing
   * @param curve non-decreasing, one value for each size
   */
  static Crossing of(double[] sizes, double[] curve, double level) {
    if (curve[0] >= level) {
      return new Crossing(Kind.AT_MOST, sizes[0]);
    }
    for (int i = 1; i < sizes.length; i++) {
      if (curve[i] >= level) {
        double part = (level - curve[i - 1]) / (curve[i] - curve[i - 1]);
        double low = Math.log(sizes[i - 1]);
        return new Crossing(Kind.AT, Math.exp(low + part * (Math.log(sizes[i]) - low)));
      }
    }
    return new Crossing(Kind.ABOVE, sizes[sizes.length - 1]);
  }
}
