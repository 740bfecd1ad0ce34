package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.flowproof.check.outcome.Ending;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.SweepTable;
import org.flowproof.sweep.ThresholdQuestion;
import org.flowproof.sweep.threshold.Series;

/** What the sections of the report of a sweep share: its series, and how to name things. */
final class SweepDocument {
  private static final Map<String, String> SYMBOLS =
      Map.of(
          "samples", "n",
          "dimension", "d",
          "noise", "\\sigma",
          "band", "c",
          "width", "m",
          "slope", "\\alpha",
          "scale", "\\lambda",
          "step", "\\eta",
          "time", "T");

  private final SweepInput input;
  private final Apparatus apparatus;
  private final ThresholdQuestion question;
  private final List<Axis> facets;
  private final List<Series> series;

  /**
   * Sorts the results.
   *
   * @throws IllegalArgumentException when the sweep has no numeric axis to draw along
   */
  SweepDocument(SweepInput input, Bibliography bibliography) {
    this.input = input;
    SweepTable table = input.table();
    this.apparatus = new Apparatus(table.shortName(), bibliography);
    if (input.recovery().isPresent()) {
      // no thresholds are asked for, and the axis of the ratio may have any sign
      this.question = new ThresholdQuestion(table.axes().get(0).name(), "RECOVERED", 0.5);
      this.facets = List.of();
      this.series = List.of();
      return;
    }
    this.question =
        table
            .threshold()
            .orElseGet(
                () -> new ThresholdQuestion(along(table), usual(input), input.estimator().level()));
    this.facets =
        table.axes().stream()
            .filter(a -> !a.name().equals(question.axis()) && !Series.isSeed(a))
            .filter(a -> a.values().size() > 1)
            .toList();
    this.series = Series.of(table, question.axis());
  }

  /** The ending that is counted when the sweep asks for none. */
  private static String usual(SweepInput input) {
    return (input.base().draws().data().isPresent()
            ? Ending.HALF_LEAST_SQUARES
            : Ending.LEAST_SQUARES)
        .name();
  }

  private static String along(SweepTable table) {
    return table.axes().stream()
        .filter(a -> a.isNumeric() && !Series.isSeed(a))
        .filter(a -> a.numbers().orElseThrow().stream().allMatch(v -> v > 0))
        .map(Axis::name)
        .max((a, b) -> Boolean.compare(a.equals("samples"), b.equals("samples")))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no axis of positive numbers, such as 'samples', to draw along"));
  }

  SweepInput input() {
    return input;
  }

  SweepTable table() {
    return input.table();
  }

  Apparatus apparatus() {
    return apparatus;
  }

  NumberMacros numbers() {
    return apparatus.numbers();
  }

  ThresholdQuestion question() {
    return question;
  }

  /** The axes with several values that tell series apart. */
  List<Axis> facets() {
    return facets;
  }

  List<Series> series() {
    return series;
  }

  /** A key for macros and files of a series, by its 1-based place. */
  static String key(int place) {
    return "series" + place;
  }

  /** The symbol of an axis, without dollars. */
  static String symbol(String axis) {
    return SYMBOLS.getOrDefault(axis, "\\text{" + LatexText.prose(axis) + "}");
  }

  /** A value of an axis, for text and mathematics. */
  static String value(AxisValue value) {
    return value.number().isPresent()
        ? Numbers.num(value.number().getAsDouble(), 12)
        : LatexText.prose(value.text());
  }

  /** The values that tell a series apart, such as {@code $d = 5$, $\\lambda = ...$}. */
  String name(Series one) {
    return name(one, facets);
  }

  /** As above, for some of the axes; "all runs" when there are none. */
  String name(Series one, List<Axis> axes) {
    return axes.isEmpty()
        ? "all runs"
        : axes.stream()
            .map(a -> named(a.name(), one.fixed().get(a.name())))
            .collect(Collectors.joining(", "));
  }

  private static String named(String axis, AxisValue value) {
    return SYMBOLS.containsKey(axis)
        ? "$" + symbol(axis) + " = " + value(value) + "$"
        : LatexText.prose(axis) + " " + value(value);
  }

  /** Endings that occur, in the order of {@link Ending}; UNKNOWN last and always. */
  List<String> endings() {
    TreeSet<Ending> seen = new TreeSet<>();
    series.stream()
        .flatMap(Series::all)
        .map(PointResult::verdict)
        .forEach(v -> seen.add(Ending.valueOf(v)));
    seen.add(Ending.valueOf(question.ending()));
    seen.add(Ending.UNKNOWN);
    return seen.stream().map(Ending::name).toList();
  }

  /** Short word for an ending in tables. */
  static String brief(String ending) {
    return switch (Ending.valueOf(ending)) {
      case INTERPOLATION -> "interp.";
      case LEAST_SQUARES -> "LS";
      case HALF_LEAST_SQUARES -> "half LS";
      case OTHER -> "other";
      case UNKNOWN -> "unknown";
    };
  }

  /** An ending in words. */
  static String words(String ending) {
    return switch (Ending.valueOf(ending)) {
      case HALF_LEAST_SQUARES -> "half-sample least squares";
      default -> Ending.valueOf(ending).words();
    };
  }

  /** A number that is the same at all points of a series, if there is one. */
  Optional<Double> constant(Series one, String number) {
    List<Double> values =
        one.all()
            .filter(r -> r.numbers().containsKey(number))
            .map(r -> r.numbers().get(number))
            .distinct()
            .toList();
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** Series by their values on some axes, in order. */
  Map<List<AxisValue>, List<Series>> grouped(List<Axis> axes) {
    Map<List<AxisValue>, List<Series>> groups = new LinkedHashMap<>();
    for (Series one : series) {
      List<AxisValue> values = axes.stream().map(a -> one.fixed().get(a.name())).toList();
      groups.computeIfAbsent(values, v -> new ArrayList<>()).add(one);
    }
    return groups;
  }
}
