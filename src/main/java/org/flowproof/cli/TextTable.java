package org.flowproof.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of left-aligned columns, two blanks apart. */
final class TextTable {
  private static final String RESET = "\u001b[0m";

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param header column names
   */
  TextTable(String... header) {
    this.header = List.of(header);
  }

  /**
   * Appends a row; missing cells at the end are empty.
   *
   * @throws IllegalArgumentException for more cells than columns
   */
  void row(String... cells) {
    if (cells.length > header.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + header.size());
    }
    List<String> row = new ArrayList<>(Arrays.stream(cells).map(SafeText::line).toList());
    while (row.size() < header.size()) {
      row.add("");
    }
    rows.add(row);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines without trailing blanks; verdict words are coloured on request. */
  List<String> lines(boolean colour) {
    int[] widths = new int[header.size()];
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(rows);
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i);
        line.append(colour ? coloured(cell) : cell);
        line.append(" ".repeat(widths[i] - width(cell) + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static String coloured(String cell) {
    return switch (cell) {
      case "HOLDS", "PROVED", "as expected" -> "\u001b[32m" + cell + RESET;
      case "VIOLATED", "REFUTED", "DIFFERENT" -> "\u001b[31m" + cell + RESET;
      case "UNKNOWN", "PARTIAL", "NOT_APPLICABLE" -> "\u001b[33m" + cell + RESET;
      default -> cell;
    };
  }
}
