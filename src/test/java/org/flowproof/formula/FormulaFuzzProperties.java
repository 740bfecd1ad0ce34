package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;

/** Well-formed formulas mean the same to every reader; damaged ones end in one refusal. */
class FormulaFuzzProperties {
  private static final ExactReaders READERS = new ExactReaders();

  /** Whatever was read before, the engine computes as it should. */
  @AfterContainer
  static void theEngineIsStillSound() {
    try (READERS) {
      READERS.check();
    }
  }

  @Provide
  Arbitrary<String> wellFormed() {
    return FormulaGrammar.formulas();
  }

  @Provide
  Arbitrary<String> damaged() {
    return FormulaMutations.damagedFormulas();
  }

  @Provide
  Arbitrary<String> rational() {
    return FormulaGrammar.rationals();
  }

  /** Found by fuzzing: as text it nests 50 times, as printed 100 times. */
  @Example
  void aTowerOfSignedExponentsPrintsDeeper() {
    assertEquals("term", FormulaTrial.of("0.63" + "^-1".repeat(52), 1).end());
  }

  @Example
  void numbersOfManyPlacesAreReadBack() {
    for (String text : List.of("0." + "3".repeat(998), "1" + "0".repeat(999), "0.5e-400")) {
      assertEquals("term", FormulaTrial.of(text, 1).end());
    }
  }

  @Property(tries = 400)
  void wellFormedTextsHaveOneMeaning(@ForAll("wellFormed") String text, @ForAll int seed) {
    FormulaTrial trial = FormulaTrial.of(text, seed);
    // exponents of exponents are the only thing that the grammar does not bound
    assertTrue(
        List.of("term", "statement", "EXPONENT_TOO_LARGE", "TOO_LONG").contains(trial.end()),
        () -> trial.end() + ": " + text);
    Statistics.collect(trial.end());
    Statistics.coverage(
        checker -> {
          checker.check("term").percentage(p -> p > 30);
          checker.check("statement").percentage(p -> p > 30);
        });
  }

  @Property(tries = 1500)
  void damagedTextsEndInAValueOrOneRefusal(@ForAll("damaged") String text, @ForAll int seed) {
    Statistics.collect(FormulaTrial.of(text, seed).end());
    Statistics.coverage(
        checker -> {
          // most changes hurt, and not all in the same way
          checker.check("UNEXPECTED_SYMBOL").percentage(p -> p > 5);
          checker.check("FORBIDDEN_CHARACTER").percentage(p -> p > 5);
          checker.check("MALFORMED_NUMBER").percentage(p -> p > 1);
          checker.check("UNKNOWN_NAME").percentage(p -> p > 1);
          checker.check("TOO_DEEP").percentage(p -> p > 1);
        });
  }

  /** Exact arithmetic, computer algebra and the solver agree on the value of rational terms. */
  @Property(tries = 60)
  void exactReadersAgree(@ForAll("rational") String text, @ForAll int seed) {
    Statistics.collect(READERS.agree(text, seed));
    Statistics.coverage(checker -> checker.check(true).percentage(p -> p > 50));
  }
}
