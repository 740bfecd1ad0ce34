package org.flowproof.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.exact.ExactOpinion;
import org.flowproof.proof.smt.RealQuestion;
import org.flowproof.proof.smt.Sampling;
import org.flowproof.proof.symja.AlgebraOracle;
import org.junit.jupiter.api.Test;

/** Provers that share what they finish. */
class FinishedProofsTest {
  private final AtomicInteger asked = new AtomicInteger();

  private static Claim base() {
    return new Desk().named("test/base").step("s", "inequality", "", "N <= N + 1").claim();
  }

  private static Claim lemma(String name, String of) {
    return new Desk()
        .named("test/" + name)
        .step("s", "lemma", "", "N <= N + 1", "claim", "test/" + of)
        .claim();
  }

  private Checks checks() {
    Checks.Solver solver =
        new Checks.Solver() {
          @Override
          public String tool() {
            return "counted";
          }

          @Override
          public String refuteNegation(RealQuestion question) {
            asked.incrementAndGet();
            return "unsat";
          }
        };
    AlgebraOracle algebra = new RecordedAnswers(List.of()).algebra("none");
    return new Checks(algebra, solver, Sampling::answer, ExactOpinion::answer);
  }

  private ProofReport prove(FinishedProofs finished, Claim claim) {
    try (Prover prover = new Prover(finished, checks(), () -> {})) {
      return prover.prove(claim);
    }
  }

  @Test
  void aLemmaIsProvedOnceForAllProvers() {
    Claim base = base();
    Claim one = lemma("one", "base");
    Claim two = lemma("two", "base");
    FinishedProofs finished = new FinishedProofs(ClaimCatalogue.of(List.of(base, one, two)));
    assertEquals("PROVED", prove(finished, one).status().word());
    assertEquals(1, asked.get());
    assertEquals("PROVED", prove(finished, two).status().word());
    assertSame(prove(finished, base), prove(finished, base));
    assertEquals(1, asked.get());
  }

  @Test
  void reportsInACircleReadTheSameWhereverItIsEntered() {
    Claim one = lemma("one", "two");
    Claim two = lemma("two", "three");
    Claim three = lemma("three", "one");
    List<Claim> all = List.of(one, two, three);
    List<List<String>> found = new ArrayList<>();
    for (int rotation = 0; rotation < 3; rotation++) {
      FinishedProofs finished = new FinishedProofs(ClaimCatalogue.of(all));
      List<Claim> order = new ArrayList<>(all);
      Collections.rotate(order, rotation);
      List<String> words = new ArrayList<>();
      for (Claim claim : order) {
        words.add(claim.id() + " " + RecordedReplay.Course.of(prove(finished, claim)).open());
      }
      Collections.sort(words);
      found.add(words);
    }
    assertEquals(found.get(0), found.get(1));
    assertEquals(found.get(0), found.get(2));
    assertEquals(3, found.get(0).stream().filter(w -> w.contains("PARTIAL")).count());
  }

  @Test
  void whatAnInterruptedProverFindsIsNotShared() {
    Claim base = base();
    FinishedProofs finished = new FinishedProofs(ClaimCatalogue.of(List.of(base)));
    Thread.currentThread().interrupt();
    prove(finished, base);
    assertEquals(true, Thread.interrupted());
    assertEquals(java.util.Optional.empty(), finished.find(base));
  }

  @Test
  void recordedAnswersOfALemmaAreNotTakenFromWhatRestsOnIt() {
    Claim base = base();
    Claim one = lemma("one", "base");
    RecordedReplay replay =
        new RecordedReplay(ClaimCatalogue.of(List.of(base, one)), "none", "counted");
    assertThrows(IllegalStateException.class, () -> replay.replay(one, List.of()));
    // without a recorded answer nothing is shown, and so nothing that rests on it
    assertEquals(1, replay.replay(base, List.of()).open().size());
    assertEquals(1, replay.replay(one, List.of()).open().size());
  }
}
