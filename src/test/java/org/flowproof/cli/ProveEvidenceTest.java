package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code prove} with {@code --replay}, {@code --check} and several threads. */
class ProveEvidenceTest {
  private static final List<String> CLAIMS =
      List.of(
          "balancedness", "domination-kept", "cauchy-schwarz", "output-bound", "energy-identity");

  @TempDir static Path shared;
  private static CommandLineRun first;

  @TempDir Path directory;

  /** A project of five claims with lemmas among them, recorded once. */
  @BeforeAll
  static void record() throws IOException {
    Path proofs = Files.createDirectories(shared.resolve("proofs/envelopes"));
    for (String name : CLAIMS) {
      Files.copy(
          CommandLineRun.PROJECT.resolve("proofs/envelopes/" + name + ".yaml"),
          proofs.resolve(name + ".yaml"));
    }
    first = prove(shared, "--replay", "--threads", "2");
  }

  @BeforeEach
  void copy() throws IOException {
    Path proofs = Files.createDirectories(directory.resolve("proofs/envelopes"));
    try (Stream<Path> files = Files.list(shared.resolve("proofs/envelopes"))) {
      for (Path file : files.toList()) {
        Files.copy(file, proofs.resolve(file.getFileName()));
      }
    }
  }

  private static CommandLineRun prove(Path home, String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "prove";
    System.arraycopy(words, 0, all, 1, words.length);
    return CommandLineRun.in(home, home, all);
  }

