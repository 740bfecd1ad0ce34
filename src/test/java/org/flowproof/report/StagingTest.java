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

class StagingTest {
  @TempDir private Path folder;
  private Path target;

  @BeforeEach
  void firstResult() throws IOException {
    target = folder.resolve("report");
    write("first");
  }

  private void write(String content) throws IOException {
    try (Staging staging = Staging.open(target, "marker")) {
      staging.write("marker", "");
      staging.write("sub/file", content);
      staging.commit();
    }
  }

  private String content() throws IOException {
    return Files.readString(target.resolve("sub/file"));
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
          try (Staging staging = Staging.open(target, "marker")) {
            staging.write("sub/file", "half");
            throw new IllegalStateException("in the middle");
          }
        });
    assertEquals("first", content());
    assertEquals(List.of("report"), siblings());
  }

  @Test
  void oldFilesDoNotSurvive() throws IOException {
    Files.writeString(target.resolve("stale"), "x");
    write("second");
    assertFalse(Files.exists(target.resolve("stale")));
  }

  /** As after a kill between the two moves of a commit. */
  @Test
  void putsBackTheOldResultAfterAKill() throws IOException {
    Files.move(target, folder.resolve(".report.previous"));
    Files.createDirectory(folder.resolve(".report.partial"));
    Staging.open(target, "marker").close();
    assertEquals("first", content());
    assertEquals(List.of("report"), siblings());
  }

  @Test
  void secondWriterIsTurnedAway() throws IOException {
    try (Staging first = Staging.open(target, "marker")) {
      IOException refusal = assertThrows(IOException.class, () -> Staging.open(target, "marker"));
      assertTrue(refusal.getMessage().contains("another"), refusal.getMessage());
      assertTrue(Files.isDirectory(first.directory()));
    }
  }

  @Test
  void neverReplacesSomethingElse() throws IOException {
    Path other = Files.createDirectory(folder.resolve("thesis"));
    Files.writeString(other.resolve("chapter.tex"), "years of work");
    assertThrows(IOException.class, () -> Staging.open(other, "marker"));
    assertEquals("years of work", Files.readString(other.resolve("chapter.tex")));
    Path file = Files.writeString(folder.resolve("notes.txt"), "x");
    assertThrows(IOException.class, () -> Staging.open(file, "marker"));
    assertEquals("x", Files.readString(file));
  }
}
