package org.flowproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flowproof.proof.Claim;

/** The words that lead from one displayed formula of a proof to the next. */
final class RuleWords {
  private final Document document;

  RuleWords(Document document) {
    this.document = document;
  }

  /**
   * The clause before the formula of a step, LaTeX, starting with a capital letter and ending with
   * a comma, a colon or no punctuation at all.
   */
  String before(Claim claim, Claim.Step step) {
    String from = list(references(claim, step));
    boolean any = !from.isEmpty();
    return switch (step.rule()) {
      case "derivative-along-flow" ->
          any
              ? "Differentiating along the flow, with " + from + ","
              : "Differentiating along the flow,";
      case "inequality" -> inequality(step, from);
      case "identity" -> any ? "Rearranging with " + from + "," : "Rearranging,";
      case "definition" -> "By the definition of " + symbol(step.parameters().get("of")) + ",";
      case "lemma" -> lemma(step);
      case "sum-over" -> "Summing " + from + " over " + range(step) + ",";
      case "triangle" -> "By the triangle inequality,";
      case "cauchy-schwarz" -> "By the Cauchy--Schwarz inequality,";
      case "exponential" -> "The exponential function being increasing,";
      case "exponential-law" -> "By the law of exponents,";
      case "logarithm" -> any ? "Taking logarithms in " + from + "," : "Taking logarithms,";
      case "logarithm-law" -> "By the law of logarithms,";
      case "keeps-sign" ->
          "What is continuous and nowhere zero keeps its sign, so by " + from + ",";
      case "pattern-constant" -> "Before its first event the gates of a neuron do not change:";
      case "integral-along-flow" ->
          any
              ? "Differentiating along the flow, with " + from + ", and integrating over time,"
              : "Differentiating along the flow and integrating over time,";
      case "comparison" ->
          "Comparing with the solution of the equation that has equality in " + from + ",";
      case "constant" -> "Since the derivative in " + from + " vanishes,";
      case "rewrite" -> rewrite(step, from);
      case "integrate" -> "Integrating " + from + " over time,";
      case "monotone" -> "Since the derivative in " + from + " has one sign,";
      case "solves-ode" -> "The solution of the equations in " + from + " is";
      case "invariant-region" ->
          "The region described by " + from + " is never left, because nothing moves in it. Hence";
      case "supremum" -> "By the definition of the supremum,";
      case "cases" -> "Distinguishing cases" + (any ? " in " + from : "") + ",";
      case "conjunction" -> "Together, " + from + " give";
      case "cite" -> "As stated in the literature,";
      default -> any ? "From " + from + "," : "Moreover,";
    };
  }

  private String inequality(Claim.Step step, String from) {
    String unfolded = symbols(step.parameters().get("unfold"));
    if (!unfolded.isEmpty() && !from.isEmpty()) {
      return "From " + from + " and the definition of " + unfolded + ",";
    } else if (!unfolded.isEmpty()) {
      return "By the definition of " + unfolded + ",";
    }
    return from.isEmpty() ? "For all real numbers in these places," : "From " + from + ",";
  }

  private String rewrite(Claim.Step step, String from) {
    String unfolded = symbols(step.parameters().get("unfold"));
    return unfolded.isEmpty()
        ? "Inserting " + from + ","
        : "Inserting the definition of " + unfolded + " in " + from + ",";
  }

  private String lemma(Claim.Step step) {
    return "By " + document.claimReference(step.parameters().getOrDefault("claim", "?")) + ",";
  }

  private String range(Claim.Step step) {
    String index = step.parameters().getOrDefault("over", "?");
    return switch (index) {
      case "j", "p" -> "the neurons $" + index + "$";
      case "k", "l" -> "the samples $" + index + "$";
      case "i", "c" -> "the coordinates $" + index + "$";
      default -> "$" + LatexText.prose(index) + "$";
    };
  }

  private String symbols(String names) {
    if (names == null || names.isBlank()) {
      return "";
    }
    List<String> out = new ArrayList<>();
    for (String name : names.split("\\s*,\\s*")) {
      out.add(symbol(name));
    }
    return list(out);
  }

  private String symbol(String name) {
    return name == null ? "the quantities" : document.symbol(name);
  }

  private List<String> references(Claim claim, Claim.Step step) {
    List<String> out = new ArrayList<>();
    Map<String, ?> hypotheses = claim.hypotheses();
    for (String source : step.from()) {
      if (source.equals("range")) {
        out.add("the restriction on the times");
      } else if (hypotheses.containsKey(source)) {
        out.add("hypothesis (\\textit{" + LatexText.prose(source) + "})");
      } else {
        out.add(reference(claim, source));
      }
    }
    return out;
  }

  /** A reference to the formula of a step. */
  String reference(Claim claim, String step) {
    return "\\eqref{" + document.label("step", claim.id() + "/" + step) + "}";
  }

  /** "a", "a and b", "a, b and c". */
  static String list(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    return String.join(", ", items.subList(0, items.size() - 1))
        + " and "
        + items.get(items.size() - 1);
  }
}
