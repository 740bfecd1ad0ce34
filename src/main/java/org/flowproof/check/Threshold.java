package org.flowproof.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.flowproof.proof.Condition;

/**
 * Where a condition starts or stops to hold, for one data set and draw.
 *
 * @param shape how it depends on the quantity over the range searched
 * @param value the last value found at which it holds, next to the boundary; NaN when there is no
 *     single boundary
 * @param accuracy how far beyond {@code value}, relatively, the condition is seen to fail; NaN as
 *     above
 * @param from smallest value at which it was decided; NaN when nothing was
 * @param to largest such value
 * @param remark what limits the answer, one clause; may be empty
 */
public record Threshold(
    Shape shape, double value, double accuracy, double from, double to, String remark) {

  /** How a condition depends on its quantity. */
  public enum Shape {
    /** Holds up to the value, fails above. */
    UP_TO,
    /** Fails below the value, holds from it on. */
    FROM,
    /** Holds wherever it was decided. */
    ALWAYS,
    /** Fails wherever it was decided. */
    NEVER,
    /** Changes more than once: no single threshold. */
    NOT_MONOTONE,
    /** Too close to call, or without values, in the middle of the range. */
    UNKNOWN,
    /** Nothing to vary. */
    NOT_AVAILABLE
  }

  /** No threshold, for a reason. */
  static Threshold none(Shape shape, String remark) {
    return new Threshold(shape, Double.NaN, Double.NaN, Double.NaN, Double.NaN, remark);
  }

  /** Whether there is one boundary. */
  public boolean single() {
    return shape == Shape.UP_TO || shape == Shape.FROM;
  }

  /**
   * The value rounded to six digits towards the side on which the condition holds, so that whoever
   * copies the printed number meets the condition; NaN when there is no single boundary.
   */
  public double printed() {
    if (!single()) {
      return Double.NaN;
    }
    RoundingMode safe = shape == Shape.UP_TO ? RoundingMode.DOWN : RoundingMode.UP;
    return new BigDecimal(value).round(new MathContext(6, safe)).doubleValue();
  }

  /** One clause such as {@code holds for scale <= 0.0012}. */
  public String text(Condition.Quantity in) {
    String name =
        switch (in) {
          case SCALE -> "scale";
          case SAMPLES -> "n";
          case TIME -> "time";
        };
    String range = " from " + Numbers.text(from) + " to " + Numbers.text(to);
    String clause =
        switch (shape) {
          case UP_TO -> "holds for " + name + " <= " + Numbers.text(printed());
          case FROM -> "holds for " + name + " >= " + Numbers.text(printed());
          case ALWAYS -> "holds for every " + name + " tried," + range;
          case NEVER -> "fails for every " + name + " tried," + range;
          case NOT_MONOTONE -> "no single threshold in " + name;
          case UNKNOWN -> "threshold in " + name + " unknown";
          case NOT_AVAILABLE -> "threshold in " + name + " not available";
        };
    return remark.isEmpty() ? clause : clause + " (" + remark + ")";
  }
}
