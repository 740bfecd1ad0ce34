package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagingTest {
  @TempDir private Path folder;
  private Path target;

  @BeforeEach
  void firstResult() throws IOException {
    target = folder.resolve("report");
    write("first");
  }

  private void write(String content) throws IOException {
    try (Staging staging = Staging.open(target, "marker.json")) {
      staging.write("marker.json", "");
      staging.write("sub/file.tex", content);
      staging.commit();
    }
  }

  private String content() throws IOException {
    return Files.readString(target.resolve("sub/file.tex"));
  }

  private List<String> siblings() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void replacesTheOldResultAndLeavesNothingElse() throws IOException {
    write("second");
    assertEquals("second", content());
    assertEquals(List.of("report"), siblings());
  }

  @Test
  void plantedNamesAreNotFollowed() throws IOException {
    Path precious = Files.createDirectory(folder.resolve("precious"));
    Files.writeString(precious.resolve("file"), "precious");
    Files.createSymbolicLink(folder.resolve(".report.partial"), precious);
    Files.createSymbolicLink(folder.resolve(".report.previous"), precious);
    write("second");
    assertEquals("second", content());
    assertEquals("precious", Files.readString(precious.resolve("file")));
    assertEquals(List.of("precious", "report"), siblings());
    Path lock = Files.createSymbolicLink(folder.resolve(".report.lock"), Path.of("made"));
    IOException e = assertThrows(IOException.class, () -> write("third"));
    assertTrue(e.getMessage().contains(".report.lock: not a regular file"), e.getMessage());
    assertFalse(Files.exists(folder.resolve("made")));
    assertTrue(Files.isSymbolicLink(lock));
  }

  @Test
  void failureInTheMiddleKeepsTheOldResult() throws IOException {
    assertThrows(
        IllegalStateException.class,
        () -> {
          try (Staging staging = Staging.open(target, "marker.json")) {
            staging.write("sub/file.tex", "half");
            throw new IllegalStateException("in the middle");
          }
        });
    assertEquals("first", content());
    assertEquals(List.of("report"), siblings());
  }

  @Test
  void oldFilesDoNotSurvive() throws IOException {
    Files.writeString(target.resolve("stale.csv"), "x");
    write("second");
    assertFalse(Files.exists(target.resolve("stale.csv")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt", "sub/.git", "results.sqlite", "run.checkpoint", "csv"})
  void whatSomebodyPutIntoAResultIsKept(String name) throws IOException {
    Files.writeString(target.resolve(name), "years of work");
    IOException e = assertThrows(IOException.class, () -> write("second"));
    assertTrue(e.getMessage().contains(name + " is of no result"), e.getMessage());
    assertEquals("years of work", Files.readString(target.resolve(name)));
    assertEquals("first", content());
    assertEquals(List.of("report"), siblings());
  }

  @Test
  void whatTexMadeOfAResultIsReplaced() throws IOException {
    for (String name : List.of("main.pdf", "main.aux", "main.synctex.gz", ".DS_Store")) {
      Files.writeString(target.resolve(name), "x");
    }
    write("second");
    assertFalse(Files.exists(target.resolve("main.aux")));
  }

  /** As after a kill between the two moves of a commit. */
  @Test
  void putsBackTheOldResultAfterAKill() throws IOException {
    Files.move(target, folder.resolve(".report.previous"));
    Files.createDirectory(folder.resolve(".report.partial"));
    Staging.open(target, "marker.json").close();
    assertEquals("first", content());
    assertEquals(List.of("report"), siblings());
  }

  @Test
  void secondWriterIsTurnedAway() throws IOException {
    try (Staging first = Staging.open(target, "marker.json")) {
      IOException refusal =
          assertThrows(IOException.class, () -> Staging.open(target, "marker.json"));
      assertTrue(refusal.getMessage().contains("another"), refusal.getMessage());
      assertTrue(Files.isDirectory(first.directory()));
    }
  }

  @Test
  void neverReplacesSomethingElse() throws IOException {
    Path other = Files.createDirectory(folder.resolve("thesis"));
    Files.writeString(other.resolve("chapter.tex"), "years of work");
    assertThrows(IOException.class, () -> Staging.open(other, "marker.json"));
    assertEquals("years of work", Files.readString(other.resolve("chapter.tex")));
    Path file = Files.writeString(folder.resolve("notes.txt"), "x");
    assertThrows(IOException.class, () -> Staging.open(file, "marker.json"));
    assertEquals("x", Files.readString(file));
  }
}
