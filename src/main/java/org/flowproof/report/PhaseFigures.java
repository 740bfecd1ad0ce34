package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flowproof.check.outcome.Ending;
import org.flowproof.sweep.threshold.Series;

/**
 * Phase diagrams: a grid of cells, shaded by the share of an ending, with the share in per cent
 * printed in them. One series gives one diagram with a row for each ending; several series give a
 * diagram for each ending with a row for each series.
 */
final class PhaseFigures {
  /** Width and height of all cells together, and of one at most, in millimetres. */
  private static final double WIDE = 112;

  private static final double HALF = 48;
  private static final double LARGEST = 13;
  private static final double HEIGHT = 150;

  /** More columns do not fit into half of a line. */
  private static final int MOST_IN_HALF = 9;

  private final SweepDocument document;

  PhaseFigures(SweepDocument document) {
    this.document = document;
  }

  List<Figure> all() {
    List<Figure> out = new ArrayList<>();
    if (document.series().size() == 1) {
      Series one = document.series().get(0);
      List<Row> rows =
          document.endings().stream().map(e -> new Row(SweepDocument.brief(e), one, e)).toList();
      out.add(figure("phase", rows, "", true, "Share of each ending among the runs, in per cent."));
      return out;
    }
    for (String ending : document.endings()) {
      List<Row> rows = document.series().stream().map(s -> new Row(label(s), s, ending)).toList();
      out.add(
          figure(
              "phase-" + ending.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
              rows,
              axisLabel(),
              one().sizes().size() > MOST_IN_HALF,
              "Share of the runs that end at \\emph{"
                  + SweepDocument.words(ending)
                  + "}"
                  + (ending.equals(Ending.UNKNOWN.name()) ? " (not decided)" : "")
                  + ", in per cent."));
    }
    return out;
  }

  private record Row(String label, Series series, String ending) {}

  private Series one() {
    return document.series().get(0);
  }

  /** The symbols of the axes that tell the rows apart. */
  private String axisLabel() {
    return document.facets().stream()
        .map(a -> "$" + SweepDocument.symbol(a.name()) + "$")
        .collect(Collectors.joining(", "));
  }

  private String label(Series one) {
    return document.facets().stream()
        .map(a -> SweepDocument.value(one.fixed().get(a.name())))
        .collect(Collectors.joining(", "));
  }

  private Figure figure(String name, List<Row> rows, String label, boolean wide, String caption) {
    int columns = one().sizes().size();
    CsvTable known = table();
    CsvTable unknown = table();
    boolean anyKnown = false;
    boolean anyUnknown = false;
    for (int r = 0; r < rows.size(); r++) {
      Row row = rows.get(r);
      boolean open = row.ending().equals(Ending.UNKNOWN.name());
      for (int i = 0; i < columns; i++) {
        int runs = row.series().at(i).size();
        if (runs > 0) {
          long count =
              row.series().at(i).stream().filter(x -> x.verdict().equals(row.ending())).count();
          double share = (double) count / runs;
          (open ? unknown : known)
              .add(
                  i + 1,
                  r + 1,
                  row.series().sizes().get(i),
                  runs,
                  (double) count,
                  share,
                  100 * share);
          anyKnown |= !open;
          anyUnknown |= open;
        }
      }
    }
    Map<String, CsvTable> tables = new LinkedHashMap<>();
    List<Map<String, String>> plots = new ArrayList<>();
    if (anyKnown) {
      tables.put(name + ".csv", known);
      plots.add(Map.of("file", name + ".csv", "map", "fpshare"));
    }
    if (anyUnknown) {
      String file = anyKnown ? name + "-open.csv" : name + ".csv";
      tables.put(file, unknown);
      plots.add(Map.of("file", file, "map", "fpopen"));
    }
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("plots", plots);
    double cell = Math.min(LARGEST, (wide ? WIDE : HALF) / columns);
    model.put("width", Numbers.shortened(cell, 4));
    model.put("height", Numbers.shortened(Math.min(6, HEIGHT / rows.size()), 4));
    model.put("columns", Integer.toString(columns));
    model.put("rows", Integer.toString(rows.size()));
    model.put("xlabel", "$" + SweepDocument.symbol(document.question().axis()) + "$");
    model.put("ylabel", label);
    model.put("sizes", one().sizes().stream().map(s -> Numbers.num(s, 6)).toList());
    model.put("labels", rows.stream().map(Row::label).toList());
    return new Figure(name, "sweep-phase.ftl", model, tables, caption, wide);
  }

  private static CsvTable table() {
    return new CsvTable(List.of("column", "row", "size", "runs", "count", "share", "percent"));
  }
}
