package org.flowproof.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * One point of the grid of a sweep.
 *
 * @param index 0-based place in the grid; the last axis moves fastest
 * @param values the value on each axis by its name, in the order of the axes
 * @param identity SHA-256, lower-case hexadecimal, of all that its result depends on: data, initial
 *     weights and dynamics after substitution, seeds, what is asked of the judge, and the code that
 *     computes; equal for equal points of different sweeps
 */
public record Point(int index, Map<String, AxisValue> values, String identity) {
  public Point {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * The value on an axis.
   *
   * @throws NoSuchElementException when the sweep has no such axis
   */
  public AxisValue value(String axis) {
    AxisValue value = values.get(axis);
    if (value == null) {
      throw new NoSuchElementException("no axis " + axis + "; there are " + values.keySet());
    }
    return value;
  }

  /**
   * The number on an axis.
   *
   * @throws NoSuchElementException when the sweep has no such axis, or its value is a word
   */
  public double number(String axis) {
    return value(axis).number().orElseThrow();
  }

  /** Such as {@code samples=40 seed=3}. */
  public String label() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (axis, value) ->
            text.append(text.isEmpty() ? "" : " ").append(axis).append('=').append(value.text()));
    return text.toString();
  }
}
