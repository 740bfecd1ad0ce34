package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.SweepTexts;
import org.flowproof.sweep.plan.SweepPlan;
import org.flowproof.sweep.store.SweepStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep in a process of its own, and the signals that end it. */
class KilledSweepTest {
  private static final int POINTS = 400;

  @TempDir Path directory;
  private SweepPlan plan;
  private Path out;
  private Process process;

  @BeforeEach
  void start() throws Exception {
    plan = SweepTexts.plan(directory, "from: 1, count: 3", "from: 1, count: 100");
    out = directory.resolve("out");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dflowproof.home=" + CommandLineRun.PROJECT,
                "-cp",
                System.getProperty("java.class.path"),
                "org.flowproof.cli.Flowproof",
                "sweep",
                "sample.yaml",
                "-o",
                "out")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (stored().size() < 20) {
      assertTrue(process.isAlive(), () -> "ended early: " + log());
      assertTrue(System.nanoTime() < end, () -> "nothing happens: " + log());
      Thread.sleep(20);
    }
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  /** No time to clean up: the store has what was added, and the rest is done later. */
  @Test
  void aKilledSweepIsResumed() throws Exception {
    process.destroyForcibly();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    Map<Integer, PointResult> before = stored();
    assumeTrue(before.size() < POINTS, "it was faster than the signal");
    CommandLineRun rest = resume();
    assertTrue(
        rest.out().contains((POINTS - before.size()) + " computed, " + before.size() + " kept"),
        rest.out());
    Map<Integer, PointResult> after = stored();
    assertEquals(POINTS, after.size());
    before.forEach((index, result) -> assertEquals(result, after.get(index)));
  }

  @Test
  void aTerminatedSweepSaysSo() throws Exception {
    assumeTrue(new File("/bin/kill").canExecute());
    new ProcessBuilder("/bin/kill", "-TERM", "" + process.pid()).start().waitFor();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    assertEquals(143, process.exitValue(), log());
    int done = stored().size();
    assumeTrue(done < POINTS, "it was faster than the signal");
    assertTrue(log().contains("goes on with the " + (POINTS - done) + " left"), log());
    // the table is written at the end, whole, and says what the store says
    assertEquals(done + 1, Files.readAllLines(out.resolve("points.csv")).size());
  }

  private CommandLineRun resume() {
    return CommandLineRun.in(
        CommandLineRun.PROJECT, directory, "sweep", "sample.yaml", "-o", "out");
  }

  private Map<Integer, PointResult> stored() throws IOException {
    return Files.exists(out.resolve(".lock")) ? read() : Map.of();
  }

  /** The file is there a moment before it is a store. */
  private Map<Integer, PointResult> read() throws IOException {
    try {
      return SweepStore.read(out, plan.points());
    } catch (IOException e) {
      if (List.of("not the store", "no such table").stream().anyMatch(e.getMessage()::contains)) {
        return Map.of();
      }
      throw e;
    }
  }

  private String log() {
    try {
      return Files.readString(directory.resolve("log"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
