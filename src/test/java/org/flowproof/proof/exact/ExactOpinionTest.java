package org.flowproof.proof.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Term;
import org.junit.jupiter.api.Test;

/** Bounds on degrees, and how many points they ask for. */
class ExactOpinionTest {
  private static final Instance INSTANCE =
      new Instance(
          Map.of(IndexKind.NEURON, 3, IndexKind.SAMPLE, 2, IndexKind.COORDINATE, 2),
          Map.of("j", 1, "k", 1));

  private static Question question(String text) {
    Map<String, IndexKind> scope = Map.of("j", IndexKind.NEURON, "k", IndexKind.SAMPLE);
    Term term =
        ((Proposition.Comparison)
                FormulaParser.proposition(
                    text + " == 0",
                    ScopedVocabulary.extend(
                        ObservableCatalogue.standard(), scope, java.util.List.of())))
            .left();
    return Question.zero(Instantiation.canonical(term), scope);
  }

  private static double degree(String text) {
    return DegreeBound.of(question(text), INSTANCE);
  }

  private static String answer(String text) {
    return ExactOpinion.answer(question(text), INSTANCE, 1);
  }

  @Test
  void degreesOfPolynomials() {
    assertEquals(3, degree("a[j]*y[k]^2"));
    assertEquals(3, degree("a[j]*y[k]^2 + N"));
    assertEquals(6, degree("(a[j]*y[k]^2 - N^3)^2"));
    assertEquals(2, degree("Sum[a[p]^2, {p, m}]"));
    assertEquals(1, degree("2*a[j] + 1"));
  }

  @Test
  void degreesOfNumeratorsAfterBringingTogether() {
    // a/y + y/a has numerator a^2 + y^2
    assertEquals(2, degree("a[j]/y[k] + y[k]/a[j]"));
    // 1/a1 + 1/a2 + 1/a3
    assertEquals(2, degree("Sum[1/a[p], {p, m}]"));
    assertEquals(4, degree("a[j]*y[k]^(-3) + a[j]"));
    assertEquals(6, degree("a[j]^(-3)*y[k]^(-3) - 1"));
  }

  @Test
  void argumentsOfFunctionsCount() {
    assertTrue(degree("Exp[a[j]^20] - Exp[y[k]^20]") >= 20);
    assertTrue(degree("Sum[Exp[a[p]^20], {p, m}]") >= 3 * 20);
  }

  @Test
  void pointsAreEnoughForTheDegree() {
    for (double degree : new double[] {1, 100, 512, 513, 1 << 16}) {
      int points = ExactOpinion.points(degree);
      assertTrue(points >= 2);
      double each = degree * Math.pow(2, -39);
      assertTrue(points * Math.log(each) / Math.log(2) <= -60, degree + ": " + points);
    }
    assertEquals(2, ExactOpinion.points(512));
    assertEquals(3, ExactOpinion.points(513));
  }

  @Test
  void degreesBeyondTheCoordinatesAreRefused() {
    assertThrows(NotRationalException.class, () -> ExactOpinion.points(100_001));
    String high = "((((a[j]^64)^64)^64)^64)^64";
    assertThrows(NotRationalException.class, () -> answer(high + " - " + high));
  }

  @Test
  void answersAreTrue() {
    assertEquals("", answer("(a[j] + y[k])^2 - a[j]^2 - 2*a[j]*y[k] - y[k]^2"));
    assertEquals("", answer("Exp[a[j] + y[k]] - Exp[y[k] + a[j]]"));
    assertTrue(answer("(a[j] + y[k])^2 - a[j]^2 - y[k]^2").startsWith("non-zero"));
    assertTrue(answer("Exp[a[j]] - Exp[y[k]]").startsWith("non-zero"));
    assertTrue(answer("Exp[0] - 1").startsWith("non-zero"));
    assertTrue(answer("1/(a[j] - a[j])").startsWith("no point found"));
  }
}
