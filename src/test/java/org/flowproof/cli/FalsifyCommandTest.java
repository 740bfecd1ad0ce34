package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalsifyCommandTest {
  @TempDir Path directory;

  private String target() {
    return directory.resolve("cases/counterexamples").toString();
  }

  private List<String> written() throws IOException {
    if (!Files.exists(Path.of(target()))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(target()))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFalseClaimComesBackAsACase() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            "falsify", "growth-at-half-rate", "--tries", "60", "--json", "-q", "-o", target());
    assertEquals(ExitCode.DIFFERENT, run.code(), run.err());
    Map<?, ?> document = run.json();
    assertEquals("flowproof/falsify/1", document.get("schema"));
    Map<?, ?> claim = (Map<?, ?>) ((List<?>) document.get("claims")).get(0);
    assertEquals("conjectures/growth-at-half-rate", claim.get("claim"));
    Map<?, ?> found = (Map<?, ?>) claim.get("counterexample");
    assertEquals(1, ((Map<?, ?>) found.get("smallest")).get("n"));
    assertEquals(2, ((List<?>) found.get("confirmed")).size());
    assertEquals(List.of("growth-at-half-rate.yaml"), written());
    CommandLineRun check = CommandLineRun.of("check", target() + "/growth-at-half-rate.yaml", "-q");
    assertEquals(ExitCode.OK, check.code(), check.out() + check.err());
    String text = Files.readString(Path.of(target(), "growth-at-half-rate.yaml"));
    assertTrue(text.contains("--seed 1"), text);
    assertTrue(text.contains("expect: VIOLATED"), text);
  }

  @Test
  void otherCasesOfThatNameStay() throws IOException {
    Files.createDirectories(Path.of(target()));
    Path mine = Files.writeString(Path.of(target(), "descent-keeps-balance.yaml"), "mine");
    CommandLineRun run =
        CommandLineRun.of(
            "falsify", "descent-keeps-balance", "--tries", "20", "-q", "-o", target());
    assertEquals(ExitCode.DIFFERENT, run.code(), run.err());
    assertEquals("mine", Files.readString(mine));
    assertEquals(List.of("descent-keeps-balance-2.yaml", "descent-keeps-balance.yaml"), written());
  }

  @Test
  void aProvedClaimStands() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            "falsify",
            "envelopes/sign-kept",
            "--tries",
            "40",
            "--climb",
            "8",
            "-q",
            "-o",
            target());
    assertEquals(ExitCode.OK, run.code(), run.out() + run.err());
    assertTrue(run.out().contains("no counterexample within the budget"), run.out());
    assertTrue(written().isEmpty());
  }

  @Test
  void tighteningKeepsTheTightestProblem() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            "falsify",
            "envelopes/output-bound",
            "--tighten",
            "--tries",
            "20",
            "--climb",
            "8",
            "-q",
            "-o",
            target());
    assertEquals(ExitCode.OK, run.code(), run.out() + run.err());
    assertTrue(run.out().contains("tightness"), run.out());
    assertEquals(List.of("output-bound-tightest.yaml"), written());
    CommandLineRun check =
        CommandLineRun.of("check", target() + "/output-bound-tightest.yaml", "-q");
    assertFalse(check.out().contains("VIOLATED"), check.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          falsify                                  | give claims, or --all
          falsify --all envelopes/sign-kept        | give claims, or --all
          falsify envelopes/sign-kep               | did you mean 'envelopes/sign-kept'?
          falsify separation-size                  | which no case describes
          falsify envelopes/sign-kept --twin nothing         | has no false variant 'nothing'
          falsify envelopes/sign-kept --tries 0              | --tries: expected a whole number from 1
          falsify envelopes/sign-kept --climb -3             | --climb: expected a whole number from 0
          falsify --all --twin x                   | --twin goes with one claim
          """)
  void badCommandLines(String words, String message) {
    CommandLineRun run = CommandLineRun.of(words.split(" ", -1));
    assertEquals(ExitCode.INPUT, run.code(), run.err());
    assertTrue(run.err().contains(message), run.err());
    assertEquals("", run.out());
  }
}
