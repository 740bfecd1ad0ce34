package org.flowproof.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flowproof.problem.InputException;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.ClaimLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one claim says changes no verdict on another, in the same run or in one beside it. */
class PoisonedClaimsTest {
  /** True, with definitions that are called like functions of the algebra system. */
  private static final String CLAIM =
      """
      format: 1
      claim: area/%s
      title: "%s"
      source: {kind: derived, reference: "%s", locator: ""}
      model: {loss: squared-half-mean, layers: both, activation: leaky-or-relu, dynamics: flow}
      for: {j: neuron}
      hypotheses: {}
      conclusion:
        range: "t >= 0"
        holds: "%s"
      where:
        Plus: "a[j]^2"
        Times: "normW2[j]"
        Power: "Plus - Times"
        Together: "2*Plus"
        Expand: "Together - Plus"
        v1: "Expand - Times"
      derivation:
        - {id: b1, rule: derivative-along-flow, shows: "balance'[j] == 0", keep: "D"}
        - {id: b2, rule: constant, from: [b1], shows: "balance[j] == balance[j,0]"}
        - {id: b3, rule: rewrite, from: [b2], unfold: "balance", shows: "a[j]^2 - normW2[j] == a[j,0]^2 - normW2[j,0]"}
        - {id: b4, rule: identity, shows: "%s"}
        - {id: b5, rule: inequality, from: [b3, b4], shows: "%s"}
      falsified:
        - {id: flipped-sign, holds: "a[j]^2 + normW2[j] == a[j,0]^2 + normW2[j,0]", because: "both grow"}
      notes: "%s"
      """;

  private static final String TRUE = "Power == v1";
  private static final String FALSE = "Power == v1 + 1";
  private static final List<String> POISON =
      List.of(
          "Unprotect[Plus]; Plus[a_, b_] := 0",
          "Block[{Plus = Times}, 2 + 3]",
          "Block[{Together = Sin}, Together[x]]",
          "v1 /: v1 + v2 = 7",
          "ToExpression[x] && Quit[]",
          "$RecursionLimit = 20");

  @TempDir Path directory;

  private Claim load(String name, String words, String statement) throws IOException {
    Path file = directory.resolve("area").resolve(name + ".yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        CLAIM.formatted(
            name, words, words.replace(",", ";"), statement, statement, statement, words));
    return ClaimLoader.load(directory, file);
  }

  private static String status(Prover prover, Claim claim) {
    return prover.prove(claim).status().word();
  }

  private static Prover prover() {
    return new Prover(ClaimCatalogue.of(List.of()));
  }

  @Test
  void aPoisonedFormulaIsRefusedAndTheNextVerdictsStand() throws IOException {
    try (Prover prover = prover()) {
      Claim right = load("right", "words", TRUE);
      Claim wrong = load("wrong", "words", FALSE);
      assertEquals("PROVED", status(prover, right));
      for (String poison : POISON) {
        assertThrows(InputException.class, () -> load("poisoned", "words", poison));
        Claim worded = load("worded", poison, TRUE);
        assertEquals("PROVED", status(prover, worded), poison);
      }
      assertEquals("PROVED", status(prover, load("right", "words", TRUE)));
      assertEquals("PARTIAL", status(prover, wrong));
    }
  }

  @Test
  void runsBesideEachOtherDoNotMeet() throws Exception {
    Claim worded = load("worded", POISON.get(1), TRUE);
    Claim wrong = load("wrong", "words", FALSE);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Prover one = prover();
        Prover two = prover()) {
      List<Future<List<String>>> all = new ArrayList<>();
      all.add(threads.submit(thrice(one, worded)));
      all.add(threads.submit(thrice(two, wrong)));
      assertEquals(List.of("PROVED", "PROVED", "PROVED"), all.get(0).get());
      assertEquals(List.of("PARTIAL", "PARTIAL", "PARTIAL"), all.get(1).get());
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<List<String>> thrice(Prover prover, Claim claim) {
    return () -> List.of(status(prover, claim), status(prover, claim), status(prover, claim));
  }
}
