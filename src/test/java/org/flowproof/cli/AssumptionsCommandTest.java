package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssumptionsCommandTest {
  @TempDir Path directory;

  @Test
  void dataOfFigure1MeetTheTheorems() {
    CommandLineRun run = CommandLineRun.of("assumptions", "figure-1-dominated", "--json");
    assertEquals(ExitCode.OK, run.code(), run.err());
    Map<?, ?> document = run.json();
    assertEquals("flowproof/assumptions/1", document.get("schema"));
    assertEquals(0.15, (Double) document.get("eta"), 1e-15);
    assertEquals(true, document.get("etaBelowOneSixth"));
    assertEquals(List.of(1, 3), document.get("K"));
    assertEquals(false, document.get("coneConditionChecked"));
    assertEquals("AT_SMALL_SCALE", ((Map<?, ?>) document.get("theorem2")).get("applies"));
    Map<?, ?> fit = (Map<?, ?>) document.get("leastSquares");
    assertEquals(0.2144595, (Double) fit.get("meanSquaredError"), 5e-8);
  }

  @Test
  void whatFailsIsShownFirst() {
    CommandLineRun run = CommandLineRun.of("assumptions", "three-points-unbalanced");
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertTrue(run.out().contains("Theorem 2 does not apply: Assumption 3 is not met, Start (4)"));
    assertTrue(run.out().contains("Theorem 4 does not apply: Start (4)"), run.out());
    assertTrue(run.out().contains("j = 22"), run.out());
  }

  /** Where only what is not checked stands in the way, the exit code says so. */
  @Test
  void openAnswersAreUnknown() throws IOException {
    Path cases = CommandLineRun.PROJECT.resolve("cases/early-alignment/figure-1-dominated.yaml");
    String text =
        Files.readString(cases)
            .replace("early-alignment/figure-1-dominated", "other")
            .replace("[1.15, 0.1, 1.0]", "[1.3, 0.1, 1.3]");
    Path file = Files.writeString(directory.resolve("other.yaml"), text);
    CommandLineRun run = CommandLineRun.of("assumptions", file.toString());
    assertEquals(ExitCode.UNKNOWN, run.code(), run.err());
    assertTrue(run.out().contains("Theorem 4 UNKNOWN whether it applies"), run.out());
  }

  @Test
  void dataAroundTheOriginAreOutside() {
    CommandLineRun run = CommandLineRun.of("assumptions", "d5-n100", "--json");
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertNull(run.json().get("eta"));
    assertEquals("NO", ((Map<?, ?>) run.json().get("theorem4")).get("applies"));
  }
}
