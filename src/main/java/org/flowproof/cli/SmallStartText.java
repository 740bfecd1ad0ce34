package org.flowproof.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.flowproof.check.smallstart.Approach;
import org.flowproof.check.smallstart.SmallStartResult;
import org.flowproof.check.smallstart.StartStatement;
import org.flowproof.problem.Vec;

/** The limit of small starts of one case, for readers. */
final class SmallStartText {
  /** More neurons than this are not listed. */
  private static final int LISTED = 6;

  private final Console console;

  SmallStartText(Console console) {
    this.console = console;
  }

  void print(SmallStartResult result) {
    if (!result.obstacle().isEmpty()) {
      console.print("  nothing to look at: " + result.obstacle());
      return;
    }
    SmallStartResult.Found found = result.found().orElseThrow();
    console.print(
        String.format(
            Locale.ROOT,
            "  gamma = (%s), norm %.8g; sigma'(0) = %.6g; rate of growth %.8g",
            numbers(found.growth().gamma()),
            found.growth().norm(),
            found.growth().slope(),
            found.growth().rate()));
    if (found.projections().length() <= LISTED) {
      console.print(
          "  C of the initial weights, scaled to norm 1: " + numbers(found.projections()));
    }
    found
        .folded()
        .ifPresent(
            folded ->
                console.print(
                    String.format(
                        Locale.ROOT,
                        "  ratio c = %s, min(|c|, 1/|c|) = %.8g",
                        found.ratio().map(SmallStartText::number).orElse("none, C_2 is 0"),
                        folded)));
    distances("DISTANCE TO h AT t", found.approach());
    distances("THE SAME, OTHER WEIGHTS OF EQUAL C/|C|, AT t", found.partner());
    for (StartStatement statement : result.statements()) {
      console.print(
          "  "
              + statement.kind().id()
              + ": "
              + statement.verdict()
              + ", "
              + statement.kind().says());
      console.print("    " + statement.detail());
    }
  }

  private void distances(String title, Approach approach) {
    console.print("  " + title + " = " + join(approach.times()));
    TextTable table = new TextTable("  SCALE", "DISTANCES", "LARGEST ERROR");
    for (int s = 0; s < approach.scales().size(); s++) {
      List<Approach.Distance> row = approach.distances().get(s);
      table.row(
          "  " + String.format(Locale.ROOT, "%.0e", approach.scales().get(s)),
          row.stream()
              .map(d -> Double.isInfinite(d.error()) ? "-" : scientific(d.value()))
              .collect(Collectors.joining("  ")),
          scientific(row.stream().mapToDouble(Approach.Distance::error).max().orElseThrow()));
    }
    console.print(table);
  }

  private static String join(List<Double> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String scientific(double value) {
    return Double.isInfinite(value) ? "-" : String.format(Locale.ROOT, "%.3e", value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.8g", value);
  }

  private static String numbers(Vec vector) {
    return Arrays.stream(vector.toArray())
        .mapToObj(SmallStartText::number)
        .collect(Collectors.joining(", "));
  }
}
