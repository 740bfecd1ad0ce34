package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;
import static org.flowproof.formula.IndexKind.SAMPLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;

/**
 * Tables of true claims that the kernel has to accept, and of false claims or invalid derivations
 * that it has to refuse for the reason given.
 */
abstract class Trials {
  private static Prover prover;

  @BeforeAll
  static void start() {
    prover = new Prover(ClaimCatalogue.load(Path.of("proofs")));
  }

  @AfterAll
  static void stop() {
    prover.close();
  }

  static ProofReport prove(Desk desk) {
    return prover.prove(desk.claim());
  }

  /** A claim that is true, with a valid derivation. */
  static DynamicTest valid(String what, Desk desk) {
    return DynamicTest.dynamicTest(
        what,
        () -> {
          ProofReport report = prover.prove(desk.claim());
          assertEquals("PROVED", report.status().word(), report.status().toString());
        });
  }

  /**
   * A claim that is false, or a derivation with a gap.
   *
   * @param why it is wrong
   * @param reason part of what the kernel says
   */
  static DynamicTest attack(String why, String reason, Desk desk) {
    return DynamicTest.dynamicTest(why, () -> refused(reason, prover.prove(desk.claim())));
  }

  /** A wrong conclusion put on the derivation of a shipped claim. */
  static DynamicTest twin(String claim, String why, String reason, Claim.Twin twin) {
    return DynamicTest.dynamicTest(
        claim + ": " + why,
        () -> {
          Claim shipped =
              ClaimCatalogue.load(Path.of("proofs")).find(claim).orElseThrow(AssertionError::new);
          refused(reason, prover.proveTwin(shipped, twin));
        });
  }

  static void refused(String reason, ProofReport report) {
    assertEquals("PARTIAL", report.status().word(), report.claim().conclusion().toString());
    assertTrue(report.status().toString().contains(reason), report.status().toString());
  }

  /** A claim about a neuron j and a sample k, with one step. */
  static Desk one(String rule, String shows, String... extra) {
    return about().step("s", rule, "", shows, extra);
  }

  /** A claim about a neuron j and a sample k. */
  static Desk about() {
    return new Desk().fixed("j", NEURON).fixed("k", SAMPLE);
  }

  /** A prover that knows other claims. */
  static ProofReport proveAmong(List<Claim> others, Claim claim) {
    try (Prover own = new Prover(ClaimCatalogue.of(others))) {
      return own.prove(claim);
    }
  }
}
