package org.flowproof.sweep.threshold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.SweepTable;

/**
 * The points of a sweep that differ in one number, mostly that of the samples, and in their seeds
 * only.
 *
 * @param fixed the values on all other axes, in the order of the axes
 * @param sizes the numbers, positive, increasing
 * @param seeds number of seeds; with several axes of seeds, of their combinations
 * @param results one row for each size, with one entry for each seed, always in the same order;
 *     empty where there is no result
 */
public record Series(
    Map<String, AxisValue> fixed,
    List<Double> sizes,
    int seeds,
    List<List<Optional<PointResult>>> results) {
  private static final String SEED = "seed";

  /** Copies the lists. */
  public Series {
    fixed = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
    sizes = List.copyOf(sizes);
    results = results.stream().map(List::copyOf).toList();
  }

  /** Whether an axis repeats the same problem with other random numbers. */
  public static boolean isSeed(Axis axis) {
    return axis.keys().stream().allMatch(k -> k.substring(k.lastIndexOf('.') + 1).equals(SEED));
  }

  /**
   * All series of a sweep, in the order of its grid.
   *
   * @param along name of the numeric axis that the series run along; its numbers are positive
   * @throws IllegalArgumentException when they are not
   */
  public static List<Series> of(SweepTable table, String along) {
    List<Axis> seeds = table.axes().stream().filter(Series::isSeed).toList();
    Predicate<Axis> other = a -> !a.name().equals(along) && !isSeed(a);
    List<Axis> others = table.axes().stream().filter(other).toList();
    List<AxisValue> sizes =
        table.axis(along).values().stream()
            .sorted(Comparator.comparingDouble(v -> v.number().orElse(Double.NaN)))
            .toList();
    if (sizes.stream().anyMatch(v -> !(v.number().orElse(0) > 0))) {
      throw new IllegalArgumentException("the axis " + along + " has values that are not positive");
    }
    Map<Map<String, AxisValue>, PointResult> byValues = new LinkedHashMap<>();
    table.results().forEach(r -> byValues.put(r.point().values(), r));
    List<Series> out = new ArrayList<>();
    for (Map<String, AxisValue> fixed : combinations(others)) {
      List<List<Optional<PointResult>>> rows = new ArrayList<>();
      for (AxisValue size : sizes) {
        List<Optional<PointResult>> row = new ArrayList<>();
        for (Map<String, AxisValue> seed : combinations(seeds)) {
          Map<String, AxisValue> values = new LinkedHashMap<>(fixed);
          values.putAll(seed);
          values.put(along, size);
          row.add(Optional.ofNullable(byValues.get(values)));
        }
        rows.add(row);
      }
      List<Double> numbers = sizes.stream().map(v -> v.number().getAsDouble()).toList();
      out.add(new Series(fixed, numbers, rows.get(0).size(), rows));
    }
    return out;
  }

  private static List<Map<String, AxisValue>> combinations(List<Axis> axes) {
    List<Map<String, AxisValue>> out = List.of(Map.of());
    for (Axis axis : axes) {
      List<Map<String, AxisValue>> longer = new ArrayList<>();
      for (Map<String, AxisValue> start : out) {
        for (AxisValue value : axis.values()) {
          Map<String, AxisValue> map = new LinkedHashMap<>(start);
          map.put(axis.name(), value);
          longer.add(map);
        }
      }
      out = longer;
    }
    return out;
  }

  /** The results at one size, without those that are absent. */
  public List<PointResult> at(int index) {
    return results.get(index).stream().flatMap(Optional::stream).toList();
  }

  /** All results. */
  public Stream<PointResult> all() {
    return results.stream().flatMap(List::stream).flatMap(Optional::stream);
  }

  /**
   * Who reaches an ending. A run that failed, ran out of time, or whose ending did not stand the
   * tests that were asked for is unknown.
   */
  public OutcomeTable outcomes(String ending) {
    return new OutcomeTable(
        sizes,
        results.stream().map(row -> row.stream().map(r -> reading(r, ending)).toList()).toList());
  }

  private static Reading reading(Optional<PointResult> result, String ending) {
    if (result.isEmpty()) {
      return Reading.ABSENT;
    }
    if (!result.get().isDecided()) {
      return Reading.UNKNOWN;
    }
    return result.get().ending().equals(ending) ? Reading.REACHED : Reading.MISSED;
  }

  /** Quantiles over the seeds of what the judge measured at one size. */
  public QuantileBand band(int index, String number) {
    return QuantileBand.of(
        at(index).stream()
            .mapToDouble(r -> r.numbers().getOrDefault(number, Double.NaN))
            .toArray());
  }

  /** Whether some run has this number. */
  public boolean has(String number) {
    return all().anyMatch(r -> r.numbers().containsKey(number));
  }
}
