package org.flowproof.bench.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flowproof.bench.page.Measured.Point;

/** The text of docs/performance.md; every number comes from the results. */
final class PerformancePage {
  private final Results results;
  private final StringBuilder text = new StringBuilder();

  private PerformancePage(Results results) {
    this.results = results;
  }

  static String of(Results results) {
    PerformancePage page = new PerformancePage(results);
    page.head();
    if (!results.isEmpty()) {
      page.targets();
      page.points();
      page.ratios();
      page.growth();
      page.rates();
      page.kernels();
      page.machine();
    }
    return page.text.toString();
  }

  private void head() {
    text.append(
        """
        # Performance

        This page is made by `bench/run` from the files in `bench/results`; a test holds it to them.
        How it is measured is in [bench/README.md](../bench/README.md).

        """);
    if (results.isEmpty()) {
      text.append("Nothing has been measured yet.\n");
      return;
    }
    text.append(
        """
        All points: squared loss with factor 1/(2n), ReLU, standard normal samples, labels
        x₁ + 0.3 z, dominated initial weights of scale λ. Every solver reads the same files and has
        the relative tolerance 1e-6. A peer may choose its absolute tolerance (descent: its step)
        freely: shown is the cheapest choice whose final loss agrees with a tight run (tolerance
        1e-11) to 1e-6; without one, the choice that ran out of time, or the closest. Seconds are
        those of the integration, wall clock, median of the runs; one thread unless stated. Our
        seconds include the compilation of the hot loops by the Java machine and the second run for
        the error estimate.

        """);
  }

  private void targets() {
    text.append("## Targets\n\n");
    row("target", "goal", "measured", "", "");
    row("---", "---:", "---:", "---", "---");
    for (Target target : Targets.of(results)) {
      row(
          target.text(),
          (target.atLeast() ? "≥ " : "≤ ") + Numbers.shown(target.goal()),
          Double.isInfinite(target.value()) ? "–" : Numbers.shown(target.value()),
          target.verdict(),
          target.note());
    }
    text.append('\n');
  }

  private void points() {
    for (Point p : results.points("main")) {
      text.append(
          Numbers.text(
              "## n = %d, m = %d, d = %d, λ = %s, T = %s\n\n",
              p.n(), p.m(), p.d(), Numbers.shown(p.scale()), Numbers.shown(p.end())));
      row(
          "solver",
          "setting",
          "reached t",
          "seconds",
          "seconds per unit time",
          "whole process",
          "CPU",
          "MiB",
          "evaluations",
          "events",
          "loss error",
          "state error",
          "runs");
      row(
          "---", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:",
          "---:", "---:");
      for (Map.Entry<String, String> name : RatioTable.NAMES.entrySet()) {
        results.of(p, name.getKey()).ifPresent(one -> solver(name.getValue(), one));
      }
      text.append('\n');
      settings(p);
    }
  }

  /** What every setting of a peer cost, and how right it was. */
  private void settings(Point p) {
    text.append("Every setting tried (seconds; loss error):\n\n");
    for (Map.Entry<String, String> name : RatioTable.NAMES.entrySet()) {
      List<Measured> tried = results.settings(p, name.getKey());
      if (tried.size() > 1) {
        String list =
            tried.stream().map(PerformancePage::setting).collect(Collectors.joining("; "));
        text.append("- ").append(name.getValue()).append(": ").append(list).append('\n');
      }
    }
    text.append('\n');
  }

  private static String setting(Measured one) {
    String name = Numbers.shown(Double.parseDouble(one.setting())) + " ";
    String cost = "(" + Numbers.shown(one.seconds());
    return name
        + switch (one.status()) {
          case "done" -> cost + "; " + Numbers.shown(one.lossError()) + ")";
          case "timeout" -> cost + "; to t = " + Numbers.shown(one.t()) + ")";
          default -> cost + "; failed at t = " + Numbers.shown(one.t()) + ")";
        };
  }

  private void solver(String name, Measured one) {
    String reached =
        one.status().equals("failed")
            ? "failed"
            : Numbers.shown(one.t()) + (one.done() ? "" : " *");
    row(
        name,
        one.setting().isEmpty() ? "" : Numbers.shown(Double.parseDouble(one.setting())),
        reached,
        Numbers.shown(one.seconds()),
        Numbers.shown(one.seconds() / one.t()),
        Numbers.shown(one.wall()),
        Numbers.shown(one.cpu()),
        Numbers.shown(one.memory()),
        one.evaluations() > 0 ? Numbers.count(one.evaluations()) : "",
        one.events() > 0 ? Numbers.count(one.events()) : "",
        Numbers.shown(one.lossError()),
        Numbers.shown(one.stateError()),
        Integer.toString(one.runs()));
  }

