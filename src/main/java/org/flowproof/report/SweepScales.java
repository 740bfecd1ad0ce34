package org.flowproof.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.flowproof.check.outcome.Variation;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.threshold.Agreement;
import org.flowproof.sweep.threshold.Interval;
import org.flowproof.sweep.threshold.Series;
import org.flowproof.sweep.threshold.Share;

/** The section on conclusions that change with the scale of the initial weights. */
final class SweepScales {
  private static final String SCALE = "scale";

  private final SweepDocument document;
  private final NumberMacros numbers;

  private SweepScales(SweepDocument document) {
    this.document = document;
    this.numbers = document.numbers();
  }

  static Map<String, Object> model(SweepDocument document) {
    SweepScales scales = new SweepScales(document);
    Map<String, Object> map = document.apparatus().model();
    map.put("along", "$" + SweepDocument.symbol(document.question().axis()) + "$");
    map.put("level", SweepResults.percent(document));
    map.put("between", scales.between());
    List<Variation> asked = List.copyOf(new TreeSet<>(document.input().variations()));
    map.put("variations", asked.stream().map(SweepScales::words).toList());
    map.put("columns", Integer.toString(2 + 3 * asked.size()));
    map.put("reruns", asked.isEmpty() ? List.of() : scales.reruns(asked));
    return map;
  }

  private static String words(Variation variation) {
    return switch (variation) {
      case SCALE -> "square of the scale";
      case TOLERANCE -> "tighter tolerance";
      case HORIZON -> "twice the time";
    };
  }

  /** Neighbouring scales of the axis, from large to small. */
  private List<Map<String, Object>> between() {
    List<Map<String, Object>> groups = new ArrayList<>();
    if (document.facets().stream().noneMatch(a -> a.name().equals(SCALE))) {
      return groups;
    }
    List<Axis> others = document.facets().stream().filter(a -> !a.name().equals(SCALE)).toList();
    for (List<Series> group : document.grouped(others).values()) {
      List<Series> falling =
          group.stream()
              .sorted(
                  Comparator.comparingDouble(
                      (Series s) -> -s.fixed().get(SCALE).number().orElseThrow()))
              .toList();
      for (int i = 1; i < falling.size(); i++) {
        Series large = falling.get(i - 1);
        Series small = falling.get(i);
        String key = "between" + (groups.size() + 1);
        List<List<String>> rows = new ArrayList<>();
        for (int s = 0; s < large.sizes().size(); s++) {
          row(key, large, s, Agreement.between(large, small, s), rows);
        }
        String name =
            (others.isEmpty() ? "" : document.name(large, others) + ": ")
                + "$\\lambda = "
                + SweepDocument.value(large.fixed().get(SCALE))
                + "$ and "
                + SweepDocument.value(small.fixed().get(SCALE));
        groups.add(Map.of("name", name, "rows", rows));
      }
    }
    return groups;
  }

  /** How many second runs end otherwise, end alike, or end nobody knows where. */
  private List<Map<String, Object>> reruns(List<Variation> asked) {
    List<Map<String, Object>> groups = new ArrayList<>();
    for (int i = 0; i < document.series().size(); i++) {
      Series one = document.series().get(i);
      List<List<String>> rows = new ArrayList<>();
      for (int s = 0; s < one.sizes().size(); s++) {
        String key = SweepDocument.key(i + 1) + "reruns" + (s + 1) + "-";
        List<String> row = new ArrayList<>();
        row.add(Numbers.num(one.sizes().get(s), 12));
        row.add(numbers.count(key + "runs", one.at(s).size()));
        for (Variation variation : asked) {
          Agreement pairs = Agreement.withReruns(one, s, variation.key());
          row.add(numbers.count(key + variation.key() + "-different", pairs.different()));
          row.add(numbers.count(key + variation.key() + "-same", pairs.same()));
          row.add(numbers.count(key + variation.key() + "-open", pairs.open()));
        }
        rows.add(row);
      }
      groups.add(Map.of("name", document.name(one), "rows", rows));
    }
    return groups;
  }

  private void row(String key, Series one, int index, Agreement pairs, List<List<String>> rows) {
    if (pairs.pairs() == 0) {
      return;
    }
    String at = key + "row" + (index + 1) + "-";
    Interval interval =
        new Share(pairs.different(), pairs.same(), pairs.open(), 0)
            .interval(document.input().estimator().confidence());
    rows.add(
        List.of(
            Numbers.num(one.sizes().get(index), 12),
            numbers.count(at + "pairs", pairs.pairs()),
            numbers.count(at + "different", pairs.different()),
            numbers.count(at + "same", pairs.same()),
            numbers.count(at + "open", pairs.open()),
            pairs.known() == 0
                ? "--"
                : numbers.real(at + "share", (double) pairs.different() / pairs.known(), 2),
            "["
                + numbers.real(at + "low", interval.lower(), 2)
                + ", "
                + numbers.real(at + "high", interval.upper(), 2)
                + "]"));
  }
}
