package org.flowproof.bench.page;

import java.util.Map;
import java.util.Optional;

/** Inner loops against the peak of one core, and the kernels measured by JMH. */
final class KernelTables {
  private KernelTables() {}

  static void write(Results results, Markdown page) {
    rates(results.rates(), page);
    if (results.kernels().isEmpty()) {
      return;
    }
    page.add("## Kernels (JMH)\n\n")
        .head(" benchmark", " parameters", "score", "± (99.9 %)", " unit");
    for (Map<String, String> kernel : results.kernels()) {
      page.row(
          kernel.get("benchmark"),
          kernel.get("parameters"),
          Numbers.shown(Numbers.parse(kernel.get("score"))),
          Numbers.shown(Numbers.parse(kernel.get("error"))),
          kernel.get("unit"));
    }
    page.add("\n");
  }

  private static void rates(Map<String, Double> rates, Markdown page) {
    Optional<Double> peak = Optional.ofNullable(rates.get("fma-c"));
    if (peak.isEmpty()) {
      return;
    }
    page.add(
        """
        ## Inner loops against the peak of one core

        An addition or a multiplication counts as one operation, comparisons as none. The peak is
        that of independent fused multiply-adds in registers, compiled C, measured in the same run.
        Loops over neurons and samples: n = m = 1000, d = 5; those of the structured integrator while
        the neurons turn, for all neurons over one step. Rates are per CPU second.

        """);
    page.head(" loop", "1e9 operations/s", "share of the peak");
    rates.forEach(
        (name, rate) ->
            page.row(
                Rates.MEANING.getOrDefault(name, name),
                Numbers.shown(rate),
                Numbers.shown(100 * rate / peak.get()) + " %"));
    page.add("\n");
  }
}
