package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same hostile files in every place where a YAML file is read: exit code 2, one line that names
 * file and place, soon, and nothing is written.
 */
class HostileFilesTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Path ENVELOPES = CommandLineRun.PROJECT.resolve("proofs/envelopes");

  @TempDir Path directory;

  static List<HostileTexts.Hostile> files() {
    return HostileTexts.all();
  }

  @ParameterizedTest
  @MethodSource("files")
  void asACase(HostileTexts.Hostile hostile) throws Exception {
    Path file = directory.resolve("hostile.yaml");
    hostile.maker().make(file);
    refused(file, hostile, "check", "hostile.yaml");
    refused(file, hostile, "run", "hostile.yaml", "-o", "out");
    refused(file, hostile, "report", "hostile.yaml", "-o", "out");
  }

  @ParameterizedTest
  @MethodSource("files")
  void asASweep(HostileTexts.Hostile hostile) throws Exception {
    Path file = directory.resolve("hostile.yaml");
    hostile.maker().make(file);
    refused(file, hostile, "sweep", "hostile.yaml", "-o", "out");
  }

  @ParameterizedTest
  @MethodSource("files")
  void asEquations(HostileTexts.Hostile hostile) throws Exception {
    Path file = directory.resolve("hostile.yaml");
    hostile.maker().make(file);
    refused(file, hostile, "enclose", "hostile.yaml", "--csv", "out.csv");
  }

  @ParameterizedTest
  @MethodSource("files")
  void asAClaim(HostileTexts.Hostile hostile) throws Exception {
    Path file = Files.createDirectories(directory.resolve("proofs/a")).resolve("hostile.yaml");
    hostile.maker().make(file);
    refused(file, hostile, "prove", "a/hostile", "--replay");
    refused(file, hostile, "explain", "a/hostile");
  }

  @ParameterizedTest
  @MethodSource("files")
  void asEvidence(HostileTexts.Hostile hostile) throws Exception {
    Path area = Files.createDirectories(directory.resolve("proofs/envelopes"));
    Files.copy(ENVELOPES.resolve("cauchy-schwarz.yaml"), area.resolve("cauchy-schwarz.yaml"));
    Path file = area.resolve("cauchy-schwarz.evidence.json");
    hostile.maker().make(file);
    refused(file, hostile, "prove", "--check", "cauchy-schwarz");
  }

  @Test
  void aCircleOfLinks() throws Exception {
    Path file = directory.resolve("hostile.yaml");
    Files.createSymbolicLink(file, Path.of("hostile.yaml"));
    for (String command : List.of("check", "sweep", "report", "run")) {
      CommandLineRun run = quick(command, "hostile.yaml");
      assertEquals(ExitCode.INPUT, run.code(), run.err());
      assertTrue(run.err().contains("'hostile.yaml' (neither a file nor an id)"), run.err());
    }
    Files.createDirectories(directory.resolve("proofs/a"));
    Path claim = directory.resolve("proofs/a/hostile.yaml");
    Files.createSymbolicLink(claim, Path.of("hostile.yaml"));
    CommandLineRun run = quick("prove", "a/hostile");
    assertEquals(ExitCode.INPUT, run.code(), run.err());
    assertTrue(run.err().contains(claim + ": a link that leads to no file"), run.err());
  }

  private CommandLineRun quick(String... command) {
    return assertTimeoutPreemptively(
        SOON, () -> CommandLineRun.in(directory, directory, command), String.join(" ", command));
  }

  private void refused(Path file, HostileTexts.Hostile hostile, String... command)
      throws IOException {
    List<Path> before = names();
    CommandLineRun run = quick(command);
    assertEquals(ExitCode.INPUT, run.code(), run.err());
    List<String> lines =
        run.err().lines().filter(line -> !line.matches("(checking|running|reading) .*")).toList();
    assertEquals(1, lines.size(), run.err());
    assertTrue(lines.get(0).contains(file + hostile.place()), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertEquals(before, names());
  }

  private List<Path> names() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(p -> Files.exists(p, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
    }
  }
}
