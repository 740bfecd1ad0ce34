package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case below {@code cases/enclosures} gives the tube, limit and verdicts that it lists. */
class EnclosuresAsExpectedTest {
  @TempDir Path directory;

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CommandLineRun.PROJECT.resolve("cases/enclosures"))) {
      return files
          .map(f -> "enclosures/" + f.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void enclosedAsExpected(String id) {
    CommandLineRun run = CommandLineRun.of("enclose", id, "--quiet");
    assertEquals(ExitCode.OK, run.code(), run.out() + run.err());
  }

  @Test
  void thereAreTubesLimitsAndRefusals() throws IOException {
    int proven = 0;
    int obstructed = 0;
    int refused = 0;
    for (String id : cases()) {
      String text = Files.readString(CommandLineRun.PROJECT.resolve("cases/" + id + ".yaml"));
      proven += text.contains("limit: proven") ? 1 : 0;
      obstructed += text.contains("limit: obstruction") ? 1 : 0;
      refused += text.contains("refused:") ? 1 : 0;
    }
    assertTrue(proven >= 4 && obstructed >= 3 && refused >= 4, proven + " " + obstructed);
  }

  /** What a case expects is held: a twin that expects otherwise is told so. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "three-inputs | limit: proven | limit: obstruction | a theorem is proven of the limit",
        "three-inputs | expect: VIOLATED | expect: UNKNOWN | gradient-only-falls is VIOLATED",
        "refused-graze | kind: concave | kind: kink | (concave), expected to end between",
        "refused-graze | before: 1.574 | before: 1.5739 | expected to end between",
        "refused-start | [[0.2, 0] | [[0.2, 1e-300] | expected to end between",
      })
  void falsifiedTwinsAreFound(String id, String from, String to, String says) throws IOException {
    String text =
        Files.readString(CommandLineRun.PROJECT.resolve("cases/enclosures/" + id + ".yaml"));
    assertTrue(text.contains(from), from);
    Path twin = directory.resolve("twin.yaml");
    Files.writeString(twin, text.replace("enclosures/" + id, "twin").replace(from, to));
    CommandLineRun run = CommandLineRun.of("enclose", twin.toString(), "--quiet");
    assertEquals(ExitCode.DIFFERENT, run.code(), run.out() + run.err());
    assertTrue(run.out().contains(says), run.out());
  }
}
