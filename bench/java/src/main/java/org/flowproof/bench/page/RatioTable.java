package org.flowproof.bench.page;

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
                "status",
                "t",
                "seconds",
                "ours",
                "ratio",
                "same_horizon",
                "loss_error"));
    for (Ratio r : Ratio.all(results)) {
      Point p = r.peer().point();
      text.append(
          CsvRows.line(
              p.n(),
              p.m(),
              p.end(),
              r.peer().method(),
              r.peer().status(),
              r.peer().t(),
              r.peer().seconds(),
              r.ours().seconds(),
              r.whole(),
              r.sameHorizon().isPresent() ? r.sameHorizon().getAsDouble() : "",
              Double.isNaN(r.peer().lossError()) ? "" : r.peer().lossError()));
    }
    return text.toString();
  }

  /** A tabular: a row for each peer, a column for each point. */
  String latex() {
    List<Point> points = results.points("main");
    List<Ratio> ratios = Ratio.all(results);
    StringBuilder text = new StringBuilder("% made by bench/run; do not edit\n");
    text.append("\\begin{tabular}{l").append("r".repeat(points.size())).append("}\n");
    for (Point p : points) {
      text.append(Numbers.text(" & $n=%d$, $m=%d$", p.n(), p.m()));
    }
    text.append(" \\\\\n\\hline\n");
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      if (ratios.stream().noneMatch(r -> r.peer().method().equals(name.getKey()))) {
        continue;
      }
      text.append(name.getValue());
      for (Point p : points) {
        text.append(" & ");
        ratios.stream()
            .filter(r -> r.peer().point().equals(p) && r.peer().method().equals(name.getKey()))
            .findFirst()
            .ifPresent(r -> text.append(cell(r, "$\\geq$\\,")));
      }
      text.append(" \\\\\n");
    }
    return text.append("\\end{tabular}\n").toString();
  }

  /** The ratio; with a mark when it is a bound. */
  static String cell(Ratio ratio, String bound) {
    return (ratio.peer().done() ? "" : bound) + Numbers.shown(ratio.whole());
  }
}
