package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubstitutionTest {
  private static final Vocabulary SCOPE =
      ScopedVocabulary.extend(
          TestVocabulary.INSTANCE, Map.of("j", IndexKind.NEURON), List.of("M", "S", "R"));

  private static Term term(String text) {
    return FormulaParser.term(text, SCOPE);
  }

  @Test
  void insertsDefinitionsOfDefinitions() {
    Map<String, Term> definitions = Map.of("M", term("S + 1"), "S", term("2*t"));
    assertEquals(term("(2*t + 1)*a[j]"), Substitution.expand(term("M*a[j]"), definitions));
    assertEquals(
        FormulaParser.proposition("Not[2*t + 1 > 0]", SCOPE),
        Substitution.expand(FormulaParser.proposition("Not[M > 0]", SCOPE), definitions));
  }

  @Test
  void renamesBoundIndicesThatMeet() {
    Map<String, Term> definitions = Map.of("M", term("Sum[y[k], {k, n}]"));
    Proposition inserted =
        Substitution.expand(
            FormulaParser.proposition("ForAll[{k, n}, y[k] <= M]", SCOPE), definitions);
    assertEquals(
        FormulaParser.proposition("ForAll[{k, n}, y[k] <= Sum[y[k1], {k1, n}]]", SCOPE), inserted);
    // the result is in the language again
    assertEquals(inserted, FormulaParser.proposition(TextPrinter.print(inserted), SCOPE));
  }

  @Test
  void renamesNestedBindersOfEqualNames() {
    Map<String, Term> definitions =
        Map.of("M", term("Sup[N[tau]*S, {tau, 0, t}]"), "S", term("Sum[y[k], {k, n}]"));
    Term inserted = Substitution.expand(term("Sum[Integral[M, {tau, 0, t}], {k, n}]"), definitions);
    assertEquals(
        term("Sum[Integral[Sup[N[tau1]*Sum[y[k1], {k1, n}], {tau1, 0, t}], {tau, 0, t}], {k, n}]"),
        inserted);
  }

  @Test
  void refusesCirclesAndCaptureAndExplosion() {
    assertRefused("circle", term("M"), Map.of("M", term("S"), "S", term("M + 1")));
    assertRefused("circle", term("M"), Map.of("M", term("M")));
    Term captured = new Term.Over(Term.Fold.SUM, "j", "m", new Term.Name("M"));
    assertRefused("bound where", captured, Map.of("M", term("a[j]")));
    Map<String, Term> doubling = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      Term next = new Term.Name("D" + (i + 1));
      doubling.put("D" + i, new Term.Operation(Term.Operator.PLUS, next, next));
    }
    assertRefused("too large", new Term.Name("D0"), doubling);
  }

  private static void assertRefused(String part, Term term, Map<String, Term> definitions) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Substitution.expand(term, definitions))
            .getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void namesAndObservablesAreCollected() {
    Proposition p =
        FormulaParser.proposition(
            "ForAll[{l, n}, u[j,l] <= M*N[0]] && Sup[N[s]*s, {s, 0, t}] < kappa", SCOPE);
    assertEquals(List.of("u", "N"), List.copyOf(Terms.observables(p)));
    assertEquals(List.of("j", "t", "M", "kappa"), List.copyOf(Terms.names(p)));
  }
}
