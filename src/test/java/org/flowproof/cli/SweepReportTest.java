package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command report with a sweep. */
class SweepReportTest {
  private static final String SWEEP =
      String.join(
          "\n",
          "format: 1",
          "sweep: sweeps/tiny",
          "title: A tiny sweep",
          "case:",
          "  data: {x: [[-0.75], [-0.5], [0.125]], y: [1.1, 0.1, 0.8], bias: true}",
          "  network: {width: 4, activation: relu, trained: both}",
          "  loss: {kind: squared, factor: 1/(2n)}",
          "  initialization: {law: balanced, scale: 1e-3, seed: 1}",
          "  dynamics: {kind: flow, tolerance: 1e-8, stop: {time: 2000}}",
          "axes:",
          "  width: [4, 12]",
          "  seed: [1]",
          "");

  @TempDir Path directory;

  private CommandLineRun run(String... words) {
    return CommandLineRun.in(CommandLineRun.PROJECT, directory, words);
  }

  private Path file() throws IOException {
    return Files.writeString(directory.resolve("tiny.yaml"), SWEEP);
  }

  @Test
  void saysWhichCommandMakesTheResults() throws IOException {
    CommandLineRun run = run("report", file().toString());
    assertEquals(ExitCode.INPUT, run.code(), run.err());
    assertTrue(run.err().contains("no results of sweeps/tiny"), run.err());
    assertTrue(run.err().contains("./flowproof sweep tiny.yaml"), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertFalse(Files.exists(directory.resolve("reports")));
  }

  @Test
  void optionsOfSweepsDoNotGoWithCases() throws IOException {
    for (String[] words :
        List.of(
            new String[] {"report", "oracle/kink", "--quick"},
            new String[] {"report", "oracle/kink", "--results", "x"},
            new String[] {"report", "oracle/kink", file().toString()})) {
      CommandLineRun run = run(words);
      assertEquals(ExitCode.INPUT, run.code(), run.err());
      assertFalse(Files.exists(directory.resolve("reports")));
    }
  }

  /** Slow because of TeX. */
  @Test
  @Tag("slow")
  void reportsWhatASweepHasComputed() throws IOException {
    String file = file().toString();
    assertEquals(ExitCode.OK, run("sweep", file).code());
    Path store = directory.resolve("reports/tiny-sweep/results.sqlite");
    byte[] before = Files.readAllBytes(store);
    CommandLineRun report = run("report", file, "--json", "-o", "out");
    assertEquals(ExitCode.OK, report.code(), report.err());
    Map<?, ?> sweep = (Map<?, ?>) ((List<?>) report.json().get("sweeps")).get(0);
    assertEquals(2, sweep.get("results"));
    assertEquals(0, sweep.get("undecided"));
    assertEquals(
        Files.readString(directory.resolve("reports/tiny-sweep/points.csv")),
        Files.readString(directory.resolve("out/points.csv")));
    assertArrayEquals(before, Files.readAllBytes(store));
  }

  /** More points than there are results: reported, and told. */
  @Test
  @Tag("slow")
  void partialSweepsAreReportedAsSuch() throws IOException {
    assertEquals(ExitCode.OK, run("sweep", file().toString()).code());
    Path larger =
        Files.writeString(
            Files.createDirectories(directory.resolve("more")).resolve("tiny.yaml"),
            SWEEP.replace("width: [4, 12]", "width: [4, 12, 13]"));
    CommandLineRun report =
        run("report", larger.toString(), "--results", "reports/tiny-sweep", "-o", "out");
    assertEquals(ExitCode.UNKNOWN, report.code(), report.err());
    assertTrue(report.out().startsWith("sweeps/tiny: 2 of 3 points"), report.out());
    String setup = Files.readString(directory.resolve("out/sections/setup.tex"));
    assertTrue(setup.contains("This is a partial sweep"), setup);
  }
}
