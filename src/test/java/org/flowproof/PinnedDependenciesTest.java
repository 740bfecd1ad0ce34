package org.flowproof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The libraries on the class path are those of dependencies.sha256, byte by byte. */
class PinnedDependenciesTest {
  private static final Path LIST = Path.of("dependencies.sha256");

  @Test
  void everyLibraryHasTheHashThatIsKept() throws IOException, NoSuchAlgorithmException {
    Map<String, String> kept = kept();
    int seen = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path file = Path.of(entry);
      String name = file.getFileName() == null ? "" : file.getFileName().toString();
      // Maven's own, which starts the tests
      if (!name.endsWith(".jar") || name.matches("(surefire|junit-platform-launcher).*")) {
        continue;
      }
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      assertEquals(kept.get(name), HexFormat.of().formatHex(hash), name + "; see .ci/checksums");
      seen++;
    }
    assertTrue(seen > 50, "only " + seen + " libraries");
  }

  /** Whoever changes a version finds out here that the hash has to be looked at. */
  @Test
  void theListIsOfOneVersionEach() throws IOException {
    Map<String, String> versions = new TreeMap<>();
    for (String line : Files.readAllLines(LIST)) {
      assertTrue(line.matches("[0-9a-f]{64}  [\\w.-]+(/[\\w.-]+){3,}\\.jar"), line);
      String[] parts = line.substring(66).split("/", -1);
      String artifact = line.substring(66, line.length() - parts[parts.length - 1].length());
      String unversioned =
          artifact.substring(0, artifact.length() - parts[parts.length - 2].length() - 1);
      assertEquals(null, versions.put(unversioned, line), line);
    }
  }

  private static Map<String, String> kept() throws IOException {
    Map<String, String> kept = new TreeMap<>();
    for (String line : Files.readAllLines(LIST)) {
      kept.put(line.substring(line.lastIndexOf('/') + 1), line.substring(0, 64));
    }
    return kept;
  }
}
