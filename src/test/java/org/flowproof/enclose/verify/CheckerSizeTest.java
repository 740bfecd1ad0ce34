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
  private static final int MOST = 800;

  @Test
  void theCheckerIsShort() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    // comments and blank lines count
    assertTrue(lines.size() <= MOST, lines.size() + " lines, at most " + MOST);
    long code =
        lines.stream().filter(l -> !l.isBlank() && !l.strip().matches("(/?[*]|//).*")).count();
    assertTrue(code > 400, "only " + code + " lines of code");
  }
}
