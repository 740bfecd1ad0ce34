package org.flowproof.exposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.formula.FormulaException;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Term;
import org.flowproof.formula.Terms;
import org.flowproof.proof.Claim;
import org.flowproof.proof.StepScope;

/** The words that lead from one displayed formula of a proof to the next. */
public final class RuleWords {
  private final Claim claim;
  private final Notation notation;
  private final SymbolWords symbols;

  /**
   * @param claim whose steps are put into words
   */
  public RuleWords(Claim claim, Notation notation) {
    this.claim = claim;
    this.notation = notation;
    this.symbols = new SymbolWords(claim, notation);
  }

  /** The clauses before the formulas of a derivation; a repeated one becomes "Likewise". */
  public List<String> before(List<Claim.Step> steps) {
    List<String> clauses = new ArrayList<>();
    String previous = "";
    for (Claim.Step step : steps) {
      String clause = before(step);
      boolean again = clause.equals(previous) && step.from().isEmpty();
      clauses.add(again ? "Likewise," : clause);
      previous = clause;
    }
    return clauses;
  }

  /**
   * The clause before the formula of a step, starting with a capital letter, with the range of the
   * indices that the claim does not fix, and ending with a comma or with a verb.
   */
  public String before(Claim.Step step) {
    String words = clause(step);
    String every = every(step);
    if (every.isEmpty()) {
      return words;
    }
    return words + (words.endsWith(",") ? " " : ", ") + every + ",";
  }

  private String clause(Claim.Step step) {
    String from = all(step);
    String and = from.isEmpty() ? "" : " and " + from;
    String with = from.isEmpty() ? "," : ", with " + from + ",";
    return switch (step.rule()) {
      case "derivative-along-flow" -> "Differentiating along the flow" + with;
      case "one-step" -> "Inserting one step of the descent" + with;
      case "identity" ->
          "Writing out the definitions" + (from.isEmpty() ? "," : " and using " + from + ",");
      case "inequality" -> inequality(step, from);
      case "rewrite" -> rewrite(step, from);
      case "definition" -> definition(step) + and + ",";
      case "lemma" -> lemma(step);
      case "sum-over" -> "Summing " + from + " over the " + over(step) + ",";
      case "triangle" -> "By the triangle inequality" + and + ",";
      case "cauchy-schwarz" -> "By the Cauchy–Schwarz inequality" + and + ",";
      case "exponential" -> "As the exponential function is increasing" + and + ",";
      case "exponential-law" -> "By the law of exponents" + and + ",";
      case "logarithm-law" -> "By the laws of the logarithm" + and + ",";
      case "logarithm" -> "Taking logarithms" + (from.isEmpty() ? "," : " in " + from + ",");
      case "comparison" -> comparison(step);
      case "constant" -> "Since the derivative in " + from + " vanishes,";
      case "monotone" -> "Since the derivative in " + from + " has one sign,";
      case "integrate" -> "Integrating " + from + " over time,";
      case "solves-ode" -> solution(step);
      case "keeps-sign" -> "What is continuous and never 0 keeps its sign, so by " + from + ",";
      case "pattern-constant" -> "Before its first event the gates of a neuron do not change, so";
      case "integral-along-flow" -> "Differentiating along the flow and integrating" + with;
      case "invariant-region" ->
          "The region described by " + from + " is never left, because nothing moves in it. Hence,";
      case "invariant-set" -> "By " + from + ", what holds at the start is never left. Hence";
      case "induction" -> "By induction over the steps, from " + from + ",";
      case "member" -> "Comparing one of them with all" + with;
      case "nonempty" -> "Since there is at least one of them" + and + ",";
      case "supremum" -> "By the definition of the supremum" + and + ",";
      case "conjunction" -> "Together, " + from + " say that";
      case "cite" -> "As stated in the literature,";
      default -> from.isEmpty() ? "Moreover," : "From " + from + ",";
    };
  }

