package org.flowproof.falsify.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.Test;

class ConfirmationTest {
  private static final ClaimCatalogue CATALOGUE = ClaimCatalogue.load(Path.of("proofs"));

  private static final Problem CASE =
      CaseLoader.load(Path.of("cases/early-alignment/shared-pattern.yaml"), OptionalLong.empty())
          .problem();

  private static Claim claim(String id) {
    return CATALOGUE.find(id).orElseThrow();
  }

  @Test
  void whatHoldsIsNotConfirmed() {
    Confirmation confirmation = Confirmation.of(claim("envelopes/balancedness"), CASE);
    assertFalse(confirmation.confirmed());
    assertEquals(List.of("HELD at tolerance 1.0E-12"), confirmation.runs());
  }

  @Test
  void bothIntegratorsHaveToSeeAViolation() {
    Confirmation confirmation = Confirmation.of(claim("conjectures/descent-keeps-balance"), CASE);
    assertFalse(confirmation.confirmed(), "the claim is about another motion");
    Confirmation twin = Confirmation.of(claim("conjectures/loss-at-the-rate-of-the-start"), CASE);
    assertTrue(twin.confirmed(), twin.runs().toString());
    assertEquals(2, twin.runs().size());
    assertTrue(twin.finding().isPresent());
  }

  @Test
  void theToleranceIsTightened() {
    Dynamics tight = Confirmation.tight(CASE).dynamics();
    assertTrue(((Dynamics.Flow) tight).relativeTolerance() <= 1e-12);
  }
}
