package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flowproof.proof.exact.Grounding;
import org.flowproof.proof.exact.Instance;
import org.flowproof.proof.exact.Question;
import org.flowproof.proof.smt.RealQuestion;
import org.flowproof.proof.smt.Smt;
import org.flowproof.proof.symja.SymjaProcess;

/**
 * Exact arithmetic, the computer algebra system and the solver, asked for the value of one rational
 * term.
 */
final class ExactReaders implements AutoCloseable {
  private static final int MOST_BITS = 5_000;

  private final SymjaProcess engine = new SymjaProcess(Duration.ofSeconds(60));

  /**
   * Holds the readings of a text against each other.
   *
   * @return whether it has a value to compare
   * @throws AssertionError when they differ
   */
  boolean agree(String text, int seed) {
    Term term = FormulaParser.term(text, TestVocabulary.INSTANCE);
    Rational value;
    try {
      value = FormulaTrial.value(new RationalArithmetic(), term, seed);
    } catch (NoValueException e) {
      return false;
    }
    if (Math.max(value.numerator().bitLength(), value.denominator().bitLength()) > MOST_BITS) {
      return false;
    }
    assertEquals(value, algebra(term, seed), text);
    assertEquals("unsat", solver(term, value, seed), text);
    assertFalse(solver(term, value.plus(Rational.ONE), seed).equals("unsat"), text);
    return true;
  }

  /** Fails when the engine no longer computes as it should. */
  void check() {
    assertEquals(List.of(), engine.simplify(List.of()));
  }

  private static Map<String, Rational> values(int seed) {
    return Map.of(
        "t", HashedPoint.value(seed, "t").abs(), "kappa", HashedPoint.value(seed, "kappa"));
  }

  private Rational algebra(Term term, int seed) {
    Instance sizes = new Instance(Map.of(), Map.of());
    return engine.valueAt(Grounding.write(Question.zero(term, Map.of()), sizes), values(seed));
  }

  /** {@code unsat} exactly when the solver finds that the term has this value. */
  private static String solver(Term term, Rational value, int seed) {
    List<Proposition> given =
        values(seed).entrySet().stream()
            .<Proposition>map(e -> equal(new Term.Name(e.getKey()), e.getValue()))
            .toList();
    return new Smt(20_000).refuteNegation(new RealQuestion(given, equal(term, value), Map.of()));
  }

  private static Proposition equal(Term term, Rational value) {
    return new Proposition.Comparison(Proposition.Relation.EQUAL, term, new Term.Literal(value));
  }

  @Override
  public void close() {
    engine.close();
  }
}
