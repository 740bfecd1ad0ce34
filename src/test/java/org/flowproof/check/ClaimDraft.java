package org.flowproof.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Term;
import org.flowproof.formula.Vocabulary;
import org.flowproof.proof.Claim;

/** Claims written down in a line, for tests. */
record ClaimDraft(
    Map<String, IndexKind> generic,
    Map<String, String> hypotheses,
    String range,
    String conclusion,
    Map<String, String> definitions) {

  static final Claim.Model ANY_FLOW =
      new Claim.Model(
          Claim.Model.LossKind.SQUARED_HALF_MEAN,
          Claim.Model.Layers.BOTH,
          Claim.Model.ActivationKind.LEAKY_OR_RELU,
          Claim.Model.Motion.FLOW);

  static ClaimDraft says(String conclusion) {
    return new ClaimDraft(Map.of(), Map.of(), "t >= 0", conclusion, Map.of());
  }

  ClaimDraft during(String newRange) {
    return new ClaimDraft(generic, hypotheses, newRange, conclusion, definitions);
  }

  ClaimDraft given(String name, String statement) {
    Map<String, String> more = new LinkedHashMap<>(hypotheses);
    more.put(name, statement);
    return new ClaimDraft(generic, more, range, conclusion, definitions);
  }

  ClaimDraft forEach(String index, IndexKind kind) {
    Map<String, IndexKind> more = new LinkedHashMap<>(generic);
    more.put(index, kind);
    return new ClaimDraft(more, hypotheses, range, conclusion, definitions);
  }

  ClaimDraft where(String name, String term) {
    Map<String, String> more = new LinkedHashMap<>(definitions);
    more.put(name, term);
    return new ClaimDraft(generic, hypotheses, range, conclusion, more);
  }

  Claim claim() {
    return claim(ANY_FLOW);
  }

  Claim claim(Claim.Model model) {
    Vocabulary names =
        ScopedVocabulary.extend(ObservableCatalogue.standard(), generic, definitions.keySet());
    Map<String, Proposition> stated = new LinkedHashMap<>();
    hypotheses.forEach((name, text) -> stated.put(name, FormulaParser.proposition(text, names)));
    Map<String, Term> terms = new LinkedHashMap<>();
    definitions.forEach((name, text) -> terms.put(name, FormulaParser.term(text, names)));
    return new Claim(
        "test/claim",
        "A claim of a test",
        new Claim.Source(Claim.Source.Kind.DERIVED, "", ""),
        model,
        generic,
        stated,
        FormulaParser.proposition(range, names),
        FormulaParser.proposition(conclusion, names),
        terms,
        List.of(),
        List.of(),
        "");
  }
}
