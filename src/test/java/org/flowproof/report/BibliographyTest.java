package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BibliographyTest {
  private static final Pattern CITE = Pattern.compile("\\.cite\\(\"([^\"]+)\"\\)");
  private static final Pattern REFERENCE = Pattern.compile("reference: *\"?([A-Za-z0-9-]+)");

  @Test
  void takesOnlyWhatIsAskedFor() throws IOException {
    String text = Bibliography.load().only(List.of("symja", "filippov-1988"));
    assertTrue(text.startsWith("@book{filippov-1988,"), text);
    assertEquals(2, text.lines().filter(line -> line.startsWith("@")).count());
  }

  @Test
  void unknownKeyIsAnError() throws IOException {
    Bibliography bibliography = Bibliography.load();
    assertThrows(IllegalArgumentException.class, () -> bibliography.only(List.of("nobody-1900")));
  }

  /** Every work that the code cites, and every work that a claim names, has an entry. */
  @Test
  void knowsEveryWorkThatIsCited() throws IOException {
    Bibliography bibliography = Bibliography.load();
    int inCode = check(Path.of("src/main/java/org/flowproof/report"), ".java", CITE, bibliography);
    int inClaims = check(Path.of("proofs"), ".yaml", REFERENCE, bibliography);
    assertTrue(inCode >= 4 && inClaims >= 4, inCode + " and " + inClaims + " citations found");
  }

  private static int check(Path root, String ending, Pattern pattern, Bibliography bibliography)
      throws IOException {
    int count = 0;
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
    for (Path file : files) {
      Matcher matcher = pattern.matcher(Files.readString(file));
      while (matcher.find()) {
        assertTrue(bibliography.contains(matcher.group(1)), matcher.group(1) + " in " + file);
        count++;
      }
    }
    return count;
  }
}
