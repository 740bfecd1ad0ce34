package org.flowproof.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flowproof.check.outcome.Ending;
import org.flowproof.check.outcome.Variation;
import org.flowproof.check.recovery.Recovery;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.ThresholdQuestion;
import org.flowproof.sweep.plan.SweepPlan;
import org.flowproof.sweep.run.Sweeper;
import org.flowproof.sweep.run.Tally;

/** A sweep before and after it is run, for people and as JSON. */
final class SweepText {
  private static final int MOST_FAILURES = 10;

  private final SweepPlan plan;
  private final Console console;

  SweepText(SweepPlan plan, Console console) {
    this.plan = plan;
    this.console = console;
  }

  /** What a run would do. */
  void planned(Map<Integer, PointResult> results, List<Point> left, boolean json) {
    Set<String> open = left.stream().map(Point::identity).collect(Collectors.toSet());
    if (json) {
      Map<String, Object> document = head(ExitCode.OK);
      document.put("dryRun", true);
      document.put("left", left.size());
      List<Object> points = new ArrayList<>();
      for (Point point : plan.points()) {
        Map<String, Object> map = SweepJson.point(point);
        map.put("run", open.contains(point.identity()));
        points.add(map);
      }
      document.put("results", points);
      console.json(document);
      return;
    }
    heading();
    for (Point point : plan.points()) {
      PointResult result = results.get(point.index());
      String state =
          open.contains(point.identity()) ? "to run" : result == null ? "" : word(result);
      console.print("  " + point.index() + "  " + point.label() + "  " + state);
    }
    console.print("  " + left.size() + " of " + plan.points().size() + " points to run");
  }

  /** What there is at the end of a run. */
  void finished(Sweeper.Summary summary, int code, List<Path> files, boolean json) {
    List<PointResult> results = summary.table().results();
    failures(results);
    Tally tally = summary.tally();
    if (json) {
      Map<String, Object> document = head(code);
      document.put("points", tally.points());
      document.put("finished", tally.finished());
      document.put("undecided", tally.undecided());
      document.put("results", results.stream().map(SweepJson::result).toList());
      new RecoveryText(plan, results).tell(document);
      document.put("files", files.stream().map(Path::toString).toList());
      console.json(document);
      return;
    }
    heading();
    console.print(
        "  "
            + tally.points()
            + " points: "
            + tally.judged()
            + " computed, "
            + tally.before()
            + " kept, "
            + tally.left()
            + " left; "
            + tally.undecided()
            + " undecided");
    console.print(counts(results));
    new RecoveryText(plan, results).print(console);
    files.forEach(file -> console.print("  " + file));
    if (tally.left() > 0) {
      boolean known = results.size() == tally.points();
      console.error(
          known
              ? "interrupted; " + tally.left() + " points keep their earlier results"
              : "interrupted; the same command goes on with the " + tally.left() + " left");
    }
  }

  private void heading() {
    SweepPlan.Heading heading = plan.heading();
    console.print(heading.id() + (heading.quick() ? " (quick)" : "") + ": " + heading.title());
    for (Axis axis : plan.axes()) {
      String values =
          axis.values().size() <= 8
              ? axis.values().stream().map(AxisValue::text).collect(Collectors.joining(", "))
              : axis.values().get(0)
                  + ", "
                  + axis.values().get(1)
                  + ", ..., "
                  + axis.values().get(axis.values().size() - 1)
                  + " ("
                  + axis.values().size()
                  + " values)";
      console.print("  " + axis.name() + ": " + values);
    }
  }

  /** Verdicts counted along the axis of the threshold, or else the first one. */
  private TextTable counts(List<PointResult> results) {
    String along =
        plan.heading().threshold().map(ThresholdQuestion::axis).orElse(plan.axes().get(0).name());
    Set<String> words = new LinkedHashSet<>();
    if (plan.heading().recovery().isPresent()) {
      Arrays.stream(Recovery.Verdict.values()).forEach(v -> words.add(v.name()));
    } else {
      Arrays.stream(Ending.values()).forEach(e -> words.add(e.name()));
    }
    List<String> verdicts =
        new ArrayList<>(
            words.stream().filter(w -> results.stream().anyMatch(r -> word(r).equals(w))).toList());
    for (PointResult.Status status : PointResult.Status.values()) {
      if (results.stream().anyMatch(r -> word(r).equals(status.name()))) {
        verdicts.add(status.name());
      }
    }
    List<String> header = new ArrayList<>(List.of("  " + along));
    header.addAll(verdicts);
    TextTable table = new TextTable(header.toArray(String[]::new));
    Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    plan.axes().stream()
        .filter(axis -> axis.name().equals(along))
        .flatMap(axis -> axis.values().stream())
        .forEach(value -> counts.put(value.text(), new TreeMap<>()));
    for (PointResult result : results) {
      counts
          .computeIfAbsent(result.point().value(along).text(), value -> new TreeMap<>())
          .merge(word(result), 1, Integer::sum);
    }
    List<String> values = new ArrayList<>(counts.keySet());
    if (results.stream().allMatch(r -> r.point().value(along).number().isPresent())) {
      // points of a refined grid come last
      values.sort(Comparator.comparingDouble(Double::parseDouble));
    }
    values.forEach(
        value -> {
          Map<String, Integer> row = counts.get(value);
          List<String> cells = new ArrayList<>(List.of("  " + value));
          verdicts.forEach(verdict -> cells.add(String.valueOf(row.getOrDefault(verdict, 0))));
          table.row(cells.toArray(String[]::new));
        });
    return table;
  }

  private void failures(List<PointResult> results) {
    List<PointResult> failed =
        results.stream().filter(r -> r.status() != PointResult.Status.DONE).toList();
    failed.stream()
        .limit(MOST_FAILURES)
        .forEach(
            r ->
                console.error(
                    "point " + r.point().index() + " (" + r.point().label() + "): " + r.failure()));
    if (failed.size() > MOST_FAILURES) {
      console.error("and " + (failed.size() - MOST_FAILURES) + " more; see points.csv");
    }
  }

  private static String word(PointResult result) {
    return result.status() == PointResult.Status.DONE ? result.verdict() : result.status().name();
  }

  private Map<String, Object> head(int code) {
    Map<String, Object> map = new LinkedHashMap<>(ResultJson.document("sweep", code));
    map.put("sweep", plan.heading().id());
    map.put("title", plan.heading().title());
    map.put("quick", plan.heading().quick());
    map.put("variations", plan.heading().variations().stream().map(Variation::key).toList());
    map.put("code", plan.version());
    map.put("axes", plan.axes().stream().map(SweepJson::axis).toList());
    return map;
  }
}
