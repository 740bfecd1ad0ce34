package org.flowproof.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.flowproof.check.outcome.Variation;
import org.flowproof.problem.data.CsvCell;

/**
 * A table of results as comma-separated text, one line for each point that has one. What changes
 * from one computation to the next, such as times, is left out: equal results give equal text.
 */
public final class PointsCsv {
  private PointsCsv() {}

  /** A name as a column: {@code distance.half} becomes {@code distance_half}. */
  public static String column(String name) {
    return name.replaceAll("[^A-Za-z0-9_]", "_");
  }

  /** A number as it stands in files: reads back to the same double; {@code nan}, {@code inf}. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value).replace("Infinity", "inf").toLowerCase(Locale.ROOT);
    }
    return AxisValue.of(value).text();
  }

  /** The text with its header line; numbers that a point does not have are empty. */
  public static String of(SweepTable table) {
    SortedSet<String> numbers = new TreeSet<>();
    table.results().forEach(result -> numbers.addAll(result.numbers().keySet()));
    StringBuilder text = new StringBuilder();
    text.append(header(table, numbers));
    table.results().forEach(result -> text.append(line(table, result, numbers)));
    return text.toString();
  }

  private static String header(SweepTable table, SortedSet<String> numbers) {
    List<String> cells = new ArrayList<>(List.of("point"));
    table.axes().forEach(axis -> cells.add(axis.column()));
    cells.addAll(List.of("status", "verdict", "ending", "trusted"));
    for (Variation variation : Variation.values()) {
      cells.add("rerun_" + variation.key());
    }
    numbers.forEach(name -> cells.add(column(name)));
    cells.addAll(List.of("reason", "failure"));
    return String.join(",", cells) + "\n";
  }

  private static String line(SweepTable table, PointResult result, SortedSet<String> numbers) {
    List<String> cells = new ArrayList<>(List.of(Integer.toString(result.point().index())));
    for (Axis axis : table.axes()) {
      AxisValue value = result.point().value(axis.name());
      // a number may begin with a minus sign and is no formula
      cells.add(value.number().isPresent() ? value.text() : CsvCell.text(value.text()));
    }
    boolean done = result.status() == PointResult.Status.DONE;
    cells.add(result.status().name());
    cells.add(done ? result.verdict() : "");
    cells.add(CsvCell.text(result.ending()));
    cells.add(Boolean.toString(result.trusted()));
    for (Variation variation : Variation.values()) {
      cells.add(CsvCell.text(result.reruns().getOrDefault(variation.key(), "")));
    }
    for (String name : numbers) {
      Double value = result.numbers().get(name);
      cells.add(value == null ? "" : number(value));
    }
    cells.add(CsvCell.text(result.reason()));
    cells.add(CsvCell.text(result.failure()));
    return String.join(",", cells) + "\n";
  }
}
