package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Two reports of one input. */
final class SameReport {
  private SameReport() {}

  /** The same files with the same bytes, apart from the manifest, which has times. */
  static void assertSame(Path first, Path second) throws IOException {
    List<String> files = ReportManifest.list(first);
    assertEquals(files, ReportManifest.list(second));
    for (String file : files) {
      if (!file.equals(ReportManifest.FILE)) {
        assertEquals(-1, Files.mismatch(first.resolve(file), second.resolve(file)), file);
      }
    }
  }
}
