package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flowproof.check.EnclosureResult;
import org.flowproof.report.EnclosuresWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case below {@code cases/enclosures} gives the tube, limit and verdicts that it lists, and
 * the appendix in the repository says so. It is made anew by the command in {@code
 * reports/README.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptEnclosuresTest {
  private static final Path KEPT = CommandLineRun.PROJECT.resolve("reports/enclosures");

  /** What has times, versions or commits in it. */
  private static final List<String> CHANGING =
      List.of("manifest.json", "main.tex", "sections/times.tex", "sections/reproduce.tex");

  @TempDir Path directory;

  private final Map<String, CaseEnclosure> found = new HashMap<>();
  private Path written;

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CommandLineRun.PROJECT.resolve("cases/enclosures"))) {
      return files
          .map(f -> "enclosures/" + f.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  @BeforeAll
  void enclose(@TempDir Path place) throws Exception {
    CaseEncloser encloser = TubeRuns.encloser();
    List<EnclosureResult> results = new ArrayList<>();
    for (String id : cases()) {
      CaseEnclosure outcome =
          encloser.task(CommandLineRun.PROJECT.resolve("cases/" + id + ".yaml")).call();
      found.put(id, outcome);
      results.add(outcome.result());
    }
    written = place.resolve("enclosures");
    new EnclosuresWriter(Optional.empty())
        .write(
            EnclosuresReport.input(
                results, Instant.now(), TubeRuns.surroundings(new StringWriter())),
            written);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void enclosedAsExpected(String id) {
    CaseEnclosure outcome = found.get(id);
    assertEquals(ExitCode.OK, outcome.exitCode(), () -> TubeRuns.printed(outcome));
  }

  @Test
  void thereAreTubesLimitsAndRefusals() throws IOException {
    List<Map<String, String>> rows = rows(written);
    assertTrue(rows.stream().filter(r -> r.get("limit").equals("FAILS")).count() >= 4);
    assertTrue(rows.stream().filter(r -> r.get("refusal").isEmpty()).count() >= 7);
    assertTrue(rows.stream().map(r -> r.get("refusal")).distinct().count() >= 5);
  }

  /** Rows of {@code tubes.csv} by column. */
  private static List<Map<String, String>> rows(Path report) throws IOException {
    List<String> lines = Files.readAllLines(report.resolve("tubes.csv"));
    String[] columns = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < columns.length; i++) {
        row.put(columns[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  /**
   * The kept table says what is found now. Radii and limits are compared to a factor and in digits
   * that survive a better planner of steps; the slow test compares all bytes.
   */
  @Test
  void theKeptAppendixSaysWhatIsFound() throws IOException {
    List<Map<String, String>> kept = rows(KEPT);
    List<Map<String, String>> now = rows(written);
    assertEquals(
        now.stream().map(r -> r.get("case")).toList(),
        kept.stream().map(r -> r.get("case")).toList());
    for (int i = 0; i < now.size(); i++) {
      Map<String, String> a = kept.get(i);
      Map<String, String> b = now.get(i);
      for (String column : List.of("until", "refusal", "limit", "claims")) {
        assertEquals(b.get(column), a.get(column), b.get("case") + ", " + column);
      }
      near(a, b, "reached", 1e-4);
      near(a, b, "radius", 9);
      near(a, b, "lossLower", 1e-12);
      near(a, b, "lossUpper", 1e-12);
    }
  }

  private static void near(
      Map<String, String> a, Map<String, String> b, String column, double relative) {
    assertEquals(a.get(column).isEmpty(), b.get(column).isEmpty(), column);
    if (!a.get(column).isEmpty()) {
      double first = Double.parseDouble(a.get(column));
      double second = Double.parseDouble(b.get(column));
      assertTrue(
          Math.abs(first - second) <= relative * Math.min(Math.abs(first), Math.abs(second)),
          b.get("case") + ", " + column + ": " + first + " is kept, " + second + " is found");
    }
  }

  @Test
  void theKeptAppendixBelongsToTheCases() throws IOException {
    String kept = inputs(KEPT);
    assertEquals(inputs(written), kept, "made from other cases");
  }

  /** The part of a manifest with the hashes of the case files. */
  private static String inputs(Path report) throws IOException {
    String manifest = Files.readString(report.resolve("manifest.json"));
    int start = manifest.indexOf("\"inputs\"");
    return manifest.substring(start, manifest.indexOf(']', start));
  }

  @Tag("slow")
  @Test
  void theKeptAppendixHasTheSameBytes() throws IOException {
    try (Stream<Path> files = Files.walk(written)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path name = written.relativize(file);
        if (!CHANGING.contains(name.toString())) {
          assertEquals(-1, Files.mismatch(file, KEPT.resolve(name)), name::toString);
        }
      }
    }
  }

  /** What a case expects is held: a twin that expects otherwise is told so. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "three-inputs | limit: proven | limit: obstruction | a theorem is proven of the limit",
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

  @Test
  void reportsAreOfCasesWithNamesOfTheirOwn() throws IOException {
    Path twin = directory.resolve("refused-start.yaml");
    Files.writeString(
        twin,
        Files.readString(CommandLineRun.PROJECT.resolve("cases/enclosures/refused-start.yaml"))
            .replace("case: enclosures/", "case: "));
    CommandLineRun run =
        CommandLineRun.of(
            "enclose",
            "enclosures/refused-start",
            twin.toString(),
            "--report",
            directory.resolve("out").toString());
    assertEquals(ExitCode.INPUT, run.code(), run.err());
    assertTrue(run.err().contains("two cases are called refused-start"), run.err());
    assertEquals("", run.out(), "told before any work");
    assertFalse(Files.exists(directory.resolve("out")));
    CommandLineRun equations =
        CommandLineRun.of("enclose", "lorenz", "--report", directory.resolve("out").toString());
    assertEquals(ExitCode.INPUT, equations.code(), equations.err());
    assertTrue(equations.err().contains("--report: only tubes of cases"), equations.err());
  }
}
