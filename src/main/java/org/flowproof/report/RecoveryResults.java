package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.flowproof.check.recovery.RecoveryRequest;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.PointsCsv;
import org.flowproof.sweep.Refinement;
import org.flowproof.sweep.SweepTable;
import org.flowproof.sweep.recovery.Border;
import org.flowproof.sweep.recovery.Comparison;
import org.flowproof.sweep.recovery.Rule;

/** The sections on what is recovered, where that changes, and what was published. */
final class RecoveryResults {
  private static final int MOST_BORDERS = 150;
  private static final int DIGITS = 5;

  private final SweepDocument document;
  private final RecoveryInput recovery;
  private final SweepTable table;
  private final NumberMacros numbers;

  RecoveryResults(SweepDocument document) {
    this.document = document;
    this.recovery = document.input().recovery().orElseThrow();
    this.table = document.table();
    this.numbers = document.numbers();
  }

  Map<String, Object> model() {
    Map<String, Object> map = document.apparatus().model();
    map.put("limit", recovery.request().rule() == RecoveryRequest.Rule.LIMIT);
    map.put("success", numbers.real("success", recovery.request().success(), 3));
    map.put("counts", counts());
    boolean mapped = table.hasAxis(Border.AXIS);
    map.put("stretches", mapped ? stretches() : List.of());
    map.put(
        "width",
        recovery.refinement().map(r -> numbers.real("refinement", r.width(), 3)).orElse(""));
    List<Border> borders = borders();
    map.put("borders", borders.stream().limit(MOST_BORDERS).map(this::row).toList());
    map.put(
        "more",
        borders.size() > MOST_BORDERS
            ? numbers.count("more-borders", borders.size() - MOST_BORDERS)
            : "");
    map.put("published", comparisons().stream().map(this::row).toList());
    return map;
  }

  /** All borders in the ratio, by the verdict and by every rule at a horizon. */
  List<Border> borders() {
    List<Border> all = new ArrayList<>();
    if (table.hasAxis(Border.AXIS)) {
      for (Rule rule : Rule.of(recovery.request())) {
        all.addAll(Border.of(table.results(), Border.AXIS, rule));
      }
    }
    return all;
  }

  /** The published values beside ours. */
  List<Comparison> comparisons() {
    return recovery.published().stream().map(p -> Comparison.of(p, table.results())).toList();
  }

  /** The borders as a file. */
  String bordersCsv() {
    StringBuilder text =
        new StringBuilder(
            CsvTable.line(List.of("rule", "time", "with", "from", "to", "before", "after")));
    for (Border border : borders()) {
      // numbers may begin with a minus sign and are no formulas
      text.append(
          String.join(
                  ",",
                  border.rule().kind().key(),
                  border.rule().horizon().isPresent()
                      ? PointsCsv.number(border.rule().horizon().getAsDouble())
                      : "",
                  CsvTable.cell(with(border)),
                  PointsCsv.number(border.from()),
                  PointsCsv.number(border.to()),
                  CsvTable.cell(border.before()),
                  CsvTable.cell(border.after()))
              + "\n");
    }
    return text.toString();
  }

  private static String with(Border border) {
    return border.with().entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue().text())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** Points grouped by all axes but seeds and the ratio. */
  private List<List<String>> counts() {
    List<Axis> axes =
        table.axes().stream()
            .filter(a -> !a.name().endsWith("seed") && !a.name().equals(Border.AXIS))
            .toList();
    Map<List<AxisValue>, List<PointResult>> groups = new LinkedHashMap<>();
    for (PointResult result : table.results()) {
      List<AxisValue> key = axes.stream().map(a -> result.point().value(a.name())).toList();
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(result);
    }
    List<List<String>> rows = new ArrayList<>();
    groups.forEach(
        (values, results) -> {
          String key = "counts" + (rows.size() + 1) + "-";
          List<String> names = new ArrayList<>();
          for (int i = 0; i < axes.size(); i++) {
            names.add(axes.get(i).name() + " " + SweepDocument.value(values.get(i)));
          }
          rows.add(
              List.of(
                  names.isEmpty() ? "all" : String.join(", ", names),
                  numbers.count(key + "points", results.size()),
                  numbers.count(key + "recovered", count(results, "RECOVERED")),
                  numbers.count(key + "other", count(results, "OTHER")),
                  numbers.count(key + "unknown", count(results, "UNKNOWN")),
                  RecoveryFigures.median(results, "testError")
                      .map(v -> numbers.real(key + "error", v, 3))
                      .orElse("--")));
        });
    return rows;
  }

  private static long count(List<PointResult> results, String verdict) {
    return results.stream().filter(r -> r.verdict().equals(verdict)).count();
  }

  private List<List<String>> stretches() {
    List<List<String>> rows = new ArrayList<>();
    for (List<PointResult> line : Refinement.lines(table.results(), Border.AXIS).values()) {
      List<String> parts = new ArrayList<>();
      Optional<String> kind = Optional.empty();
      double from = 0;
      double to = 0;
      for (PointResult result : line) {
        Optional<String> here = Rule.VERDICT.classOf(result);
        if (here.isEmpty()) {
          continue;
        }
        double at = result.point().number(Border.AXIS);
        if (!here.equals(kind)) {
          kind.ifPresent(stretch(parts, from, to));
          kind = here;
          from = at;
        }
        to = at;
      }
      kind.ifPresent(stretch(parts, from, to));
      rows.add(
          List.of(
              name(line.get(0).point().values()),
              parts.isEmpty() ? "--" : String.join("; ", parts),
              numbers.count("stretch" + (rows.size() + 1) + "-unknown", count(line, "UNKNOWN"))));
    }
    return rows;
  }

  private static Consumer<String> stretch(List<String> parts, double from, double to) {
    return kind ->
        parts.add(
            kind
                + " "
                + (from == to
                    ? "at " + Numbers.num(from, DIGITS)
                    : "from " + Numbers.num(from, DIGITS) + " to " + Numbers.num(to, DIGITS)));
  }

  private static String name(Map<String, AxisValue> values) {
    String name =
        values.entrySet().stream()
            .filter(e -> !e.getKey().equals(Border.AXIS))
            .map(e -> LatexText.prose(e.getKey()) + " " + SweepDocument.value(e.getValue()))
            .collect(Collectors.joining(", "));
    return name.isEmpty() ? "all" : name;
  }

  private List<String> row(Border border) {
    return List.of(
        border.rule().kind().key(),
        border.rule().horizon().isPresent()
            ? Numbers.num(border.rule().horizon().getAsDouble(), 3)
            : "--",
        LatexText.prose(border.with().isEmpty() ? "all" : with(border)),
        Numbers.num(border.from(), DIGITS) + " to " + Numbers.num(border.to(), DIGITS),
        border.before() + ", " + border.after());
  }

  private List<String> row(Comparison comparison) {
    List<Double> ours = comparison.ours();
    String here =
        ours.isEmpty()
            ? "--"
            : ours.get(0).equals(ours.get(1))
                ? Numbers.num(ours.get(0), 4)
                : Numbers.num(ours.get(0), 4) + " to " + Numbers.num(ours.get(1), 4);
    return List.of(
        LatexText.prose(comparison.published().source()),
        comparison.published().reads().name().toLowerCase(Locale.ROOT),
        Numbers.num(comparison.published().value(), 4),
        here,
        comparison.verdict().name().toLowerCase(Locale.ROOT),
        LatexText.prose(comparison.reason()));
  }
}
