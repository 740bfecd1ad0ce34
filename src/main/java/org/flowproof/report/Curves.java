package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Builds a figure of curves over time, or over another number. */
final class Curves {
  private final String name;
  private final String yLabel;
  private final boolean logarithmic;
  private final List<String> columns = new ArrayList<>(List.of("t"));
  private final List<DoubleUnaryOperator> functions = new ArrayList<>();
  private final List<Map<String, String>> plots = new ArrayList<>();
  private String extra = "";

  /**
   * No curves yet.
   *
   * @param name of the figure and its files
   * @param yLabel LaTeX
   */
  Curves(String name, String yLabel, boolean logarithmic) {
    this.name = name;
    this.yLabel = yLabel;
    this.logarithmic = logarithmic;
  }

  /**
   * Adds a curve.
   *
   * @param column name in the CSV file; letters, digits, underscore
   * @param style options for pgfplots
   * @param legend LaTeX; empty for none
   */
  Curves add(String column, String style, String legend, DoubleUnaryOperator function) {
    columns.add(column);
    functions.add(function);
    plots.add(Map.of("column", column, "style", style, "legend", legend));
    return this;
  }

  /** Further axis options for pgfplots, each ending with a comma. */
  Curves options(String options) {
    extra = options;
    return this;
  }

  /** Names the column of what the curves are over, in place of the time t. */
  Curves over(String column) {
    columns.set(0, column);
    return this;
  }

  boolean isEmpty() {
    return functions.isEmpty();
  }

  /** Evaluates all curves on the times. */
  Figure on(double[] times, String caption) {
    CsvTable table = new CsvTable(columns);
    for (double t : times) {
      double[] row = new double[columns.size()];
      row[0] = t;
      for (int i = 0; i < functions.size(); i++) {
        row[i + 1] = functions.get(i).applyAsDouble(t);
      }
      table.add(row);
    }
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("file", name + ".csv");
    model.put("over", columns.get(0));
    model.put("ylabel", yLabel);
    model.put("log", logarithmic);
    model.put("end", Numbers.shortened(times[times.length - 1], 12));
    model.put("plots", plots);
    model.put("legend", plots.stream().anyMatch(p -> !p.get("legend").isEmpty()));
    model.put("extra", extra);
    return new Figure(name, "curves.ftl", model, Map.of(name + ".csv", table), caption, false);
  }
}
