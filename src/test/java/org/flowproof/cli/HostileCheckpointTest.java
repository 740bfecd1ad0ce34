package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints that are no files, lie about themselves, or were made up, hash and all. */
class HostileCheckpointTest {
  private static final String CASE =
      """
      format: 1
      case: sample
      title: A sample
      data: {x: [[1, 0], [0.6, 0.8]], y: [1, 0.5]}
      network: {width: 3, activation: relu, trained: both}
      loss: {kind: squared, factor: 1/(2n)}
      initialization: {law: balanced, scale: 1e-3, seed: 1}
      dynamics: {kind: flow, integrator: reference, tolerance: 1e-9, stop: {time: 40}}
      """;

  @TempDir Path directory;
  private Path checkpoint;

  @BeforeEach
  void interrupt() throws Exception {
    make("reference");
  }

  private void make(String integrator) throws Exception {
    Files.writeString(directory.resolve("sample.yaml"), CASE.replace("reference", integrator));
    checkpoint = directory.resolve("ck/run.checkpoint");
    Files.deleteIfExists(checkpoint);
    Interruption afterSome =
        new Interruption() {
          private int asked;

          @Override
          boolean wanted() {
            return ++asked > 6;
          }
        };
    CommandLineRun run =
        CommandLineRun.in(
            CommandLineRun.PROJECT, directory, afterSome, command("--checkpoint", "ck"));
    assertEquals(ExitCode.INTERRUPTED, run.code(), run.err());
  }

  @Test
  void theUnchangedOneIsResumed() {
    assertEquals(ExitCode.OK, resume().code());
  }

  @Test
  void whatIsNoFileIsRefused() throws Exception {
    Files.delete(checkpoint);
    HostileTexts.fifo(checkpoint);
    refused("a device, pipe or socket");
    Files.delete(checkpoint);
    Files.createSymbolicLink(checkpoint, Path.of("/dev/zero"));
    refused("a device, pipe or socket");
    Files.delete(checkpoint);
    Files.createSymbolicLink(checkpoint, checkpoint.getFileName());
    refused("a link that leads to no file");
    Files.delete(checkpoint);
    Files.createDirectory(checkpoint);
    refused("run.checkpoint/run.checkpoint: no such file");
  }

  @Test
  void tablesThatAreLinksAreNotWrittenThrough() throws Exception {
    Path precious = Files.writeString(directory.resolve("precious"), "precious");
    for (String name : new String[] {"run.events.csv", "run.observables.csv"}) {
      Path table = directory.resolve("ck").resolve(name);
      Path moved = directory.resolve("moved-" + name);
      Files.move(table, moved);
      Files.createSymbolicLink(table, moved);
      CommandLineRun run =
          CommandLineRun.in(
              CommandLineRun.PROJECT, directory, command("--resume", "ck", "--checkpoint", "ck"));
      assertEquals(ExitCode.INPUT, run.code(), run.err());
      assertTrue(run.err().contains(name + ": a link; expected the table itself"), run.err());
      Files.delete(table);
      Files.move(moved, table);
      Path fresh = Files.createDirectories(directory.resolve("fresh"));
      Files.createSymbolicLink(fresh.resolve(name), precious);
    }
    for (String begin : new String[] {"--resume ck --checkpoint fresh", "--checkpoint fresh"}) {
      Files.deleteIfExists(directory.resolve("fresh/run.checkpoint"));
      CommandLineRun run =
          CommandLineRun.in(CommandLineRun.PROJECT, directory, command(begin.split(" ", -1)));
      assertEquals(ExitCode.OK, run.code(), run.err());
      assertEquals("precious", Files.readString(precious));
    }
  }

  @Test
  void aTableThatIsNoFileIsRefused() throws Exception {
    Path table = directory.resolve("ck/run.events.csv");
    Files.delete(table);
    HostileTexts.fifo(table);
    refused("run.events.csv: a device, pipe or socket");
  }

  @Test
  void aFileThatLiesAboutItsLengthIsRefused() throws Exception {
    byte[] sound = Files.readAllBytes(checkpoint);
    String text = new String(sound, StandardCharsets.ISO_8859_1);
    Files.write(
        checkpoint,
        text.replaceFirst("\"bytes\": [0-9]+", "\"bytes\": 2000000000")
            .getBytes(StandardCharsets.ISO_8859_1));
    refused("is cut off");
    Files.write(checkpoint, sound);
    try (RandomAccessFile file = new RandomAccessFile(checkpoint.toFile(), "rw")) {
      file.setLength(10L << 30);
    }
    refused("goes on beyond its end");
    Files.write(checkpoint, new byte[0]);
    refused("is not a checkpoint");
  }

  /** Anything may stand in the numbers: it is refused or run, but is never a fault of ours. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"reference", "structured"})
  void madeUpNumbersAreRefusedOrRun(String integrator) throws Exception {
    make(integrator);
    byte[] sound = Files.readAllBytes(checkpoint);
    int start = 1;
    while (sound[start - 1] != '\n') {
      start++;
    }
    Random random = new Random(20261122);
    byte[][] patterns = {
      {(byte) 0x7f, -1, -1, -1},
      {-1, -1},
      {(byte) 0x80, 0, 0, 0},
      {0x7f, (byte) 0xf8, 0, 0},
      {0, 0, 0, 9}
    };
    for (int i = 0; i < 60; i++) {
      byte[] forged = sound.clone();
      byte[] pattern = patterns[i % patterns.length];
      int at = start + random.nextInt(sound.length - 32 - start - pattern.length);
      System.arraycopy(pattern, 0, forged, at, pattern.length);
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(forged, forged.length - 32));
      System.arraycopy(hash, 0, forged, forged.length - 32, 32);
      Files.write(checkpoint, forged);
      CommandLineRun run = resume("--timeout", "0.3");
      Set<Integer> allowed =
          Set.of(ExitCode.OK, ExitCode.DIFFERENT, ExitCode.INPUT, ExitCode.UNKNOWN);
      assertTrue(allowed.contains(run.code()), (at - start) + ": " + run.code() + run.err());
    }
  }

  private void refused(String message) {
    CommandLineRun run = resume();
    assertEquals(ExitCode.INPUT, run.code(), run.err());
    assertTrue(run.err().contains(message), run.err());
    assertTrue(Files.notExists(directory.resolve("again")));
  }

  private CommandLineRun resume(String... more) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            CommandLineRun.in(
                CommandLineRun.PROJECT,
                directory,
                CommandLineRun.with(
                    command("--resume", "ck/run.checkpoint", "-o", "again"), more)));
  }

  private static String[] command(String... more) {
    return CommandLineRun.with(
        new String[] {"run", "sample.yaml", "--times", "linear:0:40:41"}, more);
  }
}
