package org.flowproof.bench.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.bench.page.Measured.Point;

/** The table of ratios as CSV and as a LaTeX fragment. */
final class RatioTable {
  /** Solvers by the name in the files, in the order of the tables. */
  static final Map<String, String> NAMES = names();

  private final Results results;

  RatioTable(Results results) {
    this.results = results;
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("rk45", "SciPy RK45");
    names.put("dop853", "SciPy DOP853");
    names.put("erk5", "SUNDIALS ERK5");
    names.put("erk8", "SUNDIALS ERK8");
    names.put("cvode-bdf", "SUNDIALS BDF");
    names.put("descent", "PyTorch descent");
    names.put("reference", "reference");
    names.put("structured", "structured");
    names.put("structured-2", "structured, 2 threads");
    names.put("structured_error", "structured, with error estimate");
    return Collections.unmodifiableMap(names);
  }

  /** One line for each peer and point. */
  String csv() {
    StringBuilder text =
        new StringBuilder(
            CsvRows.line(
                "n",
                "m",
                "T",
                "peer",
                "standard",
                "status",
                "t",
                "peer_cpu",
                "ours_cpu_to_T",
                "ours_cpu_to_t",
                "ratio_whole",
                "ratio_same_horizon",
                "ratio_same_horizon_wall",
                "peer_loss_error",
                "peer_state_error",
                "ours_loss_error",
                "ours_state_error"));
    for (Ratio r : Ratio.all(results)) {
      Point p = r.peer().point();
      text.append(
          CsvRows.line(
              p.n(),
              p.m(),
              p.end(),
              r.peer().method(),
              r.lossAlone() ? "loss" : "tolerance",
              r.peer().status(),
              r.peer().t(),
              r.peer().cost().cpu(),
              r.ours().cost().cpu(),
              r.oursThere().map(there -> Numbers.field(there.cost().cpu())).orElse(""),
              r.whole(),
              Numbers.field(r.sameHorizon()),
              Numbers.field(r.sameHorizonWall()),
              Numbers.field(r.peer().lossError()),
              Numbers.field(r.peer().stateError()),
              Numbers.field(r.ours().lossError()),
              Numbers.field(r.ours().stateError())));
    }
    return text.toString();
  }

  /** A tabular: two rows at most for each peer, a column for each point. */
  String latex() {
    List<Point> points = results.points("main");
    List<Ratio> ratios = Ratio.all(results);
    StringBuilder text =
        new StringBuilder(
            """
            % made by bench/run; do not edit
            % A subscript is the time to which both went, where the peer got no further.
            {\\footnotesize\\setlength{\\tabcolsep}{3pt}%
            """);
    text.append("\\begin{tabular}{@{}l").append("r".repeat(points.size())).append("@{}}\n");
    text.append("\\hfill$n=$");
    for (Point p : points) {
      text.append(Numbers.text(" & %d", p.n()));
    }
    text.append(" \\\\\n\\hfill$m=$");
    for (Point p : points) {
      text.append(Numbers.text(" & %d", p.m()));
    }
    text.append(" \\\\\n\\hline\n");
    for (Line line : lines(ratios)) {
      text.append(line.name());
      for (Point p : points) {
        text.append(" & ");
        ratios.stream()
            .filter(r -> r.isOf(p, line.method(), line.lossAlone()))
            .findFirst()
            .ifPresent(
                r ->
                    text.append(cell(r, "$\\geq$\\,", "$%s_{%s}$"))
                        .append(disagrees(r) ? "\\rlap{$^\\dagger$}" : ""));
      }
      text.append(" \\\\\n");
    }
    return text.append("\\end{tabular}}\n").toString();
  }

  /** A row of the tables. */
  record Line(String name, String method, boolean lossAlone) {}

  /** The rows for which there is a ratio, in the order of the tables. */
  static List<Line> lines(List<Ratio> ratios) {
    List<Line> lines = new ArrayList<>();
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      for (boolean alone : new boolean[] {false, true}) {
        if (ratios.stream()
            .anyMatch(r -> r.peer().method().equals(name.getKey()) && r.lossAlone() == alone)) {
          String shown = name.getValue() + (alone ? ", loss alone" : "");
          lines.add(new Line(shown, name.getKey(), alone));
        }
      }
    }
    return lines;
  }

  /** Whether the peer finished, but at no setting with the loss of the tight run. */
  static boolean disagrees(Ratio r) {
    return r.peer().done() && !r.peer().agrees();
  }

  /**
   * The ratio on the horizon of the peer; with the time it reached when it ran out of time, and the
   * lower bound of the whole when ours was not run to there.
   */
  static String cell(Ratio ratio, String bound, String format) {
    if (Double.isNaN(ratio.sameHorizon())) {
      return bound + Numbers.shown(ratio.whole());
    }
    String shown = Numbers.shown(ratio.sameHorizon());
    return ratio.peer().done()
        ? shown
        : Numbers.text(format, shown, Numbers.shown(ratio.peer().t()));
  }
}
