package org.flowproof.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Term;
import org.flowproof.formula.Terms;
import org.flowproof.formula.Vocabulary;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.yaml.NearestName;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the section {@code runs} of a setting. */
final class RunSection {
  private final Setting.Motion motion;
  private final Map<String, Symbol> symbols;

  RunSection(Setting.Motion motion, Map<String, Symbol> symbols) {
    this.motion = motion;
    this.symbols = symbols;
  }

  RunReading read(StrictMap section) {
    section.allow("loss", "factor", "trained", "activation", "from", "when", "as");
    if (motion == Setting.Motion.STILL) {
      throw section.refuse("what stands still is not read off a run", "a setting that moves");
    }
    return new RunReading(
        section.choice("loss", Loss.Kind.byText()),
        section.choice("factor", Loss.Factor.byText()),
        section.choice("trained", Network.Trained.byText()),
        section.choice("activation", Claim.Model.ActivationKind.byText()),
        section.choice(
            "from", Map.of("start", RunReading.Origin.START, "settled", RunReading.Origin.SETTLED)),
        when(section),
        as(section.map("as")));
  }

  private Map<String, Proposition> when(StrictMap section) {
    Map<String, Proposition> found = new LinkedHashMap<>();
    if (section.has("when")) {
      section
          .map("when")
          .entries()
          .forEach(
              (name, value) ->
                  found.put(
                      name,
                      ClaimLoader.guarded(
                          value,
                          () -> FormulaParser.proposition(value.text(), network(Map.of())))));
    }
    return found;
  }

  private Map<String, Term> as(StrictMap section) {
    Map<String, Term> found = new LinkedHashMap<>();
    for (Map.Entry<String, StrictValue> e : section.entries().entrySet()) {
      StrictValue value = e.getValue();
      Symbol symbol = symbols.get(e.getKey());
      if (symbol == null) {
        throw value.refuse(
            "'" + e.getKey() + "' is not a symbol of the setting",
            "one of " + symbols.keySet(),
            NearestName.of(e.getKey(), symbols.keySet()));
      }
      Map<String, IndexKind> index = new LinkedHashMap<>();
      for (int i = 0; i < symbol.indices().size(); i++) {
        index.put(symbol.indices().get(i), symbol.signature().indices().get(i));
      }
      Term term =
          ClaimLoader.guarded(value, () -> FormulaParser.term(value.anyText(), network(index)));
      if (value.anyText().contains("'") || !isPresent(term)) {
        throw value.refuse("a symbol is read at its own time", "a term without times and primes");
      }
      found.put(e.getKey(), term);
    }
    return found;
  }

  private static boolean isPresent(Term term) {
    return !Terms.speaksOfOtherTimes(term)
        && Terms.occurrences(term).stream()
            .allMatch(o -> o.time() == null || o.time().equals(new Term.Name("t")));
  }

  private Vocabulary network(Map<String, IndexKind> index) {
    Vocabulary names =
        motion == Setting.Motion.DESCENT
            ? ObservableCatalogue.descent()
            : ObservableCatalogue.standard();
    return ScopedVocabulary.extend(names, index, java.util.List.of());
  }
}
