package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.threshold.Crossing;
import org.flowproof.sweep.threshold.Growth;
import org.flowproof.sweep.threshold.SampleThreshold;
import org.flowproof.sweep.threshold.Series;

/** Thresholds against the other numeric axes of a sweep, such as the dimension or the scale. */
final class ThresholdFigures {
  private static final String DIMENSION = "dimension";

  private static final List<String> STYLES =
      List.of(
          "fpblue, mark=*",
          "fporange, mark=square*",
          "fpgreen, mark=triangle*",
          "fppurple, mark=diamond*",
          "black, mark=o",
          "fpgrey, mark=square");

  private final SweepDocument document;
  private final SweepThresholds thresholds;

  ThresholdFigures(SweepDocument document, SweepThresholds thresholds) {
    this.document = document;
    this.thresholds = thresholds;
  }

  List<Figure> all() {
    List<Figure> out = new ArrayList<>();
    for (Axis axis : document.facets()) {
      boolean positive = axis.numbers().map(all -> all.stream().allMatch(v -> v > 0)).orElse(false);
      if (positive) {
        out.add(figure(axis));
      }
    }
    return out;
  }

  private Figure figure(Axis axis) {
    String name = "threshold-" + axis.name();
    SweepThresholds.Question question = thresholds.questions().get(0);
    List<Axis> others = document.facets().stream().filter(a -> !a.equals(axis)).toList();
    Map<String, CsvTable> tables = new LinkedHashMap<>();
    List<Map<String, Object>> plots = new ArrayList<>();
    for (List<Series> group : document.grouped(others).values()) {
      if (plots.size() == STYLES.size()) {
        break;
      }
      String file = name + "-" + (plots.size() + 1) + ".csv";
      CsvTable table =
          new CsvTable(
              List.of("value", "threshold", "below", "above", "at_most", "more_than", "fit"));
      Growth growth =
          axis.name().equals(DIMENSION)
              ? thresholds.growth(group, question)
              : new Growth.NotFitted("");
      List<double[]> rows =
          group.stream()
              .map(one -> row(one, axis, thresholds.threshold(one, question), growth))
              .toList();
      rows.forEach(table::add);
      tables.put(file, table);
      Map<String, Object> plot = new LinkedHashMap<>();
      plot.put("file", file);
      plot.put("style", STYLES.get(plots.size()));
      plot.put("legend", others.isEmpty() ? "" : document.name(group.get(0), others));
      plot.put("fit", growth instanceof Growth.Line);
      plot.put("crossed", some(rows, 1));
      plot.put("below", some(rows, 4));
      plot.put("above", some(rows, 5));
      plots.add(plot);
    }
    String rest =
        document.grouped(others).size() > STYLES.size()
            ? " Drawn are the first " + STYLES.size() + " groups of runs."
            : "";
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("plots", plots);
    model.put("legend", !others.isEmpty());
    model.put("xlabel", "$" + SweepDocument.symbol(axis.name()) + "$");
    model.put("ylabel", "$" + SweepDocument.symbol(document.question().axis()) + "^\\ast$");
    model.put("ticks", LossFigures.ticks(axis.numbers().orElseThrow().stream().sorted().toList()));
    model.put("levels", LossFigures.ticks(document.series().get(0).sizes()));
    return new Figure(
        name, "sweep-threshold.ftl", model, tables, caption(axis, question) + rest, false);
  }

  private static boolean some(List<double[]> rows, int column) {
    return rows.stream().anyMatch(row -> !Double.isNaN(row[column]));
  }

  private double[] row(Series one, Axis axis, SampleThreshold threshold, Growth growth) {
    double value = one.fixed().get(axis.name()).number().orElseThrow();
    double[] row = {value, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    threshold
        .estimate()
        .ifPresent(
            c -> {
              row[1 + (c.kind() == Crossing.Kind.AT ? 0 : 3)] = c.n();
              if (c.kind() == Crossing.Kind.ABOVE) {
                row[5] = c.n();
                row[4] = Double.NaN;
              }
            });
    if (threshold.crosses()) {
      SampleThreshold.Ends ends = threshold.bootstrap().orElseThrow();
      List<Double> sizes = one.sizes();
      boolean open = ends.lower().kind() == Crossing.Kind.AT_MOST;
      double low = open ? sizes.get(0) : ends.lower().n();
      boolean beyond = ends.upper().kind() == Crossing.Kind.ABOVE;
      double high = beyond ? sizes.get(sizes.size() - 1) : ends.upper().n();
      row[2] = Math.max(0, row[1] - low);
      row[3] = Math.max(0, high - row[1]);
    }
    if (growth instanceof Growth.Line line) {
      row[6] = line.at(value);
    }
    return row;
  }

  private String caption(Axis axis, SweepThresholds.Question question) {
    return "The threshold of "
        + SweepDocument.words(question.ending())
        + " against $"
        + SweepDocument.symbol(axis.name())
        + "$ with bootstrap intervals, cut at the values of the grid. Hollow triangles:"
        + " at most (pointing down) or above (pointing up) this value."
        + (axis.name().equals(DIMENSION) ? " Thin lines: fitted powers of $d$." : "");
  }
}
