package org.flowproof.enclose.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The checker stays short enough to be read in one sitting, or it is no reason for trust. */
class CheckerSizeTest {
  private static final Path SOURCES = Path.of("src/main/java/org/flowproof/enclose/verify");
  private static final int MOST_CODE = 800;
  private static final int MOST_LINES = 1000;

  @Test
  void theCheckerIsShort() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    long code =
        lines.stream().filter(l -> !l.isBlank() && !l.strip().matches("(/?[*]|//).*")).count();
    assertTrue(code > 400, "only " + code + " lines of code");
    assertTrue(code <= MOST_CODE, code + " lines of code, at most " + MOST_CODE);
    assertTrue(lines.size() <= MOST_LINES, lines.size() + " lines, at most " + MOST_LINES);
  }
}
