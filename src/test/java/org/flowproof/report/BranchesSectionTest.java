package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.flowproof.check.branches.BranchesCheck;
import org.flowproof.check.branches.BranchesResult;
import org.flowproof.problem.BranchesRequest;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchesSectionTest {
  @TempDir Path folder;

  private Path write(String name) throws IOException {
    CaseFile file = CaseLoader.load(Path.of("cases/" + name + ".yaml"));
    BranchesResult result =
        BranchesCheck.of(
            file.problem(),
            file.target(),
            ClaimCatalogue.load(Path.of("proofs")),
            new BranchesRequest(3, 1));
    return SampleSection.write(
        folder, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(result));
  }

  @Test
  void hasSizesRanksAndVerdicts() throws IOException {
    Path out = write("single-neuron/six-points");
    String section =
        SampleSection.complete(out, "branches", "\\\\fp[A-Z][A-Za-z]*Branches[A-Za-z]+", 18);
    assertEquals(4, section.split("\\\\fpverdict\\{holds\\}", -1).length - 1, section);
    String numbers = Files.readString(out.resolve("numbers.tex"));
    // separation sizes of the source's Table 1: 5 for the first branch, 4 for the second
    assertTrue(numbers.contains("BranchesOneSeparation}{\\num{5}}"), numbers);
    assertTrue(numbers.contains("BranchesTwoSeparation}{\\num{4}}"), numbers);
    assertTrue(numbers.contains("BranchesAnywhere}{\\num{6}}"), numbers);
  }

  @Test
  void problemsOfAnotherKindSaySo() throws IOException {
    String section = Files.readString(write("oracle/kink").resolve("sections/branches.tex"));
    assertTrue(section.contains("the labels are not those of a target"), section);
    assertFalse(section.contains("tabular"), section);
  }
}
