package org.flowproof.proof.smt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.ScopedVocabulary;
import org.junit.jupiter.api.Test;

/** Questions that would not end are not asked, and none grows while it is written. */
class QuestionSizeTest {
  private static RealQuestion question(String text) {
    Proposition goal =
        FormulaParser.proposition(
            text, ScopedVocabulary.extend(ObservableCatalogue.standard(), Map.of(), List.of("u1")));
    return new RealQuestion(List.of(), goal, Map.of());
  }

  private static String answer(String text) {
    return new Smt(5_000).refuteNegation(question(text));
  }

  @Test
  void powersCountAsProducts() {
    assertEquals(2, QuestionSize.of(question("u1 > 0")));
    assertEquals(1 + 3 * 64 + 1, QuestionSize.of(question("(u1 + 1)^64 > 0")));
    assertEquals(1 + 64 * (1 + 64 * 3) + 1, QuestionSize.of(question("((u1 + 1)^64)^64 > 0")));
  }

  @Test
  void towersOfPowersAreNotAsked() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            assertTrue(answer("((((u1 + 1)^64)^64)^64)^64 >= 0").startsWith("unknown: too large")));
    assertEquals("unsat", answer("(u1 + 1)^2 >= 0"));
    assertTrue(answer("(u1 + 1)^2 > 0").startsWith("sat"));
  }

  @Test
  void absoluteValuesInsideEachOtherAreWrittenOnce() {
    String text = "Abs[".repeat(60) + "u1" + "]".repeat(60) + " >= 0";
    assertTrue(SmtText.of(question(text)).length() < 10_000);
  }
}
