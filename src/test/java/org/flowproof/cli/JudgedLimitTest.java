package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users read of the kind of a limit. */
class JudgedLimitTest {
  @TempDir Path directory;

  @Test
  void kindComesWithTheLimitOfARun() {
    CommandLineRun run =
        CommandLineRun.in(
            CommandLineRun.PROJECT, directory, "run", "figure-1-balanced", "--limit", "--json");
    assertEquals(ExitCode.OK, run.code(), run.err());
    Map<?, ?> point = (Map<?, ?>) ((Map<?, ?>) run.json().get("limit")).get("point");
    assertEquals("LOCAL_MINIMUM", point.get("verdict"));
    assertEquals(10, point.get("idle"));
    Map<?, ?> escape = (Map<?, ?>) point.get("escape");
    assertTrue((Double) escape.get("length") < 1e-3);
    Map<?, ?> descent = (Map<?, ?>) escape.get("descent");
    double change = (Double) descent.get("lossChange");
    assertTrue(change + (Double) descent.get("error") < 0);
  }

  @Test
  void kindComesWithTheEnding() {
    CommandLineRun run = CommandLineRun.of("limit", "figure-1-large-scale", "--once");
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertTrue(run.out().contains("ends at: interpolation (one run alone)"), run.out());
    assertTrue(run.out().contains("the limit is a global minimum: its loss is 0"), run.out());
    run = CommandLineRun.of("limit", "three-points-unbalanced", "--once", "--json");
    assertEquals("UNKNOWN", ((Map<?, ?>) run.json().get("point")).get("verdict"));
  }

  @Test
  void withoutALimitThereIsNoKind() {
    CommandLineRun run =
        CommandLineRun.in(
            CommandLineRun.PROJECT, directory, "run", "three-points-dominated", "--limit");
    assertEquals(ExitCode.UNKNOWN, run.code(), run.err());
    assertTrue(run.out().contains("no limit: ") && !run.out().contains("the limit is"), run.out());
  }
}
