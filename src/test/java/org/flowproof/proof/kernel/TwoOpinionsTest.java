package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.SAMPLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.exact.ExactOpinion;
import org.flowproof.proof.exact.Grounding;
import org.flowproof.proof.smt.RealQuestion;
import org.flowproof.proof.smt.Sampling;
import org.flowproof.proof.symja.AlgebraOracle;
import org.junit.jupiter.api.Test;

/** One lying opinion is not enough. */
class TwoOpinionsTest {
  private static final class FixedAlgebra implements AlgebraOracle {
    private final String answer;

    FixedAlgebra(String answer) {
      this.answer = answer;
    }

    @Override
    public String tool() {
      return "fixed answers";
    }

    @Override
    public List<String> simplify(List<Grounding.Written> questions) {
      return Collections.nCopies(questions.size(), answer);
    }

    @Override
    public void close() {}
  }

  private static final class FixedSolver implements Checks.Solver {
    private final String answer;

    FixedSolver(String answer) {
      this.answer = answer;
    }

    @Override
    public String tool() {
      return "fixed answers";
    }

    @Override
    public String refuteNegation(RealQuestion question) {
      return answer;
    }
  }

  private static String word(String algebra, String solver, boolean lyingSecond, Desk desk) {
    FixedAlgebra oracle = new FixedAlgebra(algebra);
    Checks checks =
        new Checks(
            oracle,
            new FixedSolver(solver),
            lyingSecond ? (q, seed) -> "" : Sampling::answer,
            lyingSecond ? (q, i, seed) -> "" : ExactOpinion::answer);
    try (Prover prover = new Prover(ClaimCatalogue.of(List.of()), checks, oracle)) {
      return prover.prove(desk.claim()).status().word();
    }
  }

  private static Desk identity(String text) {
    return new Desk().fixed("k", SAMPLE).step("s", "identity", "", text);
  }

  private static Desk inequality(String text) {
    return new Desk().fixed("k", SAMPLE).step("s", "inequality", "", text);
  }

  @Test
  void anAlgebraSystemThatAlwaysSaysZeroProvesNoFalseIdentity() {
    assertEquals("PARTIAL", word("0", "unsat", false, identity("r[k] == y[k] + h[k]")));
    assertEquals("PROVED", word("0", "unsat", false, identity("r[k] == y[k] - h[k]")));
  }

  @Test
  void anEvaluatorThatAlwaysSaysZeroProvesNothingTheAlgebraSystemDenies() {
    assertEquals("PARTIAL", word("v1", "unsat", true, identity("r[k] == y[k] + h[k]")));
    assertEquals(
        "PARTIAL", word("no answer: late", "unsat", true, identity("r[k] == y[k] - h[k]")));
  }

  @Test
  void aSolverThatAlwaysSaysUnsatProvesNoFalseInequality() {
    assertEquals("PARTIAL", word("0", "unsat", false, inequality("y[k] <= y[k]^2")));
    assertEquals("PROVED", word("0", "unsat", false, inequality("y[k] <= y[k]^2 + 1")));
    assertEquals("PARTIAL", word("0", "unknown: late", true, inequality("y[k] <= y[k]^2 + 1")));
  }

  @Test
  void onlyThisPackageMakesProved() {
    assertTrue(
        Arrays.stream(ClaimStatus.Proved.class.getDeclaredConstructors())
            .noneMatch(c -> Modifier.isPublic(c.getModifiers())));
  }
}
