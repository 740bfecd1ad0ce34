package org.flowproof.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.plan.SweepPlan;
import org.flowproof.sweep.recovery.Border;
import org.flowproof.sweep.recovery.Comparison;
import org.flowproof.sweep.recovery.Rule;

/** Borders between verdicts, and published values beside ours, for people and as JSON. */
final class RecoveryText {
  private static final int MOST_ROWS = 40;

  private final List<Border> borders;
  private final List<Comparison> comparisons;

  RecoveryText(SweepPlan plan, List<PointResult> results) {
    borders = borders(plan, results);
    comparisons = plan.heading().published().stream().map(p -> Comparison.of(p, results)).toList();
  }

  private static List<Border> borders(SweepPlan plan, List<PointResult> results) {
    boolean mapped =
        plan.heading().recovery().isPresent()
            && plan.axes().stream().anyMatch(a -> a.name().equals(Border.AXIS));
    List<Border> all = new ArrayList<>();
    if (mapped) {
      for (Rule rule : Rule.of(plan.heading().recovery().get())) {
        all.addAll(Border.of(results, Border.AXIS, rule));
      }
    }
    return all;
  }

  void print(Console console) {
    if (!borders.isEmpty()) {
      TextTable table = new TextTable("  rule", "with", "between", "from", "to");
      borders.stream()
          .limit(MOST_ROWS)
          .forEach(
              b ->
                  table.row(
                      "  " + b.rule().text(),
                      with(b),
                      number(b.from()) + " and " + number(b.to()),
                      b.before(),
                      b.after()));
      console.print(table);
      if (borders.size() > MOST_ROWS) {
        console.print("  and " + (borders.size() - MOST_ROWS) + " more; see --json");
      }
    }
    if (!comparisons.isEmpty()) {
      TextTable table = new TextTable("  published", "reads", "there", "here", "", "");
      comparisons.forEach(
          c ->
              table.row(
                  "  " + c.published().source(),
                  reads(c),
                  number(c.published().value()),
                  c.oursText(),
                  c.verdict().name(),
                  c.reason()));
      console.print(table);
    }
  }

  private static String reads(Comparison comparison) {
    return comparison.published().reads().name().toLowerCase(Locale.ROOT);
  }

  private static String with(Border border) {
    return border.with().entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue().text())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value).replaceFirst("\\.?0+$", "");
  }

  /** Adds what there is to a document. */
  void tell(Map<String, Object> document) {
    document.put("borders", borders.stream().map(RecoveryText::json).toList());
    document.put("published", comparisons.stream().map(RecoveryText::json).toList());
  }

  private static Map<String, Object> json(Border border) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("rule", border.rule().kind().key());
    map.put(
        "horizon",
        border.rule().horizon().isPresent() ? border.rule().horizon().getAsDouble() : null);
    Map<String, Object> with = new LinkedHashMap<>();
    border.with().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> with.put(e.getKey(), e.getValue().text()));
    map.put("with", with);
    map.put("axis", Border.AXIS);
    map.put("from", border.from());
    map.put("to", border.to());
    map.put("before", border.before());
    map.put("after", border.after());
    return map;
  }

  private static Map<String, Object> json(Comparison comparison) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("source", comparison.published().source());
    map.put("reads", reads(comparison));
    map.put("published", comparison.published().value());
    map.put("ours", comparison.ours());
    map.put("verdict", comparison.verdict().name());
    map.put("reason", comparison.reason().isEmpty() ? null : comparison.reason());
    return map;
  }
}
