package org.flowproof.report;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.check.margins.MarginReading;

/** Readings of margins and stable ranks as CSV, one line for each time. */
public final class MarginsTable {
  private MarginsTable() {}

  /**
   * The table with its header; a number that does not exist is {@code nan}.
   *
   * @param readings at least one, of one problem
   */
  public static String of(List<MarginReading> readings) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "t",
                "time",
                "log_loss",
                "t_loss",
                "norm",
                "rank_positive",
                "rank_negative",
                "rank_whole"));
    for (int k = 1; k <= readings.get(0).margins().size(); k++) {
      columns.add("margin_" + k);
    }
    CsvTable table = new CsvTable(columns);
    for (MarginReading reading : readings) {
      double[] row = new double[columns.size()];
      row[0] = reading.t();
      row[1] = reading.time();
      row[2] = reading.logLoss();
      row[3] = reading.scaledLoss();
      row[4] = reading.norm();
      row[5] = reading.ranks().positive().value();
      row[6] = reading.ranks().negative().value();
      row[7] = reading.ranks().whole().value();
      for (int k = 0; k < reading.margins().size(); k++) {
        row[8 + k] = reading.margins().get(k);
      }
      table.add(row);
    }
    return table.text();
  }
}
