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

/** Extremal vectors that a case lists. */
class ExtremalOutcomeTest {
  @TempDir Path directory;

  /** One sign, one kind, one vector too few or too many, one cone more: each is told. */
  @Test
  void otherExtremalVectorsAreTold() throws IOException {
    String id = "early-alignment/space-phase";
    String text = Files.readString(CommandLineRun.PROJECT.resolve("cases/" + id + ".yaml"));
    for (String[] change :
        new String[][] {
          {"\"-++-\"", "\"-+++\""},
          {"kind: minimum", "kind: saddle"},
          {"    - {kind: minimum, signs: \"+--+\"}\n", ""},
          {"  vectors:\n", "  vectors:\n    - {kind: saddle, signs: \"++++\"}\n"},
          {"cones: 51", "cones: 52"}
        }) {
      assertTrue(text.contains(change[0]), change[0]);
      Path twin = directory.resolve("twin.yaml");
      Files.writeString(
          twin,
          text.replace("case: " + id, "case: twin")
              .replace("time: 3.5", "time: 0.01")
              .replaceAll("(?m)^(check:|  - \\{claim|alignment:).*\n", "")
              .replace(change[0], change[1]));
      CommandLineRun run = CommandLineRun.of("check", twin.toString());
      assertEquals(1, run.code(), change[1] + run.out() + run.err());
      assertTrue(run.out().contains("EXTREMAL VECTORS"), run.out());
    }
  }

  @Test
  void theyAreListedInJson() {
    CommandLineRun run = CommandLineRun.of("check", "early-alignment/shared-pattern", "--json");
    Map<?, ?> only = (Map<?, ?>) ((List<?>) run.json().get("cases")).get(0);
    Map<?, ?> extremal = (Map<?, ?>) only.get("extremal");
    assertEquals(true, extremal.get("asExpected"));
    assertEquals(13, extremal.get("cones"));
    List<?> vectors = (List<?>) extremal.get("vectors");
    assertEquals(4, vectors.size());
    assertTrue(vectors.contains(Map.of("kind", "minimum", "signs", "-0+")), vectors::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"-++-\" | \"-++\" | 4 characters, each +, - or 0",
        "\"-++-\" | \"+--+\" | each cone once",
        "kind: maximum | kind: top | maximum",
        "cones: 51 | cone: 51 | did you mean 'cones'",
      })
  void badListsAreRefused(String from, String to, String says) throws IOException {
    String id = "early-alignment/space-phase";
    String text = Files.readString(CommandLineRun.PROJECT.resolve("cases/" + id + ".yaml"));
    Path twin = directory.resolve("twin.yaml");
    Files.writeString(twin, text.replace("case: " + id, "case: twin").replace(from, to));
    CommandLineRun run = CommandLineRun.of("check", twin.toString());
    assertEquals(ExitCode.INPUT, run.code(), run.out());
    assertTrue(run.err().contains(says), run.err());
  }
}
