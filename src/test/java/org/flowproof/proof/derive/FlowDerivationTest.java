package org.flowproof.proof.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FlowDerivationTest {
  @Test
  void derivedFieldAgreesWithTheNumericOne() {
    FlowDerivation derivation = FlowDerivation.derive(11, 8);
    derivation.statements().forEach(s -> assertTrue(s.confirmed(), s.id()));
    assertEquals(7, derivation.statements().size());
    // rounding of about ten operations on numbers up to 100; 2e-16 was seen
    assertTrue(derivation.comparison().maxRelativeDifference() < 1e-13);
    assertEquals(8, derivation.comparison().states());
  }
}
