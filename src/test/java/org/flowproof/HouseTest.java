package org.flowproof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sizes of files, and what no file may mention. */
class HouseTest {
  private static final int MOST_LINES = 320;
  private static final int MOST_MEDIAN_LINES = 150;

  /** Directories of one person's machine, put together here so that this file does not match. */
  private static final Pattern FOREIGN =
      Pattern.compile("/(home|Users|root|tmp)" + "/[A-Za-z0-9._-]+");

  @Test
  void sourceFilesStayShort() throws IOException {
    List<Integer> sizes = new ArrayList<>();
    List<Path> sources = new ArrayList<>(files("src/main/java"));
    sources.addAll(files("bench/java/src"));
    for (Path file : sources) {
      int lines = Files.readAllLines(file).size();
      assertTrue(lines <= MOST_LINES, file + " has " + lines + " lines");
      sizes.add(lines);
    }
    sizes.sort(null);
    assertTrue(sizes.size() > 60, "only " + sizes.size() + " files");
    int median = sizes.get(sizes.size() / 2);
    assertTrue(median < MOST_MEDIAN_LINES, "median " + median);
  }

  @Test
  void noFileNamesSomebodysDirectories() throws IOException {
    List<String> hits = new ArrayList<>();
    for (String root :
        List.of(
            "src",
            "docs",
            "proofs",
            "cases",
            "bench/README.md",
            "bench/java/src",
            "bench/driver",
            "bench/peers",
            "bench/results",
            "README.md",
            "SECURITY.md",
            "CONTRIBUTING.md")) {
      for (Path file : files(root)) {
        if (file.toString().matches(".*[.](java|md|yaml|json|ftl|bib|csv|py|c|h)")
            && FOREIGN.matcher(Files.readString(file)).find()) {
          hits.add(file.toString());
        }
      }
    }
    assertEquals(List.of(), hits);
  }

  private static List<Path> files(String root) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