  private void ratios() {
    text.append(
        """
        \\* ran out of time there; its error is that at the time reached.

        ## Seconds of a peer by those of the structured integrator

        A peer that ran out of time gives a lower bound (≥); in brackets the ratio on the horizon
        that it reached.

        """);
    List<Point> points = results.points("main");
    String[] head = new String[points.size() + 1];
    String[] rule = new String[points.size() + 1];
    head[0] = "peer";
    rule[0] = "---";
    for (int i = 0; i < points.size(); i++) {
      head[i + 1] = Numbers.text("n = %d, m = %d", points.get(i).n(), points.get(i).m());
      rule[i + 1] = "---:";
    }
    row(head);
    row(rule);
    List<Ratio> ratios = Ratio.all(results);
    for (Map.Entry<String, String> name : RatioTable.NAMES.entrySet()) {
      if (ratios.stream().noneMatch(r -> r.peer().method().equals(name.getKey()))) {
        continue;
      }
      head[0] = name.getValue();
      for (int i = 0; i < points.size(); i++) {
        Point p = points.get(i);
        head[i + 1] =
            ratios.stream()
                .filter(r -> r.peer().point().equals(p))
                .filter(r -> r.peer().method().equals(name.getKey()))
                .findFirst()
                .map(PerformancePage::ratio)
                .orElse("");
      }
      row(head);
    }
    text.append("\n![Seconds per unit of time](../bench/results/main.png)\n\n");
  }

  private static String ratio(Ratio r) {
    String cell = RatioTable.cell(r, "≥ ");
    if (!r.peer().done() && r.sameHorizon().isPresent()) {
      cell += " (" + Numbers.shown(r.sameHorizon().getAsDouble()) + ")";
    }
    return r.peer().done() && !r.peer().agrees() ? cell + " †" : cell;
  }

  private void growth() {
    text.append(
        """
        † its final loss differs by more than 1e-6 at every setting that it finished with.

        ## Growth of the cost of the structured integrator

        """);
    row("n", "m", "d", "λ", "T", "seconds", "events", "MiB", "late seconds per unit time");
    row("---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:");
    for (String group : List.of("width", "samples", "dimension", "scale", "late", "long")) {
      for (Measured one : results.group(group)) {
        Point p = one.point();
        row(
            Integer.toString(p.n()),
            Integer.toString(p.m()),
            Integer.toString(p.d()),
            Numbers.shown(p.scale()),
            Numbers.shown(p.end()),
            one.done()
                ? Numbers.shown(one.seconds())
                : one.status() + ", t = " + Numbers.shown(one.t()),
            Numbers.count(one.events()),
            Numbers.shown(one.memory()),
            group.equals("late")
                ? Numbers.shown(Targets.lateRate(results, one).orElse(Double.NaN))
                : "");
      }
    }
    text.append("\n![Growth of the cost](../bench/results/growth.png)\n\n");
  }

  private void rates() {
    Map<String, Double> rates = results.rates();
    Optional<Double> peak = Optional.ofNullable(rates.get("fma-c"));
    if (peak.isEmpty()) {
      return;
    }
    text.append(
        """
        ## Inner loops against the peak of one core

        An addition or a multiplication counts as one operation, comparisons as none. The peak is
        that of independent fused multiply-adds in registers, compiled C, measured in the same run.

        """);
    row("loop", "1e9 operations/s", "share of the peak");
    row("---", "---:", "---:");
    rates.forEach(
        (name, rate) ->
            row(
                Rates.MEANING.getOrDefault(name, name),
                Numbers.shown(rate),
                Numbers.shown(100 * rate / peak.get()) + " %"));
    text.append('\n');
  }

  private void kernels() {
    if (results.kernels().isEmpty()) {
      return;
    }
    text.append("## Kernels (JMH)\n\n");
    row("benchmark", "parameters", "score", "± (99.9 %)", "unit");
    row("---", "---", "---:", "---:", "---");
    for (Map<String, String> kernel : results.kernels()) {
      row(
          kernel.get("benchmark"),
          kernel.get("parameters"),
          Numbers.shown(Numbers.parse(kernel.get("score"))),
          Numbers.shown(Numbers.parse(kernel.get("error"))),
          kernel.get("unit"));
    }
    text.append('\n');
  }

  private void machine() {
    text.append("## Machine and versions\n\n");
    row("", "");
    row("---", "---");
    results.machine().forEach(pair -> row(pair.get("what"), pair.get("value")));
    text.append("\nTo measure again, on an idle machine:\n\n```\nbench/run\n```\n");
  }

  private void row(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
