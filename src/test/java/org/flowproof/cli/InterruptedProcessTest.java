package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own that runs for hours, and the signals that end it. */
class InterruptedProcessTest {
  private static final List<String> FILES =
      List.of("events.csv", "observables.csv", "run.json", "weights.csv");

  @TempDir Path directory;
  private Process process;

  @BeforeEach
  void layLongCase() throws IOException {
    assumeTrue(new File("/bin/kill").canExecute());
    Files.writeString(
        directory.resolve("long.yaml"),
        """
        format: 1
        case: long
        title: A run of hours
        data:
          law: {kind: gaussian, samples: 60, dimension: 5, beta: [1, 0, 1, 0, 0], noise: 0.3, seed: 1}
        network: {width: 60, activation: relu, trained: both}
        loss: {kind: squared, factor: 1/(2n)}
        initialization: {law: dominated, scale: 1e-2, seed: 1}
        dynamics:
          kind: flow
          integrator: reference
          tolerance: 1e-12
          stop: {time: 1e6, evaluations: 1000000000}
        """);
  }

  @AfterEach
  void end() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void ctrlCLeavesWholeFilesAndAResumableCheckpoint() throws Exception {
    assumeTrue(!interruptsAreIgnored());
    signalled("INT", ExitCode.INTERRUPTED, "--checkpoint", "ck", "--times", "log:1e-9:1e6:500");
    whole(FILES);
    resumes();
  }

  @Test
  void soDoesTheSignalToTerminate() throws Exception {
    signalled("TERM", 143, "--checkpoint", "ck", "--times", "log:1e-9:1e6:500");
    whole(FILES);
  }

  @Test
  void aPlainRunLeavesItsFilesToo() throws Exception {
    signalled("TERM", 143);
    whole(List.of("events.csv", "observables.csv", "run.json", "trajectory.csv"));
  }

  /** Nothing can be written then, but the last checkpoint holds. */
  @Test
  void aKilledRunIsResumedFromItsLastCheckpoint() throws Exception {
    start("--checkpoint", "ck", "--every", "0.1", "--times", "log:1e-9:1e6:500");
    Path checkpoint = directory.resolve("ck/run.checkpoint");
    await(() -> Files.exists(checkpoint));
    process.destroyForcibly();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertFalse(Files.exists(directory.resolve("out")));
    resumes();
    whole(FILES);
  }

  private void resumes() throws IOException {
    CommandLineRun rest =
        CommandLineRun.in(
            CommandLineRun.PROJECT,
            directory,
            "run",
            "long.yaml",
            "--times",
            "log:1e-9:1e6:500",
            "-o",
            "out",
            "--resume",
            "ck",
            "--timeout",
            "0.001");
    assertEquals(ExitCode.UNKNOWN, rest.code(), rest.err());
    String known = Files.readString(directory.resolve("ck/run.observables.csv"));
    assertFalse(known.isEmpty());
  }

  private void signalled(String signal, int code, String... options) throws Exception {
    start(options);
    // the tables of a followed run, and the lock of a plain one that has begun to write
    await(() -> options.length == 0 ? log().contains("running") : grown());
    new ProcessBuilder("/bin/kill", "-" + signal, "" + process.pid()).start().waitFor();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "still running");
    assertEquals(code, process.exitValue(), log());
  }

  private boolean grown() throws IOException {
    return Files.exists(directory.resolve("ck/run.events.csv"));
  }

  private String log() throws IOException {
    return Files.readString(directory.resolve("log"));
  }

  /** All files are there, none is partial, and the run says that it was interrupted. */
  private void whole(List<String> files) throws IOException {
    Path out = directory.resolve("out");
    try (Stream<Path> entries = Files.list(out)) {
      List<String> names = entries.map(p -> p.getFileName().toString()).sorted().toList();
      assertTrue(names.containsAll(files), names.toString());
    }
    assertFalse(Files.exists(directory.resolve(".out.partial")));
    assertFalse(Files.exists(directory.resolve(".out.lock")));
    assertTrue(Files.readString(out.resolve("run.json")).contains("\"INTERRUPTED\""));
    for (String name : files) {
      String text = Files.readString(out.resolve(name));
      assertTrue(text.endsWith("\n"), name);
      if (name.endsWith(".csv")) {
        List<String> lines = text.lines().toList();
        long columns =
            lines.get(1).replaceAll("\"[^\"]*\"", "x").chars().filter(c -> c == ',').count();
        for (String line : lines.subList(2, lines.size())) {
          assertEquals(columns, line.chars().filter(c -> c == ',').count(), name + ": " + line);
        }
      }
    }
  }

  private void start(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dflowproof.home=" + CommandLineRun.PROJECT,
                "-cp",
                System.getProperty("java.class.path"),
                "org.flowproof.cli.Flowproof",
                "run",
                "long.yaml",
                "-o",
                "out"));
    command.addAll(List.of(options));
    process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
  }

  private interface Condition {
    boolean met() throws IOException;
  }

  private void await(Condition condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!condition.met()) {
      assertTrue(process.isAlive(), () -> "ended early");
      assertTrue(System.nanoTime() < end, "nothing happens");
      Thread.sleep(50);
    }
  }

  /** A shell starts background jobs so; then no child gets the signal. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String mask =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring(7).strip())
            .findFirst()
            .orElse("0");
    return (Long.parseUnsignedLong(mask, 16) & 2) != 0;
  }
}
