package org.flowproof.proof.smt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.z3.Context;
import com.microsoft.z3.Solver;
import java.util.List;
import java.util.Map;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.proof.exact.Definitions;
import org.flowproof.proof.exact.NotRationalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The written script asks a solver that reads it the same as the built one. */
class SmtTextTest {
  private static RealQuestion question(String assumption, String goal) {
    Abstraction abstraction = new Abstraction(Definitions.ofFlow(), false);
    List<Proposition> given = new java.util.ArrayList<>();
    given.add(abstraction.of(parse(assumption)));
    Proposition wanted = abstraction.of(parse(goal));
    given.addAll(abstraction.kindFacts());
    return new RealQuestion(given, wanted, abstraction.domains());
  }

  private static Proposition parse(String text) {
    return FormulaParser.proposition(
        text,
        ScopedVocabulary.extend(
            ObservableCatalogue.standard(), Map.of("k", IndexKind.SAMPLE), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "y[k] >= 1; y[k]^3 >= y[k]; unsat",
        "y[k] >= 1; y[k]^3 > y[k]; sat",
        "y[k] != 0; y[k]^(-2) > 0; unsat",
        "y[k] > 0.5; 1/y[k] < 2; unsat",
        "y[k] > 0.5; 1/y[k] < 1.9; sat",
        "Abs[y[k]] <= 2; Max[y[k], -y[k]] <= 2 && Min[y[k], 3] >= -2; unsat",
        "y[k] < 0 || y[k] > 1; Not[y[k] == 0.5]; unsat",
        "Implies[y[k] > 0, h[k] > 0]; h[k] > 0; sat",
        "y[k] - h[k] == 0; -y[k] == -h[k]; unsat",
        "y[k]^0 == 1; y[k]^1 == y[k]; unsat",
        "Abs[Abs[Abs[y[k]]]] <= 1; y[k]^2 <= 1; unsat"
      })
  void aSolverThatReadsTheScriptAgrees(String assumption, String goal, String answer) {
    RealQuestion question = question(assumption, goal);
    assertTrue(new Smt(10_000).refuteNegation(question).startsWith(answer));
    try (Context context = new Context()) {
      Solver solver = context.mkSolver();
      solver.fromString(SmtText.of(question));
      assertEquals(answer.equals("sat") ? "SATISFIABLE" : "UNSATISFIABLE", "" + solver.check());
    }
  }

  @Test
  void theScriptDeclaresEveryScalarOnce() {
    String text = SmtText.of(question("y[k] >= 1/3", "y[k] > -1"));
    assertEquals(
        """
        (set-logic QF_NRA)
        (declare-const x1 Real)
        (assert (>= x1 (/ 1.0 3.0)))
        (assert (not (> x1 (- 1.0))))
        (check-sat)\
        """,
        text);
  }

  @Test
  void quantifiersAreRefused() {
    Proposition all = parse("ForAll[{l, n}, y[l] > 0]");
    assertThrows(
        NotRationalException.class, () -> SmtText.of(new RealQuestion(List.of(), all, Map.of())));
  }
}
