package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.flowproof.check.CaseCheck;
import org.flowproof.check.CaseResult;
import org.flowproof.problem.CaseLoader;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.derive.FlowDerivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equations that were derived for one loss are not printed for another. */
class DerivationsSectionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"oracle/kink, true", "nearly-orthogonal/margin-flow, false"})
  void theDerivationIsThatOfTheProblem(String name, boolean squared) throws IOException {
    CaseResult result =
        CaseCheck.run(
            CaseLoader.load(Path.of("cases", name + ".yaml")),
            ClaimCatalogue.load(Path.of("proofs")));
    FlowDerivation derived =
        new FlowDerivation(
            List.of(new FlowDerivation.Statement("loss", "A sentence.", "L", true, List.of())),
            new FlowDerivation.Comparison(1, 1, 0));
    Path out = folder.resolve("out");
    new AppendixWriter(Optional.empty())
        .write(
            new ReportInput(
                result, List.of(), Optional.of(derived), SampleReport.input().provenance()),
            out);
    String section = Files.readString(out.resolve("sections/derivations.tex"));
    assertEquals(squared, section.contains("A sentence."), section);
    assertEquals(!squared, section.contains("This problem has others"), section);
    String problem = Files.readString(out.resolve("sections/problem.tex"));
    assertEquals(squared, problem.contains("mean squared error"), problem);
  }

  /** The appendix of a smooth network has its own velocity and the derivative of its activation. */
  @Test
  void smoothNetworksHaveTheirOwnEquations() throws IOException {
    CaseResult result =
        CaseCheck.run(
            CaseLoader.load(Path.of("cases/single-neuron/invariant-sets.yaml")),
            ClaimCatalogue.load(Path.of("proofs")));
    Path out = folder.resolve("out");
    new AppendixWriter(Optional.empty())
        .write(
            new ReportInput(result, List.of(), Optional.empty(), SampleReport.input().provenance()),
            out);
    String section = Files.readString(out.resolve("sections/derivations.tex"));
    assertTrue(section.contains("\\sigma'(z)"), section);
    assertTrue(section.contains("finds the same derivative"), section);
    String problem = Files.readString(out.resolve("sections/problem.tex"));
    assertTrue(problem.contains("\\sigma(z) = \\frac{z}{1 + z^{2}}"), problem);
    assertTrue(problem.contains("\\sum_k r_k\\, \\sigma(\\langle w_j, x_k\\rangle)"), problem);
    assertFalse(problem.contains("Filippov"), problem);
  }
}
