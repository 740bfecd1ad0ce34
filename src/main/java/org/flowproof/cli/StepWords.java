package org.flowproof.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flowproof.proof.Claim;

/** The clause before the formula of a step, as one would say it, in plain text. */
final class StepWords {
  private static final Map<String, String> SORTS =
      Map.of(
          "j",
          "neuron",
          "p",
          "neuron",
          "k",
          "sample",
          "l",
          "sample",
          "i",
          "coordinate",
          "c",
          "coordinate");

  private StepWords() {}

  /** One line without the closing colon; {@code (t3) From (t1) and (t2), for every sample k}. */
  static String of(Claim.Step step) {
    Map<String, String> keys = step.parameters();
    StringBuilder line = new StringBuilder("(" + step.id() + ") ").append(opening(step));
    if (keys.containsKey("with")) {
      line.append(", with ").append(keys.get("with"));
    }
    if (keys.containsKey("u")) {
      line.append(" with u = ").append(keys.get("u")).append(" and v = ").append(keys.get("v"));
    } else if (keys.containsKey("v")) {
      line.append(" with v = ").append(keys.get("v"));
    }
    if (keys.containsKey("unfold")) {
      line.append(", by the definition of ").append(keys.get("unfold"));
    }
    if (keys.containsKey("keep")) {
      line.append(", writing ").append(keys.get("keep")).append(" as it stands");
    }
    if (keys.containsKey("for")) {
      line.append(", for every ").append(every(keys.get("for")));
    }
    return line.toString();
  }

  private static String opening(Claim.Step step) {
    String from = list(step.from().stream().map(StepWords::reference).toList());
    String over = sorts(step.parameters().getOrDefault("over", "?"));
    boolean any = !from.isEmpty();
    String using = any ? ", using " + from : "";
    return switch (step.rule()) {
      case "derivative-along-flow" -> "Differentiating along the flow" + using;
      case "identity" -> "By algebra" + using;
      case "inequality" -> any ? "From " + from : "For all real numbers";
      case "rewrite" -> "Inserting " + from;
      case "sum-over" -> "Summing " + from + " over the " + over;
      case "triangle" -> "By the triangle inequality over the " + over;
      case "cauchy-schwarz" -> "By the Cauchy-Schwarz inequality over the " + over + using;
      case "definition" -> "By the definition of " + step.parameters().get("of");
      case "constant" -> "The derivative in " + from + " vanishes, so";
      case "monotone" -> "The derivative in " + from + " has one sign, so";
      case "integrate" -> "Integrating " + from + " over time";
      case "comparison" -> "Comparing with the solution of the equation, from " + from;
      case "solves-ode" -> "The unique solution, from " + from;
      case "exponential-law" -> "By the law of exponents";
      case "logarithm" -> any ? "Taking logarithms in " + from : "Taking logarithms";
      case "logarithm-law" -> "By the law of logarithms" + using;
      case "keeps-sign" -> "Continuous and nowhere 0, from " + from + ", so the sign is kept";
      case "pattern-constant" -> "Before its first event the gates of a neuron do not change";
      case "integral-along-flow" ->
          "Differentiating along the flow and integrating over time" + using;
      case "supremum" -> "By the definition of the supremum";
      case "invariant-region" -> "Nothing moves in the region of " + from + ", so it is not left";
      case "conjunction" -> "Together, " + from + " give the claim";
      case "lemma" -> "By the claim " + step.parameters().get("claim") + using;
      case "cite" -> "As stated in the source";
      default -> step.rule() + using;
    };
  }

  private static String reference(String id) {
    return id.equals("range") ? "the range of times" : "(" + id + ")";
  }

  private static String every(String indices) {
    return list(
        List.of(indices.split(",", -1)).stream()
            .map(String::strip)
            .map(i -> SORTS.getOrDefault(i, "index") + " " + i)
            .toList());
  }

  private static String sorts(String index) {
    return SORTS.getOrDefault(index, "index") + "s " + index;
  }

  private static String list(List<String> items) {
    return items.size() < 2
        ? String.join("", items)
        : items.subList(0, items.size() - 1).stream().collect(Collectors.joining(", "))
            + " and "
            + items.get(items.size() - 1);
  }
}
