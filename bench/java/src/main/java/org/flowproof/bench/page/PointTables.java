package org.flowproof.bench.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flowproof.bench.page.Measured.Point;

/** All solvers at the main points, and the table of ratios. */
final class PointTables {
  private final Results results;
  private final Markdown page;

  private PointTables(Results results, Markdown page) {
    this.results = results;
    this.page = page;
  }

  static void write(Results results, Markdown page) {
    PointTables tables = new PointTables(results, page);
    tables.ratios();
    results.points("main").forEach(tables::point);
  }

  private void point(Point p) {
    page.add(
        Numbers.text(
            "## n = %d, m = %d, d = %d, λ = %s, T = %s\n\n",
            p.n(), p.m(), p.d(), Numbers.shown(p.scale()), Numbers.shown(p.end())));
    page.head(
        " solver",
        "setting",
        "reached t",
        "CPU s",
        "CPU s per unit time",
        "wall s",
        "MiB",
        "evaluations",
        "events",
        "loss there",
        "loss error",
        "state error",
        "runs",
        "others' cores");
    for (Map.Entry<String, String> name : RatioTable.NAMES.entrySet()) {
      results.of(p, name.getKey()).ifPresent(one -> solver(name.getValue(), one));
      results
          .lossAlone(p, name.getKey())
          .ifPresent(one -> solver(name.getValue() + ", loss alone", one));
    }
    results
        .horizons(p)
        .forEach((t, one) -> solver("structured, to t = " + Numbers.shown(t) + " only", one));
    page.add("\n");
    settings(p);
  }

  private void solver(String name, Measured one) {
    String reached =
        one.status().equals("failed")
            ? "failed"
            : Numbers.shown(one.t()) + (one.done() ? "" : " *");
    page.row(
        name,
        one.setting().isEmpty() ? "" : Numbers.shown(Double.parseDouble(one.setting())),
        reached,
        Numbers.shown(one.cost().cpu()),
        Numbers.shown(one.cost().cpu() / one.t()),
        Numbers.shown(one.cost().wall()),
        Numbers.count(one.memory()),
        one.evaluations() > 0 ? Numbers.count(one.evaluations()) : "",
        one.events() > 0 ? Numbers.count(one.events()) : "",
        Numbers.exact(one.loss()),
        Numbers.shown(one.lossError()),
        Numbers.shown(one.stateError()),
        Integer.toString(one.runs()),
        Numbers.shown(one.others()));
  }

  /** What every setting of a peer cost, and how right it was. */
  private void settings(Point p) {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, String> name : RatioTable.NAMES.entrySet()) {
      List<Measured> tried = results.settings(p, name.getKey());
      if (tried.size() > 1) {
        String list = tried.stream().map(PointTables::setting).collect(Collectors.joining("; "));
        lines.append("- ").append(name.getValue()).append(": ").append(list).append('\n');
      }
    }
    if (!lines.isEmpty()) {
      page.add("Every setting tried (CPU seconds; loss error):\n\n" + lines + "\n");
    }
  }

  private static String setting(Measured one) {
    String name = Numbers.shown(Double.parseDouble(one.setting())) + " ";
    String cost = "(" + Numbers.shown(one.cost().cpu());
    return name
        + switch (one.status()) {
          case "done" -> cost + "; " + Numbers.shown(one.lossError()) + ")";
          case "timeout" -> cost + "; to t = " + Numbers.shown(one.t()) + ")";
          default -> cost + "; failed at t = " + Numbers.shown(one.t()) + ")";
        };
  }

  private void ratios() {
    page.add(
        """
        ## CPU seconds of a peer by those of the structured integrator

        Both on the same horizon: to T where the peer got there, otherwise to the time in brackets,
        to which ours was run apart. What that says about the whole horizon is in the note of a
        target and in `bench/results/ratios.csv`. "Loss alone": the peer with the loosest absolute
        tolerance under which its final loss is still right to 1e-6, whatever its weights are.

        """);
    List<Point> points = results.points("main");
    String[] head = new String[points.size() + 1];
    head[0] = " peer";
    for (int i = 0; i < points.size(); i++) {
      head[i + 1] = Numbers.text("n = %d, m = %d", points.get(i).n(), points.get(i).m());
    }
    page.head(head);
    List<Ratio> ratios = Ratio.all(results);
    for (RatioTable.Line line : RatioTable.lines(ratios)) {
      String[] row = new String[head.length];
      row[0] = line.name();
      for (int i = 0; i < points.size(); i++) {
        Point p = points.get(i);
        row[i + 1] =
            ratios.stream()
                .filter(r -> r.isOf(p, line.method(), line.lossAlone()))
                .findFirst()
                .map(PointTables::ratio)
                .orElse("");
      }
      page.row(row);
    }
    page.add(
        """

        † its final loss differs by more than 1e-6 at every setting that it finished with.

        ![CPU seconds of the peers by ours](../bench/results/main.png)

        In the tables below, * marks a solver that ran out of time there; loss and errors are those
        at the time reached.

        """);
  }

  private static String ratio(Ratio r) {
    String cell = RatioTable.cell(r, "≥ ", "%s (t = %s)");
    return RatioTable.disagrees(r) ? cell + " †" : cell;
  }
}
