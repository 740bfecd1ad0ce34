package org.flowproof.bench.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.flowproof.bench.page.Measured.Point;

/** How the cost of the structured integrator grows. */
final class GrowthTables {
  private final Results results;
  private final Markdown page;

  private GrowthTables(Results results, Markdown page) {
    this.results = results;
    this.page = page;
  }

  static void write(Results results, Markdown page) {
    GrowthTables tables = new GrowthTables(results, page);
    page.add("## Growth of the cost of the structured integrator\n\n");
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("width", "in the width m");
    titles.put("samples", "in the number n of samples");
    titles.put("dimension", "in the dimension d");
    titles.put("scale", "in 1/λ");
    titles.put("late", "after alignment");
    titles.put("long", "over a long time");
    titles.forEach(tables::table);
    tables.exponents();
    page.add("![Growth of the cost](../bench/results/growth.png)\n\n");
  }

  private void table(String group, String title) {
    List<Measured> all = results.group(group);
    if (all.isEmpty()) {
      return;
    }
    boolean late = group.equals("late");
    page.add("Growth " + title + ":\n\n");
    page.head(
        "n",
        "m",
        "d",
        "λ",
        "T",
        "CPU s",
        "wall s",
        "events",
        "MiB",
        "loss at T",
        "loss error",
        late ? "CPU s per unit time, last 40 %" : "CPU s per unit time");
    for (Measured one : all) {
      Point p = one.point();
      double rate =
          late ? Targets.lateRate(results, one).orElse(Double.NaN) : one.cost().cpu() / one.t();
      page.row(
          Integer.toString(p.n()),
          Integer.toString(p.m()),
          Integer.toString(p.d()),
          Numbers.shown(p.scale()),
          Numbers.shown(p.end()),
          Numbers.shown(one.cost().cpu())
              + (one.done() ? "" : " (" + one.status() + " at t = " + Numbers.shown(one.t()) + ")"),
          Numbers.shown(one.cost().wall()),
          Numbers.count(one.events()),
          Numbers.count(one.memory()),
          Numbers.exact(one.loss()),
          Numbers.shown(one.lossError()),
          Numbers.shown(rate));
    }
    page.add("\n");
  }

  /** Slopes in double logarithmic scale between the two largest sizes. */
  private void exponents() {
    exponent("width", "m", Point::m);
    exponent("samples", "n", Point::n);
    exponent("dimension", "d", Point::d);
    page.add("\n");
  }

  private void exponent(String group, String name, ToDoubleFunction<Point> size) {
    List<Measured> done = results.group(group).stream().filter(Measured::done).toList();
    if (done.size() < 2) {
      return;
    }
    Measured below = done.get(done.size() - 2);
    Measured above = done.get(done.size() - 1);
    double from = size.applyAsDouble(below.point());
    double to = size.applyAsDouble(above.point());
    double slope = Math.log(above.cost().cpu() / below.cost().cpu()) / Math.log(to / from);
    page.add(
        Numbers.text(
            "- From %s = %s to %s the CPU seconds grow like %s^%s.\n",
            name, Numbers.count(from), Numbers.count(to), name, Numbers.shown(slope)));
  }
}
