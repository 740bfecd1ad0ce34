package org.flowproof.proof.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.Test;

/** The evidence of every shipped claim is there, current, and the kernel agrees with it. */
class ShippedEvidenceTest {
  private static final Path PROOFS = Path.of("proofs");
  private static final String REMEDY =
      "; run './flowproof prove --replay' and commit proofs/**/*.evidence.json";

  @Test
  void everyClaimHasVerifiedEvidence() {
    ClaimCatalogue catalogue = ClaimCatalogue.load(PROOFS);
    EvidenceCheck check = new EvidenceCheck(catalogue, PROOFS, Foundations.current());
    List<String> faults = new ArrayList<>();
    int verified = 0;
    for (Claim claim : catalogue.claims()) {
      EvidenceCheck.Outcome outcome = check.of(claim);
      if (outcome.word() == EvidenceCheck.Word.VERIFIED) {
        verified++;
      } else if (outcome.word() != EvidenceCheck.Word.NONE) {
        faults.add(claim.id() + ": " + outcome.text());
      }
    }
    assertEquals(List.of(), faults, faults.size() + " claims without good evidence" + REMEDY);
    assertTrue(verified >= 13, verified + " verified");
  }

  @Test
  void noEvidenceIsLeftOverFromAClaimThatIsGone() throws IOException {
    ClaimCatalogue catalogue = ClaimCatalogue.load(PROOFS);
    List<Path> expected =
        catalogue.claims().stream().map(c -> new EvidenceFile(PROOFS, c).path()).toList();
    try (Stream<Path> files = Files.walk(PROOFS)) {
      assertEquals(
          List.of(),
          files.filter(f -> f.toString().endsWith(".json") && !expected.contains(f)).toList(),
          "delete these files");
    }
  }
}
