package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No two small terms print alike: every term of up to three levels over a few names is printed. */
class UnicodeInjectivityTest {
  private static final Vocabulary SCOPE =
      ScopedVocabulary.extend(
          TestVocabulary.INSTANCE,
          Map.of("j", IndexKind.NEURON, "k", IndexKind.SAMPLE),
          List.of("M", "rate"));

  private final UnicodePrinter printer = new UnicodePrinter(SCOPE, Times.WHERE_NEEDED);

  @Test
  void everySmallTermHasItsOwnPrint() {
    List<Term> atoms =
        List.of(
            new Term.Literal(Rational.of(2)),
            new Term.Name("M"),
            new Term.Name("rate"),
            FormulaParser.term("a[j]", SCOPE),
            FormulaParser.term("normX[k]", SCOPE));
    List<Term> small = new ArrayList<>(atoms);
    small.addAll(above(atoms, atoms));
    List<Term> all = new ArrayList<>(small);
    all.addAll(above(small, small));
    Map<String, Term> seen = new HashMap<>();
    for (Term term : all) {
      Term other = seen.put(printer.print(term), term);
      if (other != null && !other.equals(term)) {
        assertNull(
            TextPrinter.print(other), TextPrinter.print(term) + " prints " + printer.print(term));
      }
    }
    assertTrue(seen.size() > 90_000, seen.size() + " prints");
  }

  private static List<Term> above(List<Term> lefts, List<Term> rights) {
    List<Term> out = new ArrayList<>();
    for (Term left : lefts) {
      out.add(new Term.Negation(left));
      for (Term.Function f :
          List.of(Term.Function.ABS, Term.Function.SQRT, Term.Function.EXP, Term.Function.TANH)) {
        out.add(new Term.Call(f, List.of(left)));
      }
      for (Term.Fold fold : Term.Fold.values()) {
        out.add(new Term.Over(fold, "p", "m", left));
        out.add(new Term.Over(fold, "p", "n", left));
      }
      for (Term.TimeFold fold : Term.TimeFold.values()) {
        out.add(new Term.OverTime(fold, "s", new Term.Literal(Rational.ZERO), left, left));
      }
      for (Term.Operator operator : Term.Operator.values()) {
        rights.forEach(right -> out.add(new Term.Operation(operator, left, right)));
      }
    }
    return out;
  }
}
