package org.flowproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.flowproof.problem.data.CsvCell;

/** A table of numbers under named columns, written so that pgfplots and spreadsheets read it. */
public final class CsvTable {
  private final List<String> header;
  private final List<double[]> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param header column names, at least one
   */
  public CsvTable(List<String> header) {
    this.header = List.copyOf(header);
  }

  /** Appends a row with one number for each column. */
  public void add(double... row) {
    if (row.length != header.size()) {
      throw new IllegalArgumentException(row.length + " numbers for " + header.size() + " columns");
    }
    rows.add(row.clone());
  }

  int rowCount() {
    return rows.size();
  }

  /** The file's content. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append(line(header));
    for (double[] row : rows) {
      out.append(line(row));
    }
    return out.toString();
  }

  /** One line of texts, such as the header, with its end. */
  public static String line(List<String> cells) {
    return cells.stream().map(CsvTable::cell).collect(Collectors.joining(",")) + "\n";
  }

  /** One line of numbers with its end. */
  public static String line(double... row) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      out.append(i == 0 ? "" : ",").append(Numbers.exact(row[i]));
    }
    return out.append('\n').toString();
  }

  /** A text cell that no spreadsheet takes for a formula. */
  static String cell(String text) {
    return CsvCell.text(text);
  }
}