  private Path evidence(String name) {
    return directory.resolve("proofs/envelopes/" + name + ".evidence.json");
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory.resolve("proofs/envelopes"))) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }

  @Test
  void replayWritesOneFileForEachClaim() throws IOException {
    assertEquals(ExitCode.OK, first.code(), first.out() + first.err());
    assertEquals(CLAIMS.size(), first.out().lines().filter(l -> l.contains("  written")).count());
    assertEquals(2 * CLAIMS.size(), files().size());
  }

  @Test
  void anotherReplayLeavesEveryFileAlone() throws IOException {
    Map<String, String> before = files();
    CommandLineRun run = prove(directory, "--replay", "--threads", "1");
    assertEquals(ExitCode.OK, run.code(), run.out() + run.err());
    assertFalse(run.out().contains("written"), run.out());
    assertEquals(before, files());
  }

  @Test
  void checkVerifiesAndNeverSaysProved() {
    CommandLineRun run = prove(directory, "--check");
    assertEquals(ExitCode.OK, run.code(), run.out() + run.err());
    assertEquals(CLAIMS.size(), run.out().lines().filter(l -> l.contains("verified")).count());
    assertFalse((run.out() + run.err()).contains("PROVED"), run.out());
    assertTrue(run.err().contains("nothing was proved"), run.err());
    CommandLineRun json = prove(directory, "--check", "--json", "--quiet");
    assertEquals("flowproof/prove-check/1", json.json().get("schema"));
    assertEquals("", json.err());
    assertFalse(json.out().contains("PROVED"));
  }

  @Test
  void aNamedClaimComesWithItsLemmas() {
    CommandLineRun run = prove(directory, "domination-kept", "--check");
    assertEquals(ExitCode.OK, run.code(), run.out());
    List<String> lines = run.out().lines().toList();
    assertEquals(3, lines.size(), run.out());
    assertTrue(lines.get(1).startsWith("envelopes/domination-kept "));
    assertTrue(lines.get(2).startsWith("envelopes/balancedness "));
  }

  @Test
  void missingEvidenceGivesThree() throws IOException {
    Files.delete(evidence("balancedness"));
    CommandLineRun run = prove(directory, "--check");
    assertEquals(ExitCode.UNKNOWN, run.code(), run.out());
    assertTrue(run.out().contains("missing: no file balancedness.evidence.json"), run.out());
    assertTrue(run.out().contains("missing: evidence of lemma envelopes/balancedness"), run.out());
  }

  @Test
  void staleEvidenceGivesThreeAndIsNotUsed() throws IOException {
    Path claim = directory.resolve("proofs/envelopes/balancedness.yaml");
    String text = Files.readString(claim);
    Files.writeString(claim, text.replace("layers: both", "layers: any"));
    CommandLineRun run = prove(directory, "--check");
    assertEquals(ExitCode.UNKNOWN, run.code(), run.out());
    assertTrue(run.out().contains("stale: claim text"), run.out());
    // the claim no longer follows, whatever its evidence says
    CommandLineRun anew = prove(directory, "balancedness");
    assertEquals(ExitCode.UNKNOWN, anew.code(), anew.out());
    assertTrue(anew.out().contains("PARTIAL"), anew.out());
  }

  @Test
  void differingEvidenceGivesOne() throws IOException {
    Path file = evidence("balancedness");
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"output\": \"0\"", "\"output\": \"1\""));
    CommandLineRun run = prove(directory, "--check", "--json");
    assertEquals(ExitCode.DIFFERENT, run.code(), run.out());
    assertTrue(run.out().contains("\"evidence\": \"differs\""), run.out());
  }

  @Test
  void spoiledFilesGiveTwoWithOneLine() throws IOException {
    for (String text : List.of("garbage", "{\"format\": 1, \"verdict\": \"PROVED\"}")) {
      Files.writeString(evidence("balancedness"), text);
      CommandLineRun run = prove(directory, "--check", "--quiet");
      assertEquals(ExitCode.INPUT, run.code(), run.out() + run.err());
      assertEquals("", run.out());
      assertEquals(1, run.err().lines().count(), run.err());
      assertTrue(run.err().contains("balancedness.evidence.json"), run.err());
    }
    assertEquals(ExitCode.OK, prove(directory, "balancedness", "--replay").code());
    assertEquals(ExitCode.OK, prove(directory, "--check").code());
  }

  @Test
  void plainProveReadsAndWritesNoEvidence() throws IOException {
    Files.writeString(evidence("balancedness"), "garbage");
    Map<String, String> before = files();
    CommandLineRun run = prove(directory, "balancedness");
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertTrue(run.out().contains("PROVED"), run.out());
    assertEquals(before, files());
  }

  @Test
  void outputsDoNotDependOnThreads() {
    for (List<String> words :
        List.of(
            List.of("--json", "--explain"),
            List.<String>of(),
            List.of("--check"),
            List.of("--check", "--json"))) {
      String one = prove(directory, with(words, "--threads", "1")).out();
      assertEquals(one, prove(directory, with(words, "--threads", "4")).out());
      assertFalse(one.isEmpty());
    }
  }

  private static String[] with(List<String> words, String... more) {
    return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void aProofOutOfTimeLeavesItsEvidenceAlone() throws IOException {
    Map<String, String> before = files();
    CommandLineRun run = prove(directory, "balancedness", "--replay", "--timeout", "0.000001");
    assertEquals(ExitCode.UNKNOWN, run.code(), run.out());
    assertTrue(run.out().contains("not written"), run.out());
    assertFalse(run.out().contains("PROVED"), run.out());
    assertEquals(before, files());
    CommandLineRun check = prove(directory, "--check", "--timeout", "0.000001");
    assertEquals(ExitCode.UNKNOWN, check.code(), check.out());
    assertFalse(check.out().contains("verified"), check.out());
  }

  @Test
  void modesThatExcludeEachOtherAreRefused() {
    CommandLineRun run = prove(directory, "--check", "--replay");
    assertEquals(ExitCode.INPUT, run.code());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  /** The bar is drawn on standard error of a terminal; results are the same with it. */
  @Test
  void terminalsShowProgress() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings terminal =
        new Surroundings(
            new PrintWriter(out),
            new PrintWriter(err),
            directory,
            directory,
            Map.of("NO_COLOR", "1"),
            true,
            List.of("flowproof"));
    assertEquals(ExitCode.OK, Flowproof.run(terminal, "prove"));
    terminal.out().flush();
    CommandLineRun plain = prove(directory);
    assertEquals(plain.out(), out.toString());
    assertTrue(err.toString().contains("5/5"), err.toString());
    assertTrue(err.toString().contains("\r"));
    assertFalse(plain.err().contains("\r"));
  }
}
