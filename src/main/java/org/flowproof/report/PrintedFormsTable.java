package org.flowproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flowproof.check.smallstart.Approach;
import org.flowproof.check.smallstart.PrintedForms;
import org.flowproof.check.smallstart.SmallStartResult;
import org.flowproof.check.smallstart.StartStatement;

/** What the source prints on small starts beside what is found here, with the verdict on it. */
final class PrintedFormsTable {
  private final NumberMacros numbers;
  private final SmallStartResult result;
  private final SmallStartResult.Found found;
  private final List<List<String>> rows = new ArrayList<>();

  private PrintedFormsTable(
      NumberMacros numbers, SmallStartResult result, SmallStartResult.Found found) {
    this.numbers = numbers;
    this.result = result;
    this.found = found;
  }

  /** Adds {@code printed}: rows of what, place, as printed, here, verdict on what is printed. */
  static void addTo(
      Map<String, Object> map,
      NumberMacros numbers,
      SmallStartResult result,
      SmallStartResult.Found found) {
    map.put("printed", new PrintedFormsTable(numbers, result, found).rows());
  }

  private List<List<String>> rows() {
    PrintedForms forms = found.forms();
    row(
        "early output weights",
        "eq.~(2)",
        "$\\mu = \\lVert\\gamma\\rVert$: off by "
            + real("growth-printed", forms.printedGrowth(), 3),
        "$\\mu = "
            + real("printed-rate", found.growth().rate(), 6)
            + "$: off by "
            + real("growth", forms.growth(), 3),
        StartStatement.Kind.PRINTED_GROWTH);
    forms
        .outputs()
        .ifPresent(
            ratios ->
                row(
                    "$a_1/a_2$ near zero",
                    "eq.~(2)",
                    "$C_1/C_2 = " + real("ratio-printed", ratios.printed(), 5) + "$",
                    "$C_1/C_2 = "
                        + real("ratio-corrected", ratios.corrected(), 5)
                        + "$, observed $"
                        + real("ratio-observed", ratios.observed(), 5)
                        + "$",
                    StartStatement.Kind.PRINTED_GROWTH));
    sizes(forms.sizes());
    rate();
    return rows;
  }

  /** The norm of the weights over the scales, with both shifts of time. */
  private void sizes(List<PrintedForms.Size> sizes) {
    List<PrintedForms.Size> seen =
        sizes.stream().filter(s -> Double.isFinite(s.printed())).toList();
    if (seen.size() < 2) {
      return;
    }
    PrintedForms.Size first = seen.get(0);
    PrintedForms.Size last = seen.get(seen.size() - 1);
    String scales =
        ", $\\alpha$ from $"
            + real("size-first", first.scale(), 2)
            + "$ to $"
            + real("size-last", last.scale(), 2)
            + "$";
    row(
        "$\\lVert\\theta\\rVert$ at $t = " + real("size-time", time(), 4) + "$" + scales,
        "Theorem 1",
        "shift $\\log\\frac1\\alpha/\\lVert\\gamma\\rVert$: $"
            + real("size-printed-first", first.printed(), 6)
            + "$ to $"
            + real("size-printed-last", last.printed(), 6)
            + "$",
        "shift $\\frac1\\mu\\log\\frac1\\alpha$: $"
            + real("size-corrected-first", first.corrected(), 6)
            + "$ to $"
            + real("size-corrected-last", last.corrected(), 6)
            + "$",
        StartStatement.Kind.PRINTED_SHIFT);
  }

  private double time() {
    return found.approach().times().get(0);
  }

  private void rate() {
    List<Approach.Exponent> last = found.approach().last();
    if (last.isEmpty()) {
      return;
    }
    double least = last.stream().mapToDouble(Approach.Exponent::value).min().orElseThrow();
    double most = last.stream().mapToDouble(Approach.Exponent::value).max().orElseThrow();
    row(
        "distance to $h$",
        "Theorem 3",
        "$\\alpha^p$, $p = " + (result.problem().data().d() == 1 ? "\\frac23" : "\\frac12") + "$",
        "$p$ from $" + real("least", least, 5) + "$ to $" + real("most", most, 5) + "$",
        StartStatement.Kind.PRINTED_RATE);
  }

  private void row(
      String what, String place, String printed, String here, StartStatement.Kind kind) {
    rows.add(List.of(what, place, printed, here, FindingsSection.verdict(result.verdict(kind))));
  }

  private String real(String key, double value, int digits) {
    return numbers.real("small-start-published-" + key, value, digits);
  }
}
