package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.flowproof.check.ClaimResult;
import org.flowproof.check.ConditionResult;
import org.flowproof.check.Threshold;
import org.flowproof.proof.Condition;

/** The conditions of the claims on scale, samples and horizon, with their values and thresholds. */
final class ConditionsTable {
  private ConditionsTable() {}

  /** Adds {@code conditions} (statements), {@code conditionRows} and {@code conditionRemarks}. */
  static void addTo(Map<String, Object> map, Document document) {
    Map<String, Map<String, Object>> statements = new LinkedHashMap<>();
    List<List<String>> rows = new ArrayList<>();
    List<Map<String, Object>> remarks = new ArrayList<>();
    for (ClaimResult claim : document.input().result().claims()) {
      for (ConditionResult result : claim.conditions()) {
        state(document, result, statements);
        rows.add(row(document, result));
        String remark = result.reason().isEmpty() ? result.threshold().remark() : result.reason();
        if (!remark.isEmpty()) {
          remarks.add(Map.of("condition", name(document, result), "text", sentence(remark)));
        }
      }
    }
    map.put("conditions", new ArrayList<>(statements.values()));
    map.put("conditionRows", rows);
    map.put("conditionRemarks", remarks);
  }

  /** Conditions with one formula, which differ in what they are solved for, are stated together. */
  private static void state(
      Document document, ConditionResult result, Map<String, Map<String, Object>> statements) {
    Condition condition = result.condition();
    String display = document.display().of(condition.holds(), ".");
    String words = LatexText.code(condition.id()) + ": " + LatexText.prose(condition.says());
    String claim = document.claimReference(result.claim().id());
    Map<String, Object> known = statements.get(claim + display);
    if (known == null) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("claim", claim);
      entry.put("display", display);
      entry.put("words", words);
      statements.put(claim + display, entry);
    } else {
      known.put("words", known.get("words") + "; " + words);
    }
  }

  private static List<String> row(Document document, ConditionResult result) {
    NumberMacros numbers = document.numbers();
    String key = result.claim().id() + "-" + result.condition().id();
    return List.of(
        "\\ref{" + document.label("claim", result.claim().id()) + "}",
        LatexText.code(result.condition().id()),
        "\\fpverdict{" + result.outcome().name().toLowerCase(Locale.ROOT) + "}",
        result.sides().map(s -> numbers.real("left-" + key, s.left(), 4)).orElse("--"),
        result.sides().map(s -> numbers.real("right-" + key, s.right(), 4)).orElse("--"),
        result.sides().map(s -> numbers.real("gap-error-" + key, s.error(), 2)).orElse("--"),
        where(result),
        threshold(numbers, key, result));
  }

  private static String where(ConditionResult result) {
    ConditionResult.Instances counts = result.instances();
    if (result.sides().map(s -> s.indices().isEmpty()).orElse(true)) {
      return "--";
    }
    StringBuilder out = new StringBuilder();
    new TreeMap<>(result.sides().get().indices())
        .forEach((name, value) -> out.append("$" + name + " = " + value + "$, "));
    int all = counts.holding() + counts.failing() + counts.open();
    return out + "" + counts.holding() + "/" + all;
  }

  private static String threshold(NumberMacros numbers, String key, ConditionResult result) {
    Threshold threshold = result.threshold();
    String symbol =
        switch (result.condition().in()) {
          case SCALE -> "\\text{scale}";
          case SAMPLES -> "n";
          case TIME -> "T";
        };
    return switch (threshold.shape()) {
      case UP_TO -> "$" + symbol + " \\le " + boundary(numbers, key, threshold) + "$";
      case FROM -> "$" + symbol + " \\ge " + boundary(numbers, key, threshold) + "$";
      case ALWAYS -> "every $" + symbol + "$";
      case NEVER -> "no $" + symbol + "$";
      case NOT_MONOTONE -> "none in $" + symbol + "$";
      case UNKNOWN, NOT_AVAILABLE -> "--";
    };
  }

  private static String boundary(NumberMacros numbers, String key, Threshold threshold) {
    return numbers.real("threshold-" + key, threshold.printed(), 6);
  }

  private static String name(Document document, ConditionResult result) {
    return document.claimReference(result.claim().id())
        + ", "
        + LatexText.code(result.condition().id());
  }

  private static String sentence(String text) {
    String escaped = LatexText.prose(text.strip());
    return escaped.endsWith(".") ? escaped : escaped + ".";
  }
}
