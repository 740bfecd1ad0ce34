package org.flowproof.exposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.Setting;
import org.flowproof.proof.Symbol;

/** How the state of a setting moves and what is known of its symbols, as sentences and formulas. */
public final class SettingWords {
  private static final Term NOW = new Term.Name("t");

  /**
   * Some formulas with the sentence before them.
   *
   * @param lead ends without punctuation
   * @param formulas by tag; the tag is empty when nothing refers to the formula
   */
  public record Part(String lead, List<Map.Entry<String, Proposition>> formulas) {
    public Part {
      formulas = List.copyOf(formulas);
    }
  }

  private SettingWords() {}

  /** The parts that have formulas: facts, motion by the gradient, motion by definition. */
  public static List<Part> of(Setting setting, Notation notation) {
    List<Part> parts = new ArrayList<>();
    add(parts, "By the meaning of the symbols", List.copyOf(setting.facts().entrySet()));
    String loss = setting.loss().map(l -> notation.inline(written(setting, l))).orElse("");
    boolean descent = setting.motion() == Setting.Motion.DESCENT;
    String gradient =
        descent
            ? "Each step subtracts "
                + notation.inline(setting.step())
                + " times the gradient of "
                + loss
                + " from the state"
            : "The state moves against the gradient of " + loss;
    add(parts, gradient, motions(setting, true));
    add(parts, "By definition", motions(setting, false));
    return parts;
  }

  // an abbreviation for the loss is not among the symbols that a claim explains
  private static Term written(Setting setting, Term loss) {
    return loss instanceof Term.Observed o
        ? setting.symbols().get(o.name()).definition().orElse(loss)
        : loss;
  }

  private static void add(
      List<Part> parts, String lead, List<Map.Entry<String, Proposition>> formulas) {
    if (!formulas.isEmpty()) {
      parts.add(new Part(lead, formulas));
    }
  }

  private static List<Map.Entry<String, Proposition>> motions(Setting setting, boolean free) {
    List<Map.Entry<String, Proposition>> equations = new ArrayList<>();
    for (Symbol symbol : setting.symbols().values()) {
      if (symbol.role() instanceof Symbol.Role.State state && state.free() == free) {
        equations.add(Map.entry("", motion(setting, symbol, state.moves())));
      }
    }
    return equations;
  }

  private static Proposition motion(Setting setting, Symbol symbol, Term moves) {
    List<Term> indices = symbol.indices().stream().<Term>map(Term.Name::new).toList();
    String name = symbol.signature().name();
    Term now = new Term.Observed(name, 0, indices, NOW);
    Proposition equation =
        setting
            .nextTime()
            .map(
                step ->
                    equal(new Term.Observed(name, 0, indices, plus(NOW, step)), plus(now, moves)))
            .orElseGet(() -> equal(new Term.Observed(name, 1, indices, NOW), moves));
    for (int p = symbol.indices().size() - 1; p >= 0; p--) {
      IndexKind kind = symbol.signature().indices().get(p);
      equation =
          new Proposition.Quantified(
              Proposition.Quantifier.FOR_ALL, symbol.indices().get(p), kind.size(), equation);
    }
    return equation;
  }

  private static Proposition equal(Term left, Term right) {
    return new Proposition.Comparison(Proposition.Relation.EQUAL, left, right);
  }

  private static Term plus(Term left, Term right) {
    return new Term.Operation(Term.Operator.PLUS, left, right);
  }
}
