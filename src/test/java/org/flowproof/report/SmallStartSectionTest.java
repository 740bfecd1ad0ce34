package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.flowproof.check.smallstart.SmallStartCheck;
import org.flowproof.check.smallstart.SmallStartResult;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.SmallStartRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallStartSectionTest {
  @TempDir Path folder;

  private Path write(SmallStartResult result) throws IOException {
    return SampleSection.write(
        folder, Optional.empty(), Optional.empty(), Optional.of(result), Optional.empty());
  }

  private static SmallStartResult result(String name) {
    CaseFile file = CaseLoader.load(Path.of("cases/" + name + ".yaml"));
    return SmallStartCheck.of(
        file.problem(), new SmallStartRequest(List.of(0.0, 0.5), List.of(1e-2, 1e-3, 1e-4), 1));
  }

  @Test
  void hasDistancesAndVerdicts() throws IOException {
    Path out = write(result("single-neuron/slope-two"));
    // two tables of three scales with four numbers each, and eight above them
    String section =
        SampleSection.complete(
            out, "small-start", "\\\\fp[A-Z][A-Za-z]*SmallStart[A-Za-z]+", 24 + 8);
    assertEquals(6, section.split("\\\\fpverdict\\{holds\\}", -1).length - 1, section);
    // four of the statements, and four rows of what is printed
    assertEquals(8, section.split("\\\\fpverdict\\{violated\\}", -1).length - 1, section);
    String numbers = Files.readString(out.resolve("numbers.tex"));
    // from the weights of the case and gamma, in NumPy
    for (String number :
        List.of("RatioCorrected}{\\num{0.59505}}", "RatioPrinted}{\\num{-2.0069}}")) {
      assertTrue(numbers.contains("SmallStartPublished" + number), numbers);
    }
  }

  @Test
  void problemsOfAnotherKindSaySo() throws IOException {
    Path out = write(result("oracle/kink"));
    String section = Files.readString(out.resolve("sections/small-start.tex"));
    assertTrue(section.contains("the activation is not smooth"), section);
    assertFalse(section.contains("tabular"), section);
  }
}
