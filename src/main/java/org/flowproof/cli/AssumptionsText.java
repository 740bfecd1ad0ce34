package org.flowproof.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.flowproof.check.nonconvergence.Assumption;
import org.flowproof.check.nonconvergence.Comparison;
import org.flowproof.check.nonconvergence.LeastSquares;
import org.flowproof.check.nonconvergence.NonConvergence;
import org.flowproof.check.nonconvergence.NonConvergence.Answer;
import org.flowproof.formula.Rational;

/** The assumptions of the theorems on non-convergence as a table and as a tree. */
final class AssumptionsText {
  private static final int MOST_ROWS = 4;
  private static final int MOST_NUMBERS = 8;

  private final Console console;

  AssumptionsText(Console console) {
    this.console = console;
  }

  void print(NonConvergence found) {
    TextTable table = new TextTable("  ASKED FOR", "IS", "AT", "LEFT", "", "RIGHT");
    List<String> remarks = new ArrayList<>();
    for (Assumption one : found.assumptions()) {
      rows(table, one);
      if (!one.remark().isEmpty()) {
        remarks.add("  " + one.name() + ": " + one.remark());
      }
    }
    console.print(table);
    remarks.forEach(console::print);
    if (found.edge().refusal().isEmpty()) {
      String shown =
          found.edge().samples().stream()
              .limit(MOST_NUMBERS)
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      boolean more = found.edge().samples().size() > MOST_NUMBERS;
      console.print(
          "  K = {" + shown + (more ? ", ..." : "") + "}, on the boundary of the cone of the data");
    }
    console.print("  " + fit(found));
    console.print("  Assumption 6 also has a cone condition, which is not checked");
    found
        .three()
        .eta()
        .ifPresent(
            eta ->
                console.print(
                    "  the least eta of Assumption 3 is "
                        + number(eta.toDouble())
                        + (found.three().small() ? ", below 1/6" : ", not below 1/6")));
    console.print("  Theorem 2 " + words(found.theorem2()));
    console.print("  Theorem 4 " + words(found.theorem4()));
  }

  private static void rows(TextTable table, Assumption one) {
    String is = word(one.status());
    if (one.comparisons().isEmpty()) {
      table.row("  " + one.name(), is);
    }
    for (int i = 0; i < one.comparisons().size() && i < MOST_ROWS; i++) {
      Comparison c = one.comparisons().get(i);
      table.row(
          i == 0 ? "  " + one.name() : "",
          i == 0 ? is : "",
          c.what(),
          number(c.left()),
          (c.met() ? "" : "not ") + c.relation(),
          number(c.right()));
    }
    int hidden = one.comparisons().size() - MOST_ROWS;
    if (hidden > 0) {
      table.row("", "", "and " + hidden + " more, see --json");
    }
  }

  private static String number(double value) {
    return value == 0 ? "0" : Display.precise(value).replaceFirst("[.]$", "");
  }

  private static String word(Assumption.Status status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String fit(NonConvergence found) {
    if (found.fit().isEmpty()) {
      return "the samples do not span the space, so that beta* is not unique";
    }
    LeastSquares fit = found.fit().get();
    String beta =
        fit.beta().entries().stream()
            .limit(MOST_NUMBERS)
            .map(e -> number(e.toDouble()))
            .collect(Collectors.joining(", "));
    return "beta* = ("
        + beta
        + (fit.beta().dimension() > MOST_NUMBERS ? ", ..." : "")
        + "), mean squared error "
        + number(fit.meanSquare().toDouble());
  }

  private static String words(Answer answer) {
    String verb =
        switch (answer.applies()) {
          case AT_SMALL_SCALE -> "applies below some scale, which it does not state: ";
          case NO -> "does not apply: ";
          case UNKNOWN -> "UNKNOWN whether it applies: ";
        };
    return verb + answer.reason();
  }

  /** For JSON. */
  static Map<String, Object> tree(NonConvergence found) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("assumptions", found.assumptions().stream().map(AssumptionsText::tree).toList());
    map.put("eta", found.three().eta().map(Rational::toDouble).orElse(null));
    map.put("etaBelowOneSixth", found.three().small());
    map.put("order", found.three().order());
    map.put("K", found.edge().refusal().isEmpty() ? found.edge().samples() : null);
    map.put("coneConditionChecked", false);
    map.put("leastSquares", found.fit().map(AssumptionsText::tree).orElse(null));
    map.put("theorem2", tree(found.theorem2()));
    map.put("theorem4", tree(found.theorem4()));
    return map;
  }

  private static Map<String, Object> tree(Assumption one) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", one.name());
    map.put("says", one.says());
    map.put("status", one.status().name());
    List<Object> comparisons = new ArrayList<>();
    for (Comparison c : one.comparisons()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("at", c.what());
      entry.put("left", c.left());
      entry.put("relation", c.relation());
      entry.put("right", c.right());
      entry.put("met", c.met());
      comparisons.add(entry);
    }
    map.put("comparisons", comparisons);
    map.put("remark", one.remark().isEmpty() ? null : one.remark());
    return map;
  }

  private static Map<String, Object> tree(LeastSquares fit) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("beta", fit.beta().entries().stream().map(Rational::toDouble).toList());
    map.put("predictions", fit.predictions().stream().map(Rational::toDouble).toList());
    map.put("meanSquaredError", fit.meanSquare().toDouble());
    return map;
  }

  private static Map<String, Object> tree(Answer answer) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("applies", answer.applies().name());
    map.put("reason", answer.reason());
    return map;
  }
}
