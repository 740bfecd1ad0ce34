package org.flowproof.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.Test;

/** A false twin is refused where the mathematics fails. */
class WrongVariantTest {
  private static final ClaimCatalogue CATALOGUE = ClaimCatalogue.load(Path.of("proofs"));

  private static Claim claim(String id) {
    return CATALOGUE.find(id).orElseThrow();
  }

  private static Claim variant(String id, String twin) {
    Claim claim = claim(id);
    return WrongVariant.of(
        claim,
        claim.falsified().stream().filter(t -> t.id().equals(twin)).findFirst().orElseThrow());
  }

  private static Claim.Step step(Claim claim, String id) {
    return claim.derivation().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  private static String firstOpen(String id, String twin) {
    try (Prover prover = new Prover(CATALOGUE)) {
      ClaimStatus status = prover.prove(variant(id, twin)).status();
      return ((ClaimStatus.Partial) status).open().get(0);
    }
  }

  @Test
  void aWrongPartOfAConjunctionIsShownByTheStepThatShowedTheRightOne() {
    String reason = firstOpen("envelopes/energy-identity", "half");
    assertTrue(reason.startsWith("g1: not an identity"), reason);
  }

  @Test
  void aPartIsFoundByItsLeftSideInsideAStepThatShowsMore() {
    String reason = firstOpen("early-alignment/fixed-cone", "flipped-sign");
    assertTrue(reason.startsWith("c6: not an identity"), reason);
  }

  @Test
  void aDroppedHypothesisIsListedByNoStep() {
    Claim wrong = variant("envelopes/domination-kept", "no-domination");
    assertTrue(wrong.hypotheses().isEmpty());
    assertEquals(java.util.List.of("d1"), step(wrong, "d2").from());
    String reason = firstOpen("envelopes/domination-kept", "no-domination");
    assertTrue(reason.startsWith("d2: not shown"), reason);
  }

  @Test
  void everythingElseStaysAsItIs() {
    Claim right = claim("envelopes/energy-identity");
    Claim wrong = variant("envelopes/energy-identity", "half");
    assertEquals(right.hypotheses(), wrong.hypotheses());
    assertEquals(right.range(), wrong.range());
    assertEquals(right.derivation().size(), wrong.derivation().size());
    assertEquals(step(right, "g1").from(), step(wrong, "g1").from());
    assertEquals(step(right, "g1").parameters(), step(wrong, "g1").parameters());
  }
}
