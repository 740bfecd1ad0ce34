package org.flowproof.sweep;

import java.util.List;
import java.util.Optional;

/**
 * A direction of a sweep.
 *
 * @param name such as {@code samples}, {@code dimension}, {@code scale} or {@code seed}
 * @param keys the keys of a case file that it sets, such as {@code data.law.samples}; a seed may
 *     set two
 * @param values in the order of the file, at least one, no two alike
 */
public record Axis(String name, List<String> keys, List<AxisValue> values) {
  public Axis {
    keys = List.copyOf(keys);
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("axis " + name + " without values");
    }
  }

  /** Whether all its values are numbers. */
  public boolean isNumeric() {
    return values.stream().allMatch(v -> v.number().isPresent());
  }

  /** Its numbers in the order of the values; empty when some are words. */
  public Optional<List<Double>> numbers() {
    return isNumeric()
        ? Optional.of(values.stream().map(v -> v.number().getAsDouble()).toList())
        : Optional.empty();
  }

  /** The name as a column of a table: {@code data-seed} becomes {@code data_seed}. */
  public String column() {
    return name.replace('-', '_');
  }
}
