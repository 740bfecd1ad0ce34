package org.flowproof.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where somebody else has put links, pipes and directories, nothing of theirs is written to. */
class WholeFileTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path directory;
  private Path file;
  private Path partial;
  private Path precious;

  @BeforeEach
  void names() throws IOException {
    file = directory.resolve("table.csv");
    partial = directory.resolve(".table.csv." + ProcessHandle.current().pid() + ".partial");
    precious = Files.writeString(directory.resolve("precious"), "precious");
  }

  @Test
  void writesAndReplaces() throws IOException {
    WholeFile.write(file, "old");
    WholeFile.write(file, new byte[] {'n'}, new byte[] {'e', 'w'});
    assertEquals("new", Files.readString(file));
    assertEquals(List.of("precious", "table.csv"), entries());
  }

  @Test
  void linksAreReplacedNotFollowed() throws IOException {
    for (Path name : List.of(partial, file)) {
      for (String target : List.of("precious", "nowhere")) {
        Files.deleteIfExists(file);
        Files.createSymbolicLink(name, Path.of(target));
        WholeFile.write(file, "new");
        assertEquals("new", Files.readString(file));
        assertTrue(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
        assertEquals("precious", Files.readString(precious));
        assertEquals(List.of("precious", "table.csv"), entries());
      }
    }
  }

  @Test
  void aPipeIsNotWaitedFor() throws Exception {
    pipe(partial);
    assertTimeoutPreemptively(SOON, () -> WholeFile.write(file, "new"));
    assertEquals("new", Files.readString(file));
  }

  @Test
  void nothingElseThanAFileIsReplaced() throws Exception {
    Files.createDirectory(file);
    refused(file, "not a regular file");
    Files.delete(file);
    pipe(file);
    refused(file, "not a regular file");
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("/dev/null"));
    refused(file, "not a regular file");
    refused(Path.of("/dev/null"), "not a regular file");
    refused(precious.resolve("x"), "no directory");
    refused(directory.resolve("none/x"), "no directory");
    refused(Path.of("/"), "no directory");
    Files.createDirectory(partial);
    assertThrows(IOException.class, () -> WholeFile.write(directory.resolve("table.csv"), "new"));
  }

  @Test
  void whatKilledProcessesLeftIsRemovedAndThatOfOthersKept() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    long living = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
    Files.createFile(directory.resolve(".table.csv." + ended.pid() + ".partial"));
    Files.createFile(directory.resolve(".table.csv." + living + ".partial"));
    Files.createFile(directory.resolve(".table.csv.x.partial"));
    WholeFile.write(file, "new");
    assertEquals(
        List.of(".table.csv." + living + ".partial", ".table.csv.x.partial"),
        entries().subList(0, 2));
    assertEquals(4, entries().size());
  }

  @Test
  void newFilesTakeThePlaceOfLinks() throws IOException {
    Files.createSymbolicLink(file, precious);
    try (FileChannel channel = NewFile.open(file)) {
      assertEquals(0, channel.size());
    }
    assertEquals("precious", Files.readString(precious));
    assertFalse(Files.isSymbolicLink(file));
  }

  private void refused(Path place, String message) {
    for (int i = 0; i < 2; i++) {
      boolean check = i == 0;
      IOException e =
          assertThrows(
              IOException.class,
              () -> {
                if (check) {
                  WholeFile.check(place);
                } else {
                  WholeFile.write(place, "new");
                }
              });
      assertTrue(e.getMessage().contains(message), e.getMessage());
    }
  }

  private static void pipe(Path path) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", path.toString()).start().waitFor());
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
