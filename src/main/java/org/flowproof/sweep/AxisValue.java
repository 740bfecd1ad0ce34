package org.flowproof.sweep;

import java.util.OptionalDouble;

/**
 * One value of an axis.
 *
 * @param text as it would stand in a case file, such as {@code 40}, {@code 1e-06} or {@code
 *     dominated}
 * @param number the double nearest to it, finite; empty for a word
 */
public record AxisValue(String text, OptionalDouble number) {

  /** A number; its text is the shortest that reads back to it, whole numbers without a point. */
  public static AxisValue of(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("an axis has finite values, not " + number);
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    String text = whole ? Long.toString((long) number) : Double.toString(number).replace("E", "e");
    return new AxisValue(text, OptionalDouble.of(number));
  }

  /** A word. */
  public static AxisValue of(String word) {
    return new AxisValue(word, OptionalDouble.empty());
  }

  @Override
  public String toString() {
    return text;
  }
}
