package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class SmallStartCommandTest {
  private static final Path CASE =
      CommandLineRun.PROJECT.resolve("cases/single-neuron/slope-two.yaml");

  @TempDir Path directory;

  private Path twin(String good, String bad) throws IOException {
    String text = Files.readString(CASE);
    assertTrue(text.contains(good));
    return Files.writeString(
        directory.resolve("twin.yaml"),
        text.replace("case: single-neuron/slope-two", "case: twin").replace(good, bad));
  }

  @Test
  void everythingIsInTheJson() {
    CommandLineRun run =
        CommandLineRun.of("small-start", "slope-two", "--json", "--scales=1e-2,1e-3,1e-4");
    assertEquals(ExitCode.OK, run.code(), run.err());
    Map<?, ?> document = run.json();
    assertEquals("flowproof/small-start/1", document.get("schema"));
    assertEquals(-2.0, document.get("slopeAtZero"));
    assertEquals(2 * (Double) document.get("gammaNorm"), (Double) document.get("rate"), 1e-12);
    assertEquals(10, ((List<?>) document.get("statements")).size());
    assertEquals(9, ((List<?>) document.get("distances")).size());
    assertEquals(3, ((List<?>) document.get("limit")).size());
    // at the printed time weights go on growing as the scale falls, at the right one they settle
    Map<?, ?> printed = (Map<?, ?>) document.get("printed");
    List<?> sizes = (List<?>) printed.get("sizes");
    assertEquals(3, sizes.size());
    double[] found = {number(sizes, 1, "norm"), number(sizes, 2, "norm")};
    assertEquals(found[0], found[1], 1e-2 * found[0]);
    assertTrue(number(sizes, 2, "printedNorm") > 1.01 * number(sizes, 1, "printedNorm"));
    assertEquals((Double) printed.get("ratio"), (Double) printed.get("observedRatio"), 1e-6);
    assertEquals(
        List.of(1e-2, 1e-3, 1e-4),
        ((List<?>) document.get("scales")).stream().map(s -> ((Number) s).doubleValue()).toList());
  }

  private static double number(List<?> rows, int row, String key) {
    return (Double) ((Map<?, ?>) rows.get(row)).get(key);
  }

  @Test
  void otherProblemsHaveNothingToLookAt() {
    CommandLineRun run = CommandLineRun.of("small-start", "oracle/kink", "-q");
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertTrue(run.out().contains("nothing to look at: the activation is not smooth"), run.out());
  }

  @Test
  void whatIsNotAsExpectedIsTold() throws IOException {
    Path twin = twin("printed-growth: VIOLATED", "printed-growth: HOLDS");
    CommandLineRun run = CommandLineRun.of("check", twin.toString(), "-q");
    assertEquals(ExitCode.DIFFERENT, run.code());
    assertTrue(
        run.out()
            .contains("NOT AS EXPECTED: small start, printed-growth is VIOLATED, expected HOLDS"),
        run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "times: [-0.2, 0, 0.5]; times: [0, 0]; small-start.times: unusable times",
        "times: [-0.2, 0, 0.5]; times: []; small-start.times: unusable times",
        "1e-5, 1e-20]; 1e-5, 1e-300]; small-start.scales: unusable scales",
        "scales: [1e-2,; scales: [2,; small-start.scales: unusable scales",
        "seed: 1; 'seed: 1\n  imbalance: []'; small-start.imbalance: 0 imbalances",
        "seed: 1; 'seed: 1\n  imbalance: [[1, 2, 3]]'; small-start.imbalance[1]: 3 numbers",
        "seed: 1; 'seed: 1\n  imbalance: [[1, 2], [0, 0]]'; small-start.imbalance[2]: an imbalance",
        "seed: 1; 'seed: 1\n  imbalance: [{from: 1}]'; small-start.imbalance[1].to: missing key",
        "seed: 1; 'seed: 1\n  imbalance: [{from: 1, too: 2}]'; did you mean 'to'?",
        "seed: 1; 'seed: 1\n  imbalance: [1, 2]'; small-start.imbalance[1]",
        "seed: 1; sed: 1; did you mean 'seed'?",
        "limit: HOLDS; limit: TRUE; small-start.limit",
        "limit: HOLDS; limt: HOLDS; did you mean 'limit'?",
      })
  void badSectionsAreRefused(String good, String bad, String message) throws IOException {
    CommandLineRun run =
        CommandLineRun.of("check", twin(good, bad.replace("\\n", "\n")).toString());
    assertEquals(ExitCode.INPUT, run.code());
    assertTrue(run.err().contains(message), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @ParameterizedTest
  @CsvSource({"'--times=1,0', --times", "'--scales=1,0.5', --scales", "'--scales=3,2,1', --scales"})
  void badOptionsAreRefused(String option, String name) {
    CommandLineRun run = CommandLineRun.of("small-start", "slope-two", option);
    assertEquals(ExitCode.INPUT, run.code());
    assertTrue(run.err().startsWith(name + ": expected"), run.err());
  }
}
