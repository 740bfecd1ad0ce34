package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a process leaves behind is seen, or the search for it would find nothing. */
class OwnPlacesTest {
  @TempDir Path root;

  /** Leaves what it is told to, itself or through another Java. */
  static final class Litter {
    private Litter() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException, InterruptedException {
      System.out.println("leaving " + args[0]);
      switch (args[0]) {
        case "work" -> Files.createFile(Path.of("a"));
        case "home" -> Files.createDirectory(Path.of(System.getProperty("user.home"), "b"));
        case "tmp" -> Files.createDirectories(Files.createTempDirectory("c").resolve("d"));
        case "link" -> Files.createSymbolicLink(Path.of("e"), Path.of("nowhere"));
        case "child" -> {
          String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
          String path = System.getProperty("java.class.path");
          new ProcessBuilder(java, "-cp", path, Litter.class.getName(), "tmp").start().waitFor();
        }
        case "removed" -> Files.delete(Files.createTempFile("f", ""));
        default -> System.exit(7);
      }
    }
  }

  @Test
  void whatIsLeftIsSeen() throws Exception {
    OwnPlaces places = OwnPlaces.make(root);
    List<String> lines = new ArrayList<>();
    assertEquals(7, places.run(lines::add, Litter.class, "nothing"));
    assertEquals(0, places.run(lines::add, Litter.class, "removed"));
    assertEquals(List.of("leaving nothing", "leaving removed"), lines);
    assertEquals(List.of(), places.strays());
    for (String place : List.of("work", "home", "link")) {
      assertEquals(0, places.run(lines::add, Litter.class, place));
    }
    assertEquals(List.of("home/b", "work/a", "work/e"), places.strays());
    for (String place : List.of("tmp", "child")) {
      long before = places.strays().size();
      assertEquals(0, places.run(lines::add, Litter.class, place));
      assertEquals(before + 2, places.strays().size());
    }
  }
}
