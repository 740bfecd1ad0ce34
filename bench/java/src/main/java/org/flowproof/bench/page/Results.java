package org.flowproof.bench.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.flowproof.bench.page.Measured.Point;
import org.flowproof.bench.page.Measured.Seconds;

/**
 * The results of a bench, read from their directory. Any file may be missing; what it would have
 * told is empty then.
 */
final class Results {
  private final List<Measured> measured = new ArrayList<>();
  private final List<Measured> lossAlone = new ArrayList<>();
  private final Map<Point, Map<Double, Measured>> horizons = new LinkedHashMap<>();
  private final List<Map<String, String>> runs;
  private final List<Map<String, String>> progress;
  private final List<Map<String, String>> machine;
  private final List<Map<String, String>> rates;
  private final List<Map<String, String>> kernels;

  private Results(Path directory) throws IOException {
    progress = CsvRows.read(directory.resolve("progress.csv"));
    machine = CsvRows.read(directory.resolve("machine.csv"));
    rates = CsvRows.read(directory.resolve("rates.csv"));
    kernels = CsvRows.read(directory.resolve("kernels.csv"));
    runs = CsvRows.read(directory.resolve("runs.csv"));
    Map<List<String>, List<Map<String, String>>> chosen = new LinkedHashMap<>();
    for (Map<String, String> row : runs) {
      if (!row.get("chosen").isEmpty()) {
        List<String> key =
            List.of(row.get("point"), row.get("method"), row.get("horizon"), row.get("chosen"));
        chosen.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
      }
    }
    for (List<Map<String, String>> rows : chosen.values()) {
      Measured one = measured(rows);
      double horizon = Numbers.parse(rows.get(0).get("horizon"));
      if (Double.isNaN(horizon)) {
        (rows.get(0).get("chosen").equals("loss") ? lossAlone : measured).add(one);
      } else {
        horizons.computeIfAbsent(one.point(), any -> new LinkedHashMap<>()).put(horizon, one);
      }
    }
  }

  /** Reads a directory of results. */
  static Results read(Path directory) throws IOException {
    return new Results(directory);
  }

  private static Measured measured(List<Map<String, String>> rows) {
    Map<String, String> first = rows.get(0);
    ToDoubleFunction<String> median =
        column ->
            Numbers.median(
                rows.stream().mapToDouble(row -> Numbers.parse(row.get(column))).toArray());
    boolean done = rows.stream().allMatch(row -> row.get("status").equals("done"));
    return new Measured(
        new Point(
            first.get("point"),
            first.get("group"),
            Integer.parseInt(first.get("n")),
            Integer.parseInt(first.get("m")),
            Integer.parseInt(first.get("d")),
            Double.parseDouble(first.get("scale")),
            Double.parseDouble(first.get("end"))),
        first.get("method"),
        first.get("setting"),
        done,
        done ? "done" : rows.get(rows.size() - 1).get("status"),
        median.applyAsDouble("t"),
        new Seconds(median.applyAsDouble("solver_cpu"), median.applyAsDouble("seconds")),
        new Seconds(median.applyAsDouble("cpu"), median.applyAsDouble("wall")),
        median.applyAsDouble("others"),
        median.applyAsDouble("memory_mib"),
        // compared once: the same setting gives the same numbers
        Numbers.parse(first.get("loss")),
        Numbers.parse(first.get("loss_error")),
        Numbers.parse(first.get("state_error")),
        median.applyAsDouble("evaluations"),
        median.applyAsDouble("events"),
        rows.size(),
        first.get("version"),
        first.get("commit"));
  }

  boolean isEmpty() {
    return measured.isEmpty();
  }

  /** All of a group, in the order of the file. */
  List<Measured> group(String group) {
    return measured.stream().filter(one -> one.point().group().equals(group)).toList();
  }

  /** The points of a group, in order. */
  List<Point> points(String group) {
    return group(group).stream().map(Measured::point).distinct().toList();
  }

  Optional<Measured> of(Point point, String method) {
    return measured.stream()
        .filter(one -> one.point().equals(point) && one.method().equals(method))
        .findFirst();
  }

  /**
   * Runs of peers with a looser absolute tolerance than the one that goes with the relative one,
   * whose final loss is right all the same (or that ran out of time).
   */
  List<Measured> lossAlone() {
    return List.copyOf(lossAlone);
  }

  /** Such a run of one peer at one point. */
  Optional<Measured> lossAlone(Point point, String method) {
    return lossAlone.stream()
        .filter(one -> one.point().equals(point) && one.method().equals(method))
        .findFirst();
  }

  /** Our run to a time that a peer reached before it ran out of time. */
  Optional<Measured> atHorizon(Point point, double time) {
    return Optional.ofNullable(horizons.getOrDefault(point, Map.of()).get(time));
  }

  /** Our runs to times that peers reached, by that time. */
  Map<Double, Measured> horizons(Point point) {
    return new TreeMap<>(horizons.getOrDefault(point, Map.of()));
  }

  /**
   * The first run of one solver at one point with each of its settings, in order; single runs, not
   * medians.
   */
  List<Measured> settings(Point point, String method) {
    String version = of(point, method).map(Measured::version).orElse("");
    return runs.stream()
        .filter(row -> row.get("round").equals("0") && row.get("horizon").isEmpty())
        .filter(row -> row.get("version").equals(version))
        .filter(row -> row.get("point").equals(point.name()) && row.get("method").equals(method))
        .map(row -> measured(List.of(row)))
        .toList();
  }

  /**
   * CPU seconds of the integration until one of our integrators had reached a time, interpolated
   * between what its first run told; empty when it told nothing on both sides of that time.
   */
  OptionalDouble cpuUntil(Measured ours, double time) {
    double fromT = 0;
    double fromCpu = 0;
    for (Map<String, String> row : progress) {
      if (!tellsOf(row, ours)) {
        continue;
      }
      double t = Double.parseDouble(row.get("t"));
      double cpu = Double.parseDouble(row.get("cpu"));
      if (t >= time) {
        double share = t == fromT ? 1 : (time - fromT) / (t - fromT);
        return OptionalDouble.of(fromCpu + share * (cpu - fromCpu));
      }
      fromT = t;
      fromCpu = cpu;
    }
    return OptionalDouble.empty();
  }

  private static boolean tellsOf(Map<String, String> row, Measured ours) {
    return row.get("round").equals("0")
        && row.get("horizon").isEmpty()
        && row.get("method").equals(ours.method())
        && row.get("point").equals(ours.point().name());
  }

  /** The commits of all runs that count, in the order of the file. */
  List<String> commits() {
    return measured.stream().map(Measured::commit).distinct().toList();
  }

  List<Map<String, String>> machine() {
    return machine;
  }

  /** Operations a second of one core, by name, in 1e9. */
  Map<String, Double> rates() {
    Map<String, Double> result = new LinkedHashMap<>();
    rates.forEach(row -> result.put(row.get("name"), Numbers.parse(row.get("gflops"))));
    return result;
  }

  List<Map<String, String>> kernels() {
    return kernels;
  }
}
