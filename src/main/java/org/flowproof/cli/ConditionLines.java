package org.flowproof.cli;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flowproof.check.ClaimResult;
import org.flowproof.check.ConditionResult;

/** Prints the conditions of claims for readers. */
final class ConditionLines {
  private final Console console;

  ConditionLines(Console console) {
    this.console = console;
  }

  /** A line for each condition of the claims of a case; nothing when there are none. */
  void results(List<ClaimResult> claims) {
    TextTable table =
        new TextTable("  CONDITION", "OUTCOME", "LEFT", "RIGHT", "ERROR", "WHERE", "THRESHOLD");
    for (ClaimResult claim : claims) {
      for (ConditionResult result : claim.conditions()) {
        table.row(
            "  " + result.name(),
            result.outcome().name(),
            result.sides().map(s -> Display.number(s.left())).orElse("-"),
            result.sides().map(s -> Display.number(s.right())).orElse("-"),
            result.sides().map(s -> Display.number(s.error())).orElse("-"),
            where(result),
            result.threshold().text(result.condition().in()));
      }
    }
    if (!table.isEmpty()) {
      console.print(table);
    }
    for (ClaimResult claim : claims) {
      for (ConditionResult result : claim.conditions()) {
        if (!result.reason().isEmpty()) {
          console.print("  - " + result.name() + ": " + result.reason());
        }
      }
    }
  }

  /** The worst values of the indices and for how many the condition holds. */
  private static String where(ConditionResult result) {
    if (result.sides().map(s -> s.indices().isEmpty()).orElse(true)) {
      return "-";
    }
    ConditionResult.Instances counts = result.instances();
    int all = counts.holding() + counts.failing() + counts.open();
    return new TreeMap<>(result.sides().get().indices())
            .entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "))
        + " ("
        + counts.holding()
        + "/"
        + all
        + " hold)";
  }
}