  private String inequality(Claim.Step step, String from) {
    String unfolded = symbols.list(step.parameters().get("unfold"));
    if (!unfolded.isEmpty()) {
      return from.isEmpty()
          ? "By the definition of " + unfolded + ","
          : "From " + from + " and the definition of " + unfolded + ",";
    }
    if (!from.isEmpty()) {
      return "From " + from + ",";
    }
    boolean gates =
        claim.model().isPresent()
            && step.shows() != null
            && Terms.observables(step.shows()).contains("s");
    return gates ? "Since every gate lies between 0 and 1," : "By elementary algebra,";
  }

  private String rewrite(Claim.Step step, String from) {
    String unfolded = symbols.list(step.parameters().get("unfold"));
    if (unfolded.isEmpty()) {
      String equations = equations(step);
      String by = Words.list(conditions(step));
      return (equations.isEmpty() ? "Rewriting" : "Inserting " + equations)
          + (by.isEmpty() ? "," : ", with " + by + ",");
    }
    return "Inserting the definition of " + unfolded + (from.isEmpty() ? "," : " in " + from + ",");
  }

  /** For a largest eigenvalue or the like, with the vector that it is applied to. */
  private String definition(Claim.Step step) {
    String of = "By the definition of " + symbols.list(step.parameters().get("of"));
    return term(step.parameters().get("v"))
        .map(v -> of + ", applied to the numbers " + notation.inline(v))
        .orElse(of);
  }

  private Optional<Term> term(String text) {
    try {
      return text == null
          ? Optional.empty()
          : Optional.of(FormulaParser.term(text, ClaimSymbols.of(claim)));
    } catch (FormulaException e) {
      // the kernel will refuse the step; until then it is told without the vector
      return Optional.empty();
    }
  }

  private String lemma(Claim.Step step) {
    String from = all(step);
    return "By "
        + notation.claim(step.parameters().getOrDefault("claim", "?"))
        + (from.isEmpty() ? "," : ", which applies by " + from + ",");
  }

  private String comparison(Claim.Step step) {
    List<String> conditions = conditions(step);
    return "Comparing with the solution of the equation that has equality in "
        + equations(step)
        + (conditions.isEmpty() ? "," : ", which exists by " + Words.list(conditions) + ",");
  }

  private String solution(Claim.Step step) {
    List<String> conditions = conditions(step);
    return (conditions.isEmpty() ? "The" : "By " + Words.list(conditions) + ", the")
        + " unique solution of "
        + equations(step)
        + " with these initial values is";
  }

  private String equations(Claim.Step step) {
    return Words.list(
        step.from().stream().filter(id -> !condition(id)).map(notation::equation).toList());
  }

  private List<String> conditions(Claim.Step step) {
    List<String> names = step.from().stream().filter(this::condition).toList();
    List<String> words = new ArrayList<>();
    List<String> hypotheses =
        names.stream().filter(n -> !n.equals("range")).map(notation::tag).toList();
    if (!hypotheses.isEmpty()) {
      words.add((hypotheses.size() == 1 ? "hypothesis " : "hypotheses ") + Words.list(hypotheses));
    }
    if (names.contains("range")) {
      words.add("the condition " + notation.tag("range"));
    }
    return words;
  }

  private boolean condition(String source) {
    return claim.derivation().stream().noneMatch(step -> step.id().equals(source));
  }

  private String all(Claim.Step step) {
    List<String> words = new ArrayList<>();
    step.from().stream().filter(id -> !condition(id)).map(notation::equation).forEach(words::add);
    words.addAll(conditions(step));
    return Words.list(words);
  }

  private String over(Claim.Step step) {
    String index = step.parameters().getOrDefault("over", "?");
    return IndexKind.ofLetter(index).map(kind -> kind.word() + "s ").orElse("index ")
        + notation.inline(new Term.Name(index));
  }

  private String every(Claim.Step step) {
    try {
      Map<String, IndexKind> indices = StepScope.parse(step.parameters().get("for"));
      indices.keySet().removeAll(claim.generic().keySet());
      return Words.every(indices, notation);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("the loader admits no such index: " + e.getMessage(), e);
    }
  }
}
