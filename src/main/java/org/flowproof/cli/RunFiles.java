package org.flowproof.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flowproof.check.Series;
import org.flowproof.check.SeriesSampler;
import org.flowproof.flow.Event;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.Located;
import org.flowproof.problem.Plot;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.json.Json;
import org.flowproof.report.CsvTable;
import org.flowproof.report.Staging;

/** The files that describe a run: CSV with a JSON comment in the first line, and one JSON file. */
final class RunFiles {
  static final String MARKER = "run.json";
  static final String EVENT_HEADER = "t,neuron,sample,kind,direction,timeError\n";
  private static final List<String> STANDARD = List.of("loss", "N", "gradNorm2");
  private static final int GRID_POINTS = 1000;

  private final CaseFile file;
  private final Trajectory trajectory;

  RunFiles(CaseFile file, Trajectory trajectory) {
    this.file = file;
    this.trajectory = trajectory;
  }

  /** The content of {@code run.json}. */
  static Map<String, Object> description(CaseFile file, Trajectory trajectory, int exitCode) {
    Problem problem = trajectory.problem();
    Map<String, Object> map = new LinkedHashMap<>(ResultJson.document("run", exitCode));
    map.put("case", file.id());
    map.put("title", file.title());
    map.put("samples", problem.data().n());
    map.put("inputs", problem.data().d());
    map.put("width", problem.network().width());
    map.put("data", problem.data().origin());
    map.put("initialization", problem.initialOrigin());
    map.put("run", ResultJson.run(IntegratorChoice.of(file), trajectory));
    return map;
  }

  /**
   * Writes everything; a reader of the directory sees the old files or the new ones.
   *
   * @param exitCode of the command, for {@code run.json}
   * @return the files, relative to the directory
   * @throws IOException when the directory holds something else, or cannot be written
   */
  List<Path> write(Path directory, int exitCode) throws IOException {
    Map<String, String> files = new TreeMap<>();
    files.put(MARKER, Json.text(description(file, trajectory, exitCode)));
    List<Double> steps = trajectory.stepTimes();
    List<Double> lines = WeightTimes.of(steps, columns());
    String about =
        lines.size() == steps.size()
            ? "weights at the accepted steps"
            : "weights at " + lines.size() + " of " + steps.size() + " accepted steps";
    files.put("trajectory.csv", comment(file, about) + weights(lines).text());
    files.put("events.csv", comment(file, "events in order of time") + events());
    SeriesSampler sampler = new SeriesSampler(trajectory);
    Vec times = sampler.grid(GRID_POINTS);
    List<Series> standard = new ArrayList<>();
    for (String name : STANDARD) {
      standard.addAll(sampler.sample(plot(name), times, 1));
    }
    files.put(
        "observables.csv", comment(file, "observables over time") + table(standard, times).text());
    int number = 1;
    for (Plot plot : file.plots()) {
      List<Series> series = sampler.sample(plot, times, Integer.MAX_VALUE);
      files.put(
          "figure-" + number++ + ".csv", comment(file, plot.title()) + table(series, times).text());
    }
    try (Staging staging = Staging.open(directory, MARKER)) {
      for (Map.Entry<String, String> entry : files.entrySet()) {
        staging.write(entry.getKey(), entry.getValue());
      }
      staging.commit();
    }
    return files.keySet().stream().map(Path::of).toList();
  }

  /** One comment line; JSON escapes line breaks inside texts, so those between are layout. */
  static String comment(CaseFile file, String about) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("schema", "flowproof/run-table/1");
    map.put("case", file.id());
    map.put("about", about);
    map.put("initialization", file.problem().initialOrigin());
    return "# " + Json.text(map).replaceAll("\n *", " ").strip() + "\n";
  }

  private int columns() {
    Problem problem = trajectory.problem();
    return 1 + problem.network().width() * (1 + problem.data().d());
  }

  private CsvTable weights(List<Double> times) {
    int m = trajectory.problem().network().width();
    int d = trajectory.problem().data().d();
    List<String> header = new ArrayList<>(List.of("t"));
    for (int j = 1; j <= m; j++) {
      header.add("a[" + j + "]");
    }
    for (int j = 1; j <= m; j++) {
      for (int i = 1; i <= d; i++) {
        header.add("w[" + j + "." + i + "]");
      }
    }
    CsvTable table = new CsvTable(header);
    for (double time : times) {
      State state = trajectory.at(time);
      double[] row = new double[header.size()];
      row[0] = time;
      for (int j = 0; j < m; j++) {
        row[1 + j] = state.a(j);
        for (int i = 0; i < d; i++) {
          row[1 + m + j * d + i] = state.w(j, i);
        }
      }
      table.add(row);
    }
    return table;
  }

  private String events() {
    StringBuilder text = new StringBuilder(EVENT_HEADER);
    for (Event event : trajectory.events()) {
      text.append(line(event));
    }
    return text.toString();
  }

  /** One line of the table of events. */
  static String line(Event event) {
    return event.time()
        + ","
        + event.neuron()
        + ","
        + event.sample()
        + ","
        + event.kind()
        + ","
        + event.direction()
        + ","
        + event.timeError()
        + "\n";
  }

  private Plot plot(String name) {
    return new Plot(
        name,
        new Located(name, file.path(), 0, ""),
        Plot.Per.NONE,
        Plot.Scale.LINEAR,
        Optional.empty());
  }

  private static CsvTable table(List<Series> all, Vec times) {
    List<String> header = new ArrayList<>(List.of("t"));
    List<Map<Double, Double>> columns = new ArrayList<>();
    for (Series series : all) {
      header.add(name(series));
      Map<Double, Double> column = new HashMap<>();
      for (int i = 0; i < series.times().length(); i++) {
        column.put(series.times().get(i), series.values().get(i));
      }
      columns.add(column);
    }
    CsvTable table = new CsvTable(header);
    for (double time : times.toArray()) {
      double[] row = new double[header.size()];
      row[0] = time;
      for (int i = 0; i < columns.size(); i++) {
        row[1 + i] = columns.get(i).getOrDefault(time, Double.NaN);
      }
      table.add(row);
    }
    return table;
  }

  private static String name(Series series) {
    String indices =
        new TreeMap<>(series.indices())
            .entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    return series.formula() + (indices.isEmpty() ? "" : " at " + indices);
  }
}
