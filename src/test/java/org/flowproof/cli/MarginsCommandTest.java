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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginsCommandTest {
  private static final Path CASE =
      CommandLineRun.PROJECT.resolve("cases/nearly-orthogonal/axes-relu.yaml");

  @TempDir Path directory;

  private Path twin(String good, String bad) throws IOException {
    String text = Files.readString(CASE);
    assertTrue(text.contains(good));
    return Files.writeString(
        directory.resolve("twin.yaml"),
        text.replace("case: nearly-orthogonal/axes-relu", "case: twin").replace(good, bad));
  }

  @Test
  void everythingIsInTheJson() {
    CommandLineRun run = CommandLineRun.of("margins", "axes-relu", "--json");
    assertEquals(ExitCode.OK, run.code(), run.err());
    Map<?, ?> document = run.json();
    assertEquals("flowproof/margins/1", document.get("schema"));
    // infinite for orthogonal samples
    assertNull(document.get("nearOrthogonality"));
    List<?> statements = (List<?>) document.get("statements");
    assertEquals(6, statements.size());
    for (Object statement : statements) {
      Map<?, ?> one = (Map<?, ?>) statement;
      boolean silent = one.get("id").equals("rank-one");
      assertEquals(silent ? "NOT_APPLICABLE" : "HOLDS", one.get("verdict"), one.toString());
      assertEquals(silent, ((List<?>) one.get("items")).isEmpty());
    }
    Map<?, ?> sets = (Map<?, ?>) document.get("activationSets");
    Map<?, ?> limits = (Map<?, ?>) document.get("limits");
    double[] lengths = {1, 1.2, 0.9, 1.1};
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      int active = (Integer) ((List<?>) sets.get("atStart")).get(k);
      sum += 144.0 / 60 / (active * lengths[k] * lengths[k]);
    }
    assertEquals(sum, (Double) limits.get("scaledLoss"), 1e-12);
    // as the page says
    Map<?, ?> reading = (Map<?, ?>) ((List<?>) document.get("readings")).get(0);
    Map<?, ?> direction = (Map<?, ?>) document.get("direction");
    for (String side : List.of("Positive", "Negative")) {
      assertTrue(reading.containsKey("stableRank" + side));
      assertEquals(4, ((List<?>) direction.get("singularValues" + side)).size());
    }
    for (String key : List.of("stableRankWhole", "margins", "norm", "logLoss", "scaledLoss")) {
      assertTrue(reading.containsKey(key), key);
    }
    for (String key :
        List.of(
            "kktStationarity",
            "kktComplementarity",
            "distanceFromIt",
            "maximalMarginOnTheseSides")) {
      assertTrue(direction.containsKey(key), key);
    }
  }

  @Test
  void problemsOfAnotherKindAreNotApplicable() {
    CommandLineRun run = CommandLineRun.of("margins", "oracle/kink", "-q");
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertTrue(run.out().contains("not applicable: the output weights are trained"), run.out());
  }

  @Test
  void shortRunsAreUnknown() throws IOException {
    Path twin = twin("time: 2.4e6", "time: 3000");
    CommandLineRun run = CommandLineRun.of("margins", twin.toString(), "-q");
    assertEquals(ExitCode.UNKNOWN, run.code());
    assertTrue(run.out().contains("the run is too short"), run.out());
  }

  @Test
  void filesAndPicturesAreWritten() throws IOException {
    CommandLineRun run =
        CommandLineRun.in(
            CommandLineRun.PROJECT, directory, "margins", "axes-relu", "-q", "-o", "out");
    assertEquals(ExitCode.OK, run.code(), run.err());
    // nothing to tell of TeX, unless there is none
    assertTrue(run.err().isEmpty() || run.err().contains("no TeX engine"), run.err());
    List<String> rows = Files.readAllLines(directory.resolve("out/readings.csv"));
    assertEquals(11, rows.size());
    assertTrue(rows.get(0).endsWith("margin_1,margin_2,margin_3,margin_4"), rows.get(0));
    for (String figure : List.of("ranks", "normalized", "loss", "spectrum")) {
      assertTrue(Files.exists(directory.resolve("out/figures/margins-" + figure + ".tex")));
      assertTrue(Files.exists(directory.resolve("out/figures/margins-" + figure + ".csv")));
    }
    assertTrue(Files.exists(directory.resolve("out/margins.json")));
  }

  @Test
  void anotherVerdictThanExpectedIsTold() throws IOException {
    Path twin = twin("ranks: HOLDS", "ranks: VIOLATED");
    CommandLineRun run = CommandLineRun.of("check", twin.toString(), "-q");
    assertEquals(ExitCode.DIFFERENT, run.code());
    assertTrue(
        run.out().contains("NOT AS EXPECTED: margins, ranks is HOLDS, expected VIOLATED"),
        run.out());
  }

  @ParameterizedTest
  @CsvSource({
    "'{loss: HOLDS','{delta: 1, loss: HOLDS','margins.delta: out of range: 1; expected a number"
        + " between 0 and 1'",
    "'{loss: HOLDS','{loss: TRUE',margins.loss",
    "'{loss: HOLDS','{los: HOLDS',did you mean 'loss'?",
    "'{loss: HOLDS, normal','{normal','margins.loss: missing key'"
  })
  void badSectionsAreRefused(String good, String bad, String message) throws IOException {
    CommandLineRun run = CommandLineRun.of("check", twin(good, bad).toString());
    assertEquals(ExitCode.INPUT, run.code());
    assertTrue(run.err().contains(message), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void probabilitiesOutOfRangeAreRefused() {
    CommandLineRun run = CommandLineRun.of("margins", "axes-relu", "--delta=0");
    assertEquals(ExitCode.INPUT, run.code());
    assertEquals("--delta: expected a number between 0 and 1", run.err().strip());
  }
}
