package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conjecture of docs/falsify.md, taken from the page, broken and repaired. */
class FalsifyTutorialTest {
  private static final Pattern SAMPLE =
      Pattern.compile("(?s)`(proofs/tutorial/[a-z-]+[.]yaml)`:\n\n```yaml\n(.*?)```");

  @TempDir Path home;

  private CommandLineRun run(int code, String... words) {
    CommandLineRun run = CommandLineRun.in(home, home, words);
    assertEquals(code, run.code(), run.out() + run.err());
    return run;
  }

  @Test
  void theConjectureBreaksAndTheRepairStands() throws IOException {
    copy(CommandLineRun.PROJECT.resolve("proofs"), home.resolve("proofs"));
    Matcher matcher =
        SAMPLE.matcher(Files.readString(CommandLineRun.PROJECT.resolve("docs/falsify.md")));
    int count = 0;
    while (matcher.find()) {
      Path file = home.resolve(matcher.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, matcher.group(2));
      count++;
    }
    assertEquals(2, count);
    CommandLineRun broken =
        run(ExitCode.DIFFERENT, "falsify", "tutorial/residuals-fall", "--tries", "100");
    assertTrue(broken.out().contains("to n = 2, m = 1"), broken.out());
    Path written = home.resolve("cases/counterexamples/residuals-fall.yaml");
    String text = Files.readString(written);
    run(ExitCode.OK, "check", "counterexamples/residuals-fall");
    run(
        ExitCode.DIFFERENT,
        "falsify",
        "tutorial/residuals-fall",
        "--tries",
        "100",
        "--threads",
        "1");
    assertEquals(text, Files.readString(written));
    assertFalse(Files.exists(home.resolve("cases/counterexamples/residuals-fall-2.yaml")));

    run(ExitCode.OK, "falsify", "tutorial/squares-fall", "--tries", "100");
    run(
        ExitCode.DIFFERENT,
        "falsify",
        "tutorial/squares-fall",
        "--twin",
        "halves",
        "--tries",
        "100");
    assertTrue(run(ExitCode.OK, "prove", "tutorial/squares-fall").out().contains("PROVED"));
    assertTrue(run(ExitCode.OK, "prove", "tutorial/residuals-fall").out().contains("CONJECTURE"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
