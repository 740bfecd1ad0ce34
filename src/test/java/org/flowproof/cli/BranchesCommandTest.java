package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

class BranchesCommandTest {
  private static final String CASE = "single-neuron/nine-points";

  @TempDir Path directory;

  private Path twin(String good, String bad) throws IOException {
    String text = Files.readString(CommandLineRun.PROJECT.resolve("cases/" + CASE + ".yaml"));
    assertTrue(text.contains(good), good);
    return Files.writeString(
        directory.resolve("twin.yaml"),
        text.replace("case: " + CASE, "case: twin").replace(good, bad));
  }

  /** Four inputs with the bias: 9 and 6 separate the branches, 5 are the optimistic size. */
  @Test
  void everythingIsInTheJson() {
    CommandLineRun run = CommandLineRun.of("branches", CASE, "--json");
    assertEquals(ExitCode.OK, run.code(), run.err());
    Map<?, ?> document = run.json();
    assertEquals("flowproof/branches/1", document.get("schema"));
    assertEquals(5, document.get("optimistic"));
    assertEquals(10, document.get("parameters"));
    assertEquals(9, document.get("rankAnywhere"));
    List<?> branches = (List<?>) document.get("branches");
    assertEquals(9, ((Map<?, ?>) branches.get(0)).get("separation"));
    assertEquals(6, ((Map<?, ?>) branches.get(1)).get("separation"));
    assertEquals(6, ((Map<?, ?>) branches.get(1)).get("certifiedRank"));
    assertEquals(4, ((List<?>) document.get("statements")).size());
  }

  @Test
  void filesAreWritten() throws IOException {
    Path target = directory.resolve("out");
    CommandLineRun run = CommandLineRun.of("branches", CASE, "-q", "-o", target.toString());
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertTrue(Files.exists(target.resolve("branches.json")));
    List<String> lines = Files.readAllLines(target.resolve("branches.csv"));
    assertEquals(3, lines.size());
    assertEquals("2,4,6,true,true,6,6", lines.get(2));
  }

  @Test
  void casesWithoutTargetHaveNothingToLookAt() {
    CommandLineRun run = CommandLineRun.of("branches", "oracle/kink", "-q");
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertTrue(run.out().contains("nothing to look at: the labels are not those"), run.out());
  }

  @Test
  void whatIsNotAsExpectedIsTold() throws IOException {
    Path twin = twin("separated: HOLDS", "separated: NOT_APPLICABLE");
    CommandLineRun run = CommandLineRun.of("check", twin.toString(), "-q");
    assertEquals(ExitCode.DIFFERENT, run.code());
    assertTrue(run.out().contains("NOT AS EXPECTED: branches, separated is HOLDS"), run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "points: 5; points: 0; branches.points: ",
        "points: 5; points: 1001; branches.points: ",
        "seed: 1, optimistic; seed: -1, optimistic; branches.seed: ",
        "ranks: HOLDS; ranks: TRUE; branches.ranks: ",
        "ranks: HOLDS; rank: HOLDS; did you mean 'ranks'?",
        "anywhere: HOLDS; anywhere: HOLDS, more: 1; branches.more: ",
        "weight: [1, 1, 1, 1]; weight: [1, 1, 1]; data.target.weight: 3 numbers",
      })
  void badSectionsAreOneLine(String good, String bad, String says) throws IOException {
    CommandLineRun run = CommandLineRun.of("check", twin(good, bad).toString());
    assertEquals(ExitCode.INPUT, run.code());
    assertTrue(run.err().contains(says), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
  }

  @Test
  void aBadNumberOfPointsIsRefused() {
    CommandLineRun run = CommandLineRun.of("branches", CASE, "--points", "0");
    assertEquals(ExitCode.INPUT, run.code());
    assertTrue(run.err().contains("--points: expected a number from 1 to 1000"), run.err());
  }
}
