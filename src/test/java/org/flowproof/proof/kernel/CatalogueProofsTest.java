package org.flowproof.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped claims are proved, and none of their false twins is. */
class CatalogueProofsTest {
  private static ClaimCatalogue catalogue;
  private static Prover prover;

  @BeforeAll
  static void start() {
    catalogue = ClaimCatalogue.load(Path.of("proofs"));
    prover = new Prover(catalogue);
  }

  @AfterAll
  static void stop() {
    prover.close();
  }

  @Test
  void everyShippedClaimIsProved() {
    assertTrue(catalogue.claims().size() >= 13);
    for (Claim claim : catalogue.claims()) {
      ProofReport report = prover.prove(claim);
      assertEquals(
          cited(claim) ? "CITED" : conjectured(claim) ? "CONJECTURE" : "PROVED",
          report.status().word(),
          claim.id() + ": " + report.status());
    }
  }

  @Test
  void noFalseTwinIsProved() {
    for (Claim claim : catalogue.claims()) {
      assertTrue(conjectured(claim) || !claim.falsified().isEmpty(), claim.id());
      for (Claim.Twin twin : claim.falsified()) {
        ProofReport report = prover.proveTwin(claim, twin);
        assertEquals(
            cited(claim) ? "CITED" : "PARTIAL",
            report.status().word(),
            claim.id() + " / " + twin.id());
      }
    }
  }

  private static boolean conjectured(Claim claim) {
    return claim.source().kind() == Claim.Source.Kind.CONJECTURE;
  }

  private static boolean cited(Claim claim) {
    return claim.source().kind() == Claim.Source.Kind.CITED;
  }

  @Test
  void everyIdentityCarriesTwoOpinions() {
    Claim claim = catalogue.find("envelopes/energy-identity").orElseThrow();
    var evidence = prover.prove(claim).steps().get(0).evidence();
    assertTrue(evidence.stream().anyMatch(e -> e.tool().startsWith("Symja")));
    assertTrue(evidence.stream().anyMatch(e -> e.tool().startsWith("exact rational")));
  }
}
