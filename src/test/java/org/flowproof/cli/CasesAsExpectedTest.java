package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of the project gives the verdicts and numbers that it lists. */
class CasesAsExpectedTest {

  /** Cases as large as in a source take minutes; each has a smaller one beside it. */
  private static final String FULL = "-full";

  static List<String> cases() throws IOException {
    return all().stream().filter(id -> !id.endsWith(FULL)).toList();
  }

  static List<String> fullCases() throws IOException {
    return all().stream().filter(id -> id.endsWith(FULL)).toList();
  }

  private static List<String> all() throws IOException {
    Path root = CommandLineRun.PROJECT.resolve("cases");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> f.toString().endsWith(".yaml"))
          .map(f -> root.relativize(f).toString().replace(".yaml", ""))
          .filter(id -> !id.startsWith("sweeps/") && !id.startsWith("odes/"))
          .sorted()
          .toList();
    }
  }

  @Test
  void casesAreFound() throws IOException {
    assertTrue(cases().size() >= 7, () -> "only a few cases");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void checkEndsAsExpected(String id) {
    CommandLineRun run = CommandLineRun.of("check", id, "--quiet");
    assertEquals(0, run.code(), run::out);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("fullCases")
  void fullCasesEndAsExpectedToo(String id) throws IOException {
    assertTrue(cases().contains(id.replace(FULL, "")), id);
    checkEndsAsExpected(id);
  }

  @Test
  void anotherVerdictOrNumberIsTold(@TempDir Path directory) throws IOException {
    String text = Files.readString(CommandLineRun.PROJECT.resolve("cases/oracle/align.yaml"));
    Path twin = directory.resolve("align.yaml");
    Files.writeString(
        twin, text.replace("case: oracle/align", "case: align").replace("HOLDS", "VIOLATED"));
    assertEquals(1, CommandLineRun.of("check", twin.toString()).code());
    Files.writeString(
        twin,
        text.replace("case: oracle/align", "case: align").replace("0.010261350", "0.010261351"));
    assertEquals(1, CommandLineRun.of("check", twin.toString()).code());
  }
}
