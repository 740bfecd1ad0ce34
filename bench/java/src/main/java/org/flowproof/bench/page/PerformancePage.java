package org.flowproof.bench.page;

import java.util.List;

/** The text of docs/performance.md; every number comes from the results. */
final class PerformancePage {
  private static final String HEAD =
      """
      # Performance

      This page is made by `bench/run` from the files in `bench/results`; a test holds it to them.
      How it is measured is in [bench/README.md](../bench/README.md).

      """;

  private static final String RULES =
      """
      All points: squared loss with factor 1/(2n), ReLU, standard normal samples, labels
      x₁ + 0.3 z, dominated initial weights of scale λ. Every solver reads the same files and has
      the relative tolerance 1e-6. The absolute tolerance of a peer that goes with it is 1e-6 λ,
      since weights start below λ; where its final loss differs from that of a tight run (tolerance
      1e-9) by more than 1e-6, it gets a tenth or a hundredth of that. Descent gets the largest
      step under which its loss agrees. The loss error is relative to the tight run; the state error
      is the largest difference of a weight, relative to the largest weight.

      The final loss hardly depends on the way to it. A peer with a looser absolute tolerance may
      have it right although its weights are wrong; that is shown as "loss alone".

      CPU seconds are compared; medians of the runs; one thread unless stated. Ours are those of
      the whole process: start of the Java machine, compilation of the hot loops, every event
      located. Those of a peer are the integration alone, without the start of the interpreter and
      the reading of files; a peer locates no events. No peer estimates the error of its result, so
      "structured" is one run as well; "with error estimate" adds the second, looser run that
      `flowproof` makes by default.
      Others' cores: how many cores other processes kept busy meanwhile.

      """;

  private PerformancePage() {}

  static String of(Results results, List<Target> targets, Reasons reasons) {
    Markdown page = new Markdown().add(HEAD);
    if (results.isEmpty()) {
      return page.add("Nothing has been measured yet.\n").toString();
    }
    page.add(RULES);
    targets(targets, reasons, page);
    PointTables.write(results, page);
    GrowthTables.write(results, page);
    KernelTables.write(results, page);
    machine(results, page);
    return page.toString();
  }

  private static void targets(List<Target> targets, Reasons reasons, Markdown page) {
    page.add("## Targets\n\n").head(" target", "goal", " verdict", " what was compared");
    for (Target target : targets) {
      page.row(
          target.text(),
          (target.atLeast() ? "≥ " : "≤ ") + Numbers.shown(target.goal()),
          target.verdict(),
          target.note());
    }
    page.add("\n");
    List<Target> missed = targets.stream().filter(Target::missed).toList();
    if (!missed.isEmpty()) {
      page.add("What dominates where a target is missed:\n\n");
      missed.forEach(one -> page.add("- " + one.text() + ": " + reasons.of(one) + "\n"));
      page.add("\n");
    }
  }

  private static void machine(Results results, Markdown page) {
    page.add("## Machine and versions\n\n").head(" what", " value");
    results.machine().forEach(pair -> page.row(pair.get("what"), pair.get("value")));
    page.row("commit (+ with changes)", String.join(", ", results.commits()));
    page.add("\nTo measure again, on an idle machine:\n\n```\nbench/run --again\n```\n");
  }
}
