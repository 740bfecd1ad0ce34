package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a figure of curves or marks that are given point by point, each with its own abscissae.
 */
final class Points {
  private final String name;
  private final String xLabel;
  private final String yLabel;
  private final List<List<Point>> series = new ArrayList<>();
  private final List<Map<String, String>> plots = new ArrayList<>();
  private String extra = "";

  /** A point of the plane; coordinates that do not exist leave a gap. */
  record Point(double x, double y) {}

  /**
   * Nothing yet.
   *
   * @param name of the figure and its files
   * @param xLabel LaTeX
   * @param yLabel LaTeX
   */
  Points(String name, String xLabel, String yLabel) {
    this.name = name;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
  }

  /** Further axis options for pgfplots, each ending with a comma. */
  Points options(String options) {
    extra = options;
    return this;
  }

  /**
   * Adds a series.
   *
   * @param key of its columns in the CSV file, {@code key_x} and {@code key_y}; letters, digits,
   *     underscore
   * @param style options for pgfplots
   * @param legend LaTeX; empty for none
   */
  Points add(String key, String style, String legend, List<Point> points) {
    plots.add(Map.of("key", key, "style", style, "legend", legend));
    series.add(List.copyOf(points));
    return this;
  }

  /** Draws what was added. */
  Figure figure(String caption) {
    List<String> columns = new ArrayList<>();
    plots.forEach(p -> columns.addAll(List.of(p.get("key") + "_x", p.get("key") + "_y")));
    CsvTable table = new CsvTable(columns);
    int rows = series.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < rows; i++) {
      double[] row = new double[columns.size()];
      for (int s = 0; s < series.size(); s++) {
        boolean there = i < series.get(s).size();
        row[2 * s] = there ? series.get(s).get(i).x() : Double.NaN;
        row[2 * s + 1] = there ? series.get(s).get(i).y() : Double.NaN;
      }
      table.add(row);
    }
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("file", name + ".csv");
    model.put("xlabel", xLabel);
    model.put("ylabel", yLabel);
    model.put("extra", extra);
    model.put("plots", plots);
    return new Figure(name, "points.ftl", model, Map.of(name + ".csv", table), caption, false);
  }
}
