package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ReportManifestTest {

  /** JSON is YAML, so the YAML reader serves as an independent reader of the manifest. */
  private static Map<?, ?> manifest(Path folder) throws IOException {
    Path out = folder.resolve("r");
    new AppendixWriter(Optional.empty()).write(SampleReport.input(), out);
    return (Map<?, ?>)
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(out.resolve(ReportManifest.FILE)));
  }

  @Test
  void isComplete(@TempDir Path folder) throws IOException {
    Map<?, ?> manifest = manifest(folder);
    for (String key :
        List.of(
            "schema",
            "schemaVersion",
            "report",
            "title",
            "tool",
            "command",
            "seeds",
            "started",
            "ended",
            "resultsDependOnThreadCount",
            "machine",
            "inputs",
            "verdicts",
            "proofs",
            "run",
            "pdf",
            "dependencies",
            "files")) {
      assertTrue(manifest.containsKey(key), key);
    }
    for (String key : List.of("javaVersion", "os", "arch", "processors")) {
      assertTrue(((Map<?, ?>) manifest.get("machine")).get(key) != null, key);
    }
    assertEquals(1, manifest.get("schemaVersion"));
    assertEquals("2026-01-02T03:04:05Z", manifest.get("started").toString());
    assertEquals(Map.of("data", 11, "initial weights", 7), manifest.get("seeds"));
    assertEquals(
        "./flowproof report cases/early-alignment/three-points.yaml --seed 7",
        manifest.get("command"));
    assertEquals(
        SampleReport.input().findings().size(), ((List<?>) manifest.get("verdicts")).size());
  }

  @Test
  void listsEveryFileWithItsHash(@TempDir Path folder) throws IOException {
    Map<?, ?> manifest = manifest(folder);
    Path out = folder.resolve("r");
    List<String> expected =
        ReportManifest.list(out).stream().filter(f -> !f.equals(ReportManifest.FILE)).toList();
    List<?> files = (List<?>) manifest.get("files");
    assertEquals(expected, files.stream().map(f -> ((Map<?, ?>) f).get("path")).toList());
    for (Object file : files) {
      Map<?, ?> entry = (Map<?, ?>) file;
      assertEquals(Hashes.sha256(out.resolve((String) entry.get("path"))), entry.get("sha256"));
    }
  }

  @Test
  void namesTheLibraries(@TempDir Path folder) throws IOException {
    List<?> dependencies = (List<?>) manifest(folder).get("dependencies");
    List<String> names =
        dependencies.stream().map(d -> (String) ((Map<?, ?>) d).get("name")).toList();
    assertTrue(names.contains("freemarker"), names.toString());
    assertTrue(
        dependencies.stream()
            .allMatch(d -> ((String) ((Map<?, ?>) d).get("sha256")).matches("[0-9a-f]{64}")));
  }
}
