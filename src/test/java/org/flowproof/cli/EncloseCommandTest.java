package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.provider.MethodSource;

class EncloseCommandTest {
  /** The doubles nearest to the solution, as another program of many digits printed them. */
  private static final Map<String, Map<String, String>> PRINTED =
      Map.of(
          "odes/lorenz",
          Map.of("x", "14.3041462512760216", "y", "9.5793690774828022", "z", "39.0383251677392380"),
          "odes/lorenz-30",
          Map.of("x", "7.3949855239490709", "y", "2.0516425629287700", "z", "31.7610750649663842"),
          "odes/laub-loomis",
          Map.of("x4", "2.73876907395393587308"));

  @TempDir Path directory;

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(CommandLineRun.PROJECT.resolve("cases/odes"))) {
      return files.map(f -> "odes/" + f.getFileName().toString().replace(".yaml", "")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileIsEnclosedAsExpected(String id) {
    CommandLineRun run = CommandLineRun.of("enclose", id, "--json", "--quiet");
    assertEquals(ExitCode.OK, run.code(), run.out() + run.err());
    assertEquals("flowproof/enclose/1", run.json().get("schema"));
    Map<?, ?> only = (Map<?, ?>) ((List<?>) run.json().get("files")).get(0);
    assertEquals(id, only.get("id"));
    assertEquals(true, only.get("asExpected"));
    assertEquals(null, only.get("refusal"));
    Map<?, ?> values = (Map<?, ?>) only.get("values");
    PRINTED
        .getOrDefault(id, Map.of())
        .forEach(
            (name, other) -> {
              Map<?, ?> range = (Map<?, ?>) values.get(name);
              assertEquals(
                  Double.parseDouble(other), Double.parseDouble((String) range.get("lower")), name);
              assertEquals(
                  Double.parseDouble(other), Double.parseDouble((String) range.get("upper")), name);
            });
  }

  @Test
  void equationsAreListed() {
    CommandLineRun run = CommandLineRun.of("list", "equations");
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertTrue(run.out().contains("odes/lorenz-30"), run.out());
    assertTrue(run.out().contains("The oscillator of van der Pol"), run.out());
  }

  @Test
  void aCaseIsEnclosedAsExpected() {
    CommandLineRun run =
        CommandLineRun.of("enclose", "enclosures/four-neurons", "--json", "--quiet");
    assertEquals(ExitCode.OK, run.code(), run.out() + run.err());
    Map<?, ?> only = (Map<?, ?>) ((List<?>) run.json().get("files")).get(0);
    assertEquals(true, only.get("asExpected"));
    assertEquals(100.0, ((Number) only.get("time")).doubleValue());
    CommandLineRun early =
        CommandLineRun.of("enclose", "enclosures/four-neurons", "--until", "1", "--quiet");
    // too early for a limit
    assertEquals(ExitCode.DIFFERENT, early.code(), early.out() + early.err());
    assertTrue(early.out().contains("enclosed for all t in [0, 1]"), early.out());
  }

  /** A digit, a width and a bound that are wrong by little are found. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x4: 2.73876907395393601041231 | x4: 2.73876907395393601041233 | 1 | DIFFERENT",
        "width: 1e-22 | width: 1e-28 | 1 | DIFFERENT",
        "x4 < 4.5 | x4 < 2.7 | 1 | VIOLATED at t = ",
        "x4: 2 - | x4: 2.000000000000000000001 - | 1 | DIFFERENT",
        "x6: 0.1, | x6: 0.100000000000000001, | 1 | DIFFERENT",
      })
  void falsifiedTwinsAreFound(String from, String to, int code, String says) throws IOException {
    Path file = directory.resolve("laub-loomis.yaml");
    String text = Files.readString(CommandLineRun.PROJECT.resolve("cases/odes/laub-loomis.yaml"));
    assertTrue(text.contains(from), from);
    Files.writeString(file, text.replace(from, to));
    CommandLineRun run = CommandLineRun.of("enclose", file.toString());
    assertEquals(code, run.code(), run.out() + run.err());
    assertTrue(run.out().contains(says), run.out());
  }

  /** The ceiling of the case is for paths in pairs of doubles. */
  @Test
  void pathsInDoublesAreAskedFor() {
    CommandLineRun run =
        CommandLineRun.of("enclose", "enclosures/four-neurons", "--doubles", "--json", "--quiet");
    assertEquals(ExitCode.DIFFERENT, run.code(), run.err());
    Map<?, ?> only = (Map<?, ?>) ((List<?>) run.json().get("files")).get(0);
    double radius = ((Number) only.get("radius")).doubleValue();
    assertTrue(radius > 1e-14 && radius < 1e-10, () -> "radius " + radius);
    CommandLineRun equations = CommandLineRun.of("enclose", "laub-loomis", "--doubles");
    assertEquals(ExitCode.INPUT, equations.code());
    assertTrue(equations.err().contains("--doubles: only tubes of cases"), equations.err());
  }

  @Test
  void equationsHaveAnEndOfTheirOwn() {
    CommandLineRun run = CommandLineRun.of("enclose", "laub-loomis", "--until", "2");
    assertEquals(ExitCode.INPUT, run.code());
    assertTrue(run.err().contains("--until: only tubes of cases"), run.err());
  }

  @Test
  void aBlowUpIsToldWithTheTimeReached() throws IOException {
    Path file = directory.resolve("blow-up.yaml");
    Files.writeString(
        file,
        """
        format: 1
        ode: odes/blow-up
        title: A solution that ends
        equations: {x: x^2}
        start: {x: 1}
        time: 2
        expect: {values: {x: 1}}
        """);
    CommandLineRun run = CommandLineRun.of("enclose", file.toString());
    assertEquals(ExitCode.UNKNOWN, run.code());
    assertTrue(run.out().contains("enclosed only to t = 0.99999"), run.out());
    assertTrue(run.out().contains("stopped: no step above"), run.out());
  }

  @Test
  void widthsAreWrittenAgainstTime() throws IOException {
    Path csv = directory.resolve("widths.csv");
    CommandLineRun run =
        CommandLineRun.of("enclose", "laub-loomis", "--csv", csv.toString(), "--quiet");
    assertEquals(ExitCode.OK, run.code(), run.err());
    List<String> lines = Files.readAllLines(csv);
    assertEquals("t,x1,x2,x3,x4,x5,x6,x7", lines.get(0));
    assertTrue(lines.get(lines.size() - 1).startsWith("20.0,"), lines.get(lines.size() - 1));
    assertTrue(run.out().contains("in " + (lines.size() - 2) + " steps"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void severalFilesAreShownInOrder() {
    CommandLineRun run = CommandLineRun.of("enclose", "lorenz", "laub-loomis", "--threads", "2");
    assertEquals(ExitCode.OK, run.code());
    assertTrue(run.out().startsWith("odes/lorenz: "), run.out());
    assertTrue(run.out().indexOf("odes/laub-loomis: ") > 0, run.out());
    assertTrue(run.err().matches("(?s).*odes/lorenz: [0-9.]+ s.*"), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lorentz | did you mean 'odes/lorenz'",
        "lorenz van-der-pol --csv x.csv | --csv: expected one file",
        "cases/sweeps/scale-trap.yaml | not something to enclose; expected",
      })
  void whatCannotBeEnclosedIsRefusedInOneLine(String words, String says) {
    CommandLineRun run = CommandLineRun.of(("enclose " + words).split(" ", -1));
    assertEquals(ExitCode.INPUT, run.code(), run.err());
    assertEquals(1, run.err().strip().lines().count(), run.err());
    assertTrue(run.err().contains(says), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--csv folder | not a regular file",
        "--certificate folder | not a regular file",
        "--csv /dev/null | not a regular file",
        "--csv link | not a regular file",
        "--csv none/x.csv | no directory",
        "--csv '' | not a path",
        "--csv four.yaml | read or written already",
        "--certificate ./folder/../four.yaml | read or written already",
        "--csv again.yaml | read or written already",
        "--csv x --certificate folder/../x | read or written already",
      })
  void targetsAreRefusedBeforeAnyWork(String words, String says) throws IOException {
    Path four = CommandLineRun.PROJECT.resolve("cases/enclosures/four-neurons.yaml");
    Files.copy(four, directory.resolve("four.yaml"));
    Files.createDirectory(directory.resolve("folder"));
    Files.createSymbolicLink(directory.resolve("link"), Path.of("folder"));
    Files.createSymbolicLink(directory.resolve("again.yaml"), Path.of("four.yaml"));
    String[] given = words.replace("''", "").split(" ", -1);
    CommandLineRun run =
        CommandLineRun.in(
            CommandLineRun.PROJECT,
            directory,
            CommandLineRun.with(new String[] {"enclose", "four.yaml"}, given));
    assertEquals(ExitCode.INPUT, run.code(), run.err());
    assertEquals(1, run.err().strip().lines().count(), run.err());
    assertTrue(run.err().contains(says), run.err());
    assertEquals("", run.out());
    assertEquals(Files.readString(four), Files.readString(directory.resolve("four.yaml")));
  }

  @Test
  void anExpiredTimeIsUnknown() {
    CommandLineRun run = CommandLineRun.of("enclose", "lorenz-30", "--timeout", "0.01");
    assertEquals(ExitCode.UNKNOWN, run.code());
    assertTrue(run.err().contains("not decided within 0.0100 s"), run.err());
  }

  @Test
  void aCertificateIsWrittenAndVerified() throws IOException {
    CommandLineRun.in(
        CommandLineRun.PROJECT,
        directory,
        "enclose",
        "enclosures/four-neurons",
        "--until",
        "5",
        "--certificate",
        "four.certificate");
    CommandLineRun sound = verified();
    assertEquals(ExitCode.OK, sound.code(), sound.err());
    assertTrue(sound.out().contains("VERIFIED"), sound.out());
    assertTrue(sound.out().contains("[0, 5.0]"), sound.out());
    Path file = directory.resolve("four.certificate");
    Files.writeString(file, Files.readString(file).replaceFirst("claim ", "claim  "));
    CommandLineRun damaged = verified();
    assertEquals(ExitCode.INPUT, damaged.code(), damaged.out());
    assertEquals(1, damaged.err().strip().lines().count(), damaged.err());
  }

  private CommandLineRun verified() {
    return CommandLineRun.in(
        CommandLineRun.PROJECT, directory, "enclose", "--verify", "four.certificate");
  }
}
