package org.flowproof.enclose.ode;

import java.util.List;
import java.util.Optional;

/**
 * Where a solution is proven to be.
 *
 * @param time the time reached
 * @param values the unknowns at that time
 * @param refusal why the end was not reached; empty when it was
 * @param bounds what is known of each bound, up to the time reached
 * @param widths of the unknowns after each step
 */
public record OdeEnclosure(
    double time,
    List<DecimalRange> values,
    Optional<String> refusal,
    List<BoundResult> bounds,
    List<Widths> widths) {
  public OdeEnclosure {
    values = List.copyOf(values);
    bounds = List.copyOf(bounds);
    widths = List.copyOf(widths);
  }

  /**
   * Widths at one time.
   *
   * @param time since the start
   * @param values one for each unknown, rounded up
   */
  public record Widths(double time, List<Double> values) {
    public Widths {
      values = List.copyOf(values);
    }

    /** The largest of them. */
    public double largest() {
      return values.stream().mapToDouble(w -> w).max().orElse(0);
    }
  }

  /** Number of steps. */
  public int steps() {
    return widths.size() - 1;
  }

  /** The largest width of an unknown at any step. */
  public double largestWidth() {
    return widths.stream().mapToDouble(Widths::largest).max().orElse(0);
  }

  /** The largest width of an unknown at the time reached. */
  public double lastWidth() {
    return widths.get(steps()).largest();
  }
}
