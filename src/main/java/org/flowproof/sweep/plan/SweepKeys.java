package org.flowproof.sweep.plan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flowproof.check.outcome.Variation;

/** The keys of a sweep file, section by section; the published schema lists the same ones. */
final class SweepKeys {
  static final List<String> TOP =
      List.of(
          "format",
          "sweep",
          "title",
          "notes",
          "case",
          "axes",
          "judge",
          "quick",
          "threshold",
          "published");
  static final List<String> PUBLISHED =
      List.of(
          "source", "reads", "at", "number", "verdict", "axis", "rule", "horizon", "between",
          "value", "factor", "within");
  static final List<String> BOUNDS = List.of("above", "below");
  static final List<String> JUDGE =
      Stream.concat(Arrays.stream(Variation.values()).map(Variation::key), Stream.of("recovery"))
          .toList();
  static final List<String> RECOVERY = List.of("test", "success", "at", "horizons");
  static final List<String> TEST = List.of("kind", "from", "to", "points", "seed");
  static final List<String> THRESHOLD = List.of("axis", "ending", "share");
  static final List<String> GRID = List.of("from", "to", "step", "refine");
  static final List<String> LOG_GRID = List.of("from", "to", "points", "refine");
  static final List<String> SEEDS = List.of("from", "count");

  private SweepKeys() {}

  /** Keys by the dotted path of their section; those inside {@code case} are those of cases. */
  static Map<String, List<String>> bySection() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("", TOP);
    all.put("axes", AxisKind.names());
    all.put("quick", AxisKind.names());
    all.put("judge", JUDGE);
    all.put("judge.recovery", RECOVERY);
    all.put("judge.recovery.test", TEST);
    all.put("threshold", THRESHOLD);
    return all;
  }
}
