package org.flowproof.sweep.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import org.flowproof.sweep.SweepTexts;
import org.flowproof.sweep.plan.SweepPlan;
import org.flowproof.sweep.run.Sweeper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores travel like other files: what is not as it was made is refused, read or written. */
class AlteredStoreTest {
  @TempDir Path directory;
  private SweepPlan plan;
  private Path out;
  private Path file;

  @BeforeEach
  void make() throws IOException {
    plan = SweepTexts.plan(directory);
    out = directory.resolve("out");
    file = out.resolve(SweepStore.FILE);
    try (SweepStore store = SweepStore.open(out, Sweeper.contents(plan))) {
      store.add(StoredSamples.results(plan.points()), plan.version(), () -> true);
    }
  }

  @Test
  void theUnchangedStoreIsRead() throws IOException {
    assertEquals(plan.points().size(), SweepStore.read(out, plan.points()).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "UPDATE point SET status = 'MAYBE' # a status",
        "UPDATE point SET ending = '=cmd()' # an ending",
        "UPDATE point SET ending = '' # an ending",
        "UPDATE rerun SET ending = 'half' # an ending",
        "UPDATE rerun SET variation = 'x' || char(27) # a variation",
        "UPDATE number SET value = 'much' # a number",
        "UPDATE number SET name = name || char(10) # a number",
        "UPDATE point SET seconds = -1 # a duration",
        "UPDATE point SET reason = x'00' # a duration",
        "UPDATE point SET ending = zeroblob(30000000) WHERE rowid = 1 # an ending",
        "UPDATE point SET reason = replace(hex(zeroblob(20000000)), '00', 'A') WHERE rowid = 1"
            + " # exceeds size limit",
        "CREATE TRIGGER t AFTER DELETE ON sweep BEGIN DELETE FROM point; END # the trigger t",
        "DROP VIEW results; CREATE TABLE results (a) # another view results",
        "DROP TABLE number # another table number",
        "DROP VIEW results; DROP TABLE grid; CREATE VIEW grid AS WITH RECURSIVE r(i) AS (SELECT 1"
            + " UNION ALL SELECT i + 1 FROM r) SELECT i FROM r # another table grid",
        "PRAGMA user_version = 99 # another version",
        "PRAGMA application_id = 99 # not the store",
      })
  void refuses(String sql, String message) throws Exception {
    try (Connection connection = StoredSamples.connect(file);
        Statement statement = connection.createStatement()) {
      for (String one : sql.contains("TRIGGER") ? new String[] {sql} : sql.split("; ")) {
        statement.executeUpdate(one);
      }
    }
    refused(message);
  }

  @Test
  void refusesWhatIsNoFile() throws Exception {
    Files.delete(file);
    Files.createDirectory(file);
    refused("not a regular file");
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("/dev/zero"));
    refused("not a regular file");
    Files.delete(file);
    Files.createSymbolicLink(file, file.getFileName());
    refused("not a regular file");
    Files.delete(file);
    fifo(file);
    refused("not a regular file");
    Files.delete(file);
    Files.delete(out.resolve(".lock"));
    fifo(out.resolve(".lock"));
    refusedForWriting("not a regular file");
    assertFalse(Files.exists(file));
  }

  /** Old versions of SQLite delete the file that such a journal calls its master. */
  @ParameterizedTest
  @ValueSource(strings = {"precious", "out/precious", "out/results.sqlite-mj0123459AB"})
  void aJournalThatNamesAnotherFileDeletesNothing(String name) throws Exception {
    Path other = Files.writeString(directory.resolve(name), "precious");
    Files.write(out.resolve(SweepStore.FILE + "-journal"), journalNaming(other.toString()));
    assertEquals(plan.points().size(), SweepStore.read(out, plan.points()).size());
    readAll();
    assertEquals("precious", Files.readString(other));
  }

  private byte[] journalNaming(String other) throws IOException {
    byte[] magic = HexFormat.of().parseHex("d9d505f920a163d7");
    byte[] name = other.getBytes(StandardCharsets.UTF_8);
    int sum = 0;
    for (byte one : name) {
      sum += one;
    }
    int page = 4096;
    ByteBuffer bytes = ByteBuffer.allocate(512 + 4 + name.length + 4 + 4 + 8);
    bytes.put(magic).putInt(0).putInt(1).putInt((int) (Files.size(file) / page)).putInt(512);
    bytes.putInt(page).position(512);
    bytes.putInt((1 << 30) / page + 1).put(name).putInt(name.length).putInt(sum).put(magic);
    return bytes.array();
  }

  private static void fifo(Path path) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", path.toString()).start().waitFor());
  }

  private void refused(String message) {
    IOException e =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> assertThrows(IOException.class, () -> SweepStore.read(out, plan.points())));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    refusedForWriting(message);
  }

  private void refusedForWriting(String message) {
    IOException e =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> assertThrows(IOException.class, this::readAll));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  private void readAll() throws IOException {
    try (SweepStore store = SweepStore.open(out, Sweeper.contents(plan))) {
      store.results(plan.points());
    }
  }
}
