package org.flowproof.proof.symja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.flowproof.formula.Rational;
import org.flowproof.proof.exact.Ground;
import org.flowproof.proof.exact.Grounding;
import org.junit.jupiter.api.Test;

/** The worker can be slow, noisy, broken or dead; no answer of such a worker is believed. */
class SymjaProcessTest {
  // starting a JVM on a loaded machine takes seconds; the tests below wait for none of it in vain
  private static final Duration PATIENT = Duration.ofSeconds(60);

  private static Ground variable(String name) {
    return new Ground.Var(name);
  }

  private static Ground minus(Ground ground) {
    return new Ground.Times(List.of(new Ground.Num(Rational.of(-1)), ground));
  }

  private static Grounding.Written difference(Ground left, Ground right) {
    return new Grounding.Written(null, new Ground.Plus(List.of(left, minus(right))), Map.of());
  }

  private static Grounding.Written zero() {
    return difference(variable("a"), variable("a"));
  }

  private static Grounding.Written one() {
    return difference(variable("a"), new Ground.Plus(List.of(variable("a"), one("1"))));
  }

  private static Ground one(String text) {
    return new Ground.Num(Rational.of(Integer.parseInt(text)));
  }

  // (x1 + ... + x8)^30 has ten million monomials: more than the limit allows time for
  private static Grounding.Written endless() {
    List<Ground> parts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      parts.add(variable("x" + i));
    }
    return difference(new Ground.Power(new Ground.Plus(parts), 30), variable("y"));
  }

  private static SymjaProcess fake(String fault) {
    return new SymjaProcess(PATIENT, List.of(BrokenWorker.class.getName(), fault));
  }

  @Test
  void answersAndStopsAtTheFirstThatIsNotZero() {
    try (SymjaProcess process = new SymjaProcess(PATIENT)) {
      assertEquals(List.of("0", "0"), process.simplify(List.of(zero(), zero())));
      assertEquals(List.of("0", "-1"), process.simplify(List.of(zero(), one(), zero())));
    }
  }

  @Test
  void aSilentWorkerIsKilled() throws Exception {
    try (SymjaProcess process =
        new SymjaProcess(Duration.ofSeconds(3), List.of(BrokenWorker.class.getName(), "hangs"))) {
      for (int round = 0; round < 2; round++) {
        assertEquals(List.of("no answer: no result within 3 s"), process.simplify(List.of(zero())));
        List<ProcessHandle> left =
            ProcessHandle.current()
                .children()
                .filter(c -> c.info().commandLine().orElse("").contains("BrokenWorker"))
                .toList();
        for (ProcessHandle child : left) {
          // fails with a time-out when nobody killed it
          child.onExit().get(20, TimeUnit.SECONDS);
        }
      }
    }
  }

  @Test
  void aLongQuestionIsCutOffAndTheNextOneAnswered() {
    try (SymjaProcess process = new SymjaProcess(Duration.ofSeconds(6))) {
      assertEquals(List.of("0"), process.simplify(List.of(zero())));
      List<String> answers = process.simplify(List.of(endless()));
      assertEquals(1, answers.size());
      assertEquals("no answer: no result within 6 s", answers.get(0));
      assertEquals(List.of("0"), process.simplify(List.of(zero())));
    }
  }

  @Test
  void noiseBetweenAnswersIsSkipped() {
    try (SymjaProcess process = fake("noisy")) {
      // the noise says "0"; the true answer to each question is "v1"
      assertEquals(List.of("v1"), process.simplify(List.of(one(), one())));
    }
  }

  @Test
  void aWorkerThatFailsItsCheckIsDiscarded() {
    try (SymjaProcess process = fake("corrupt")) {
      String answer = process.simplify(List.of(zero())).get(0);
      assertEquals("no answer: self-check failed: 1 + 1 is not 2", answer);
    }
    try (SymjaProcess process = fake("corrupted-later")) {
      // the question itself is answered "0", but the check after it fails
      assertTrue(process.simplify(List.of(zero())).get(0).startsWith("no answer"));
      assertTrue(process.simplify(List.of(zero())).get(0).startsWith("no answer"));
    }
  }

  @Test
  void aWorkerThatDiesGivesNoAnswer() {
    try (SymjaProcess process = fake("dies")) {
      assertTrue(process.simplify(List.of(zero())).get(0).startsWith("no answer"));
    }
  }
}
