package org.flowproof.sweep.threshold;

import java.util.ArrayList;
import java.util.List;

/** Outcome tables for tests. */
final class Tables {
  private Tables() {}

  /** A row for each text: + reached, - missed, ? unknown, a blank absent. */
  static OutcomeTable of(List<Double> sizes, String... rows) {
    List<List<Reading>> readings = new ArrayList<>();
    for (String row : rows) {
      readings.add(
          row.chars()
              .mapToObj(
                  c ->
                      switch (c) {
                        case '+' -> Reading.REACHED;
                        case '-' -> Reading.MISSED;
                        case '?' -> Reading.UNKNOWN;
                        default -> Reading.ABSENT;
                      })
              .toList());
    }
    return new OutcomeTable(sizes, readings);
  }

  /** The first so many of so many seeds reach the ending at each size. */
  static OutcomeTable counts(List<Double> sizes, int seeds, int... reached) {
    String[] rows = new String[reached.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = "+".repeat(reached[i]) + "-".repeat(seeds - reached[i]);
    }
    return of(sizes, rows);
  }
}
