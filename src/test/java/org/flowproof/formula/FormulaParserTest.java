package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaParserTest {
  private static final Term.Name T = new Term.Name("t");

  private static Term term(String text) {
    return FormulaParser.term(text, TestVocabulary.INSTANCE);
  }

  /** Two texts, the second with every parenthesis written, are the same tree. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "-t^2; -(t^2)",
        "t^2^3; t^(2^3)",
        "-t*t; (-t)*t",
        "t*-t; t*(-t)",
        "t^-2; t^(-2)",
        "t^-2^3; t^(-(2^3))",
        "t-t-t; (t-t)-t",
        "t/t/t; (t/t)/t",
        "t/t*t; (t/t)*t",
        "t+t*t^2; t+(t*(t^2))",
        "2*-t^2; 2*(-(t^2))",
        "N; N[t]",
        "N'; N'[t]",
        "a[j]; a[j,t]",
        "a'[j]; a'[j,t]"
      })
  void bindsAsInMathematica(String text, String parenthesised) {
    assertEquals(term(parenthesised), term(text));
  }

  @Test
  void andBindsTighterThanOrAndChainsFlat() {
    Proposition p =
        FormulaParser.proposition("t < 1 || t < 2 && t < 3 && t < 4", TestVocabulary.INSTANCE);
    Proposition.Or or = (Proposition.Or) p;
    assertEquals(2, or.parts().size());
    assertEquals(3, ((Proposition.And) or.parts().get(1)).parts().size());
    assertEquals(p, FormulaParser.proposition("t<1||(t<2&&t<3&&t<4)", TestVocabulary.INSTANCE));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 1, 10", "1e-8, 1, 100000000", "1.50, 3, 2", "2.5e3, 2500, 1", "1e+2, 100, 1"})
  void readsNumbersExactly(String text, long numerator, long denominator) {
    assertEquals(new Term.Literal(Rational.of(numerator, denominator)), term(text));
  }

  @Test
  void observablesCarryIndicesAndTime() {
    assertEquals(
        new Term.Observed(
            "w", 1, List.of(new Term.Name("j"), one()), new Term.Literal(Rational.ZERO)),
        term("w'[j, 1, 0]"));
    Term.Observed sample = (Term.Observed) term("x[k,1]");
    assertNull(sample.time());
    assertEquals(new Term.Name("kappa"), term("kappa"));
  }

  private static Term one() {
    return new Term.Literal(Rational.ONE);
  }

  @Test
  void bindersAreInSightInTheirBodyOnly() {
    assertEquals(
        new Term.Over(
            Term.Fold.SUM, "p", "m", new Term.Observed("a", 0, List.of(new Term.Name("p")), T)),
        term("Sum[a[p], {p, m}]"));
    // the same name again, one after the other
    term("Sum[a[p], {p, m}] + Sum[y[p], {p, n}]");
    term("Max[a[j], 1] + Max[a[p], {p, m}]");
    term("Integral[Sup[N[tau], {tau, 0, s}], {s, 0, t}]");
  }

  @Test
  void scopesReplaceGenericIndicesAndAddDefinitions() {
    Vocabulary scope =
        ScopedVocabulary.extend(
            TestVocabulary.INSTANCE, Map.of("l", IndexKind.NEURON), List.of("M"));
    FormulaParser.term("M*Sum[a[j], {j, m}]*a[l]", scope);
    Signature output = TestVocabulary.INSTANCE.find("a").orElseThrow();
    FormulaParser.term(
        "a[j]*Sum[y[k], {k, n}]", ScopedVocabulary.ofDefinition(TestVocabulary.INSTANCE, output));
  }

  @ParameterizedTest
  @CsvSource({
    "t, SHADOWED_NAME",
    "N, SHADOWED_NAME",
    "Exp, SHADOWED_NAME",
    "l, SHADOWED_NAME",
    "n0_, UNEXPECTED_SYMBOL"
  })
  void definitionsMayNotTakeNamesInUse(String name, FormulaException.Reason reason) {
    FormulaException refusal =
        org.junit.jupiter.api.Assertions.assertThrows(
            FormulaException.class,
            () ->
                ScopedVocabulary.extend(
                    TestVocabulary.INSTANCE, Map.of("l", IndexKind.NEURON), List.of(name)));
    assertEquals(reason, refusal.reason());
  }
}
