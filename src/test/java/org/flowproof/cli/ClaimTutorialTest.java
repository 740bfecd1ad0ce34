package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The claim and the case of docs/claims.md, taken from the page, proved and checked. */
class ClaimTutorialTest {
  private static final Pattern SAMPLE =
      Pattern.compile("(?s)`((?:proofs|cases)/tutorial/[a-z-]+[.]yaml)`[^`]*```yaml\n(.*?)```");

  @TempDir Path home;

  @Test
  void theSamplesWorkAsThePageSays() throws IOException {
    copy(CommandLineRun.PROJECT.resolve("proofs"), home.resolve("proofs"));
    Matcher matcher =
        SAMPLE.matcher(Files.readString(CommandLineRun.PROJECT.resolve("docs/claims.md")));
    int count = 0;
    while (matcher.find()) {
      Path file = home.resolve(matcher.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, matcher.group(2));
      count++;
    }
    assertEquals(2, count);
    CommandLineRun proof =
        CommandLineRun.in(home, home, "prove", "tutorial/loss-falls", "--explain");
    assertEquals(ExitCode.OK, proof.code(), proof.out() + proof.err());
    assertTrue(proof.out().contains("PROVED"), proof.out());
    CommandLineRun check = CommandLineRun.in(home, home, "check", "tutorial/two-neurons");
    assertEquals(ExitCode.OK, check.code(), check.out() + check.err());
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
