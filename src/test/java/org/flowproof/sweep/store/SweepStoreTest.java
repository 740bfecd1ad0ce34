package org.flowproof.sweep.store;

import static org.flowproof.sweep.store.StoredSamples.byIndex;
import static org.flowproof.sweep.store.StoredSamples.connect;
import static org.flowproof.sweep.store.StoredSamples.results;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.SweepTexts;
import org.flowproof.sweep.plan.SweepPlan;
import org.flowproof.sweep.run.Sweeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into a store comes out, whoever else looks at the file. */
@Timeout(60)
class SweepStoreTest {
  @TempDir Path directory;

  @Test
  void resultsComeBackAsTheyWere() throws IOException {
    SweepPlan plan = SweepTexts.plan(directory);
    List<PointResult> some = results(plan.points().subList(0, 3));
    try (SweepStore store = open(plan)) {
      store.add(some, plan.version(), () -> false);
      assertEquals(byIndex(some), store.results(plan.points()));
    }
    try (SweepStore store = open(plan)) {
      assertEquals(byIndex(some), store.results(plan.points()));
    }
    assertEquals(byIndex(some), SweepStore.read(directory.resolve("out"), plan.points()));
  }

  @Test
  void aLaterResultReplacesAnEarlierOne() throws IOException {
    SweepPlan plan = SweepTexts.plan(directory);
    Point point = plan.points().get(0);
    PointResult failed =
        PointResult.undecided(point, PointResult.Status.FAILED, "Exception: no, it's \"this\"", 1);
    PointResult done = results(List.of(point)).get(0);
    try (SweepStore store = open(plan)) {
      store.add(List.of(done), plan.version(), () -> false);
      store.add(List.of(failed), plan.version(), () -> false);
      assertEquals(Map.of(0, failed), store.results(plan.points()));
      store.add(List.of(done), plan.version(), () -> false);
      assertEquals(Map.of(0, done), store.results(plan.points()));
    }
  }

  /** Another grid finds the results of the points that it shares, at their new places. */
  @Test
  void otherAxesFindWhatTheyShare() throws IOException {
    SweepPlan first = SweepTexts.plan(directory, "samples: [4, 8]", "samples: [4]");
    try (SweepStore store = open(first)) {
      store.add(results(first.points()), first.version(), () -> false);
    }
    SweepPlan second = SweepTexts.plan(directory, "samples: [4, 8]", "samples: [8, 4]");
    try (SweepStore store = open(second)) {
      Map<Integer, PointResult> found = store.results(second.points());
      assertEquals(List.of(6, 7, 8, 9, 10, 11), List.copyOf(found.keySet()));
      found.forEach((index, result) -> assertEquals(index, result.point().index()));
    }
    // nothing was thrown away meanwhile
    try (SweepStore store = open(first)) {
      assertEquals(6, store.results(first.points()).size());
    }
  }

  @Test
  void resultsOfOtherCodeAreKeptApart() throws IOException {
    SweepPlan plan = SweepTexts.plan(directory);
    try (SweepStore store = open(plan)) {
      store.add(results(plan.points().subList(0, 2)), "older", () -> false);
      assertEquals(2, store.ofOtherCode(plan.version()));
      assertEquals(0, store.ofOtherCode("older"));
    }
  }

  /** What docs/sweeps.md promises to those who open the file with something else. */
  @Test
  void anyReaderOfSqliteSeesOneRowForEachPoint() throws Exception {
    SweepPlan plan = SweepTexts.plan(directory);
    try (SweepStore store = open(plan)) {
      store.add(results(plan.points().subList(0, 2)), plan.version(), () -> false);
      // while the sweep goes on
      assertEquals(
          List.of("0|4|0.001|1|DONE|INTERPOLATION|0.25", "1|4|0.001|2|DONE|INTERPOLATION|1.25"),
          select(
              "SELECT point, samples, scale, seed, status, verdict, distance_half FROM results"
                  + " WHERE status = 'DONE'"));
    }
    assertEquals(List.of("12"), select("SELECT COUNT(*) FROM results"));
    assertEquals(List.of("10"), select("SELECT COUNT(*) FROM results WHERE status = 'PENDING'"));
    assertEquals(
        List.of("4|integer"), select("SELECT samples, typeof(samples) FROM results LIMIT 1"));
    assertEquals(List.of("sample|A sample|12"), select("SELECT id, title, points FROM sweep"));
    assertEquals(
        List.of("seed|data.law.seed initialization.seed|3"),
        select("SELECT name, keys, length FROM axis WHERE position = 3"));
    assertEquals(List.of("ok"), select("PRAGMA integrity_check"));
    assertEquals(List.of(), select("PRAGMA foreign_key_check"));
  }

  @Test
  void oneFileIsAllThereIs() throws IOException {
    SweepPlan plan = SweepTexts.plan(directory);
    try (SweepStore store = open(plan)) {
      store.add(results(plan.points()), plan.version(), () -> false);
    }
    try (var files = Files.list(directory.resolve("out"))) {
      assertEquals(
          List.of(".lock", "results.sqlite"),
          files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void aSecondSweepIsRefusedWhileTheFirstWrites() throws IOException {
    SweepPlan plan = SweepTexts.plan(directory);
    try (SweepStore store = open(plan)) {
      IOException e = assertThrows(IOException.class, () -> open(plan));
      assertTrue(e.getMessage().contains("another sweep is writing there"), e.getMessage());
      store.add(results(plan.points()), plan.version(), () -> false);
    }
    open(plan).close();
  }

  @Test
  void theStoreOfAnotherSweepIsLeftAlone() throws IOException {
    open(SweepTexts.plan(directory)).close();
    byte[] before = Files.readAllBytes(directory.resolve("out/results.sqlite"));
    Path file = SweepTexts.file(directory, "sweep: sample", "sweep: other");
    Path other = Files.move(file, directory.resolve("other.yaml"));
    SweepPlan plan =
        org.flowproof.sweep.plan.SweepLoader.load(other, false, java.util.OptionalLong.empty());
    IOException e = assertThrows(IOException.class, () -> open(plan));
    assertTrue(e.getMessage().contains("belongs to the sweep 'sample'"), e.getMessage());
    assertTrue(
        java.util.Arrays.equals(
            before, Files.readAllBytes(directory.resolve("out/results.sqlite"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "sqlite", "newer"})
  void filesOfOthersAreLeftAlone(String kind) throws Exception {
    SweepPlan plan = SweepTexts.plan(directory);
    Path file = Files.createDirectories(directory.resolve("out")).resolve("results.sqlite");
    switch (kind) {
      case "text" -> Files.writeString(file, "some other text that is long enough ".repeat(100));
      case "sqlite" -> execute(file, "CREATE TABLE mine (x)");
      default -> {
        open(plan).close();
        execute(file, "PRAGMA user_version = 99");
      }
    }
    byte[] before = Files.readAllBytes(file);
    IOException e = assertThrows(IOException.class, () -> open(plan));
    assertTrue(e.getMessage().contains("choose another -o DIR"), e.getMessage());
    assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(file)));
  }

  /** A reader in the middle of a long query delays a writer, who does not lose anything. */
  @ParameterizedTest
  @ValueSource(strings = {"with blank", "what?mode=ro", "per%20cent", "h#sh", "ümläut"})
  void anyDirectoryWillDo(String name) throws IOException {
    SweepPlan plan = SweepTexts.plan(directory);
    Path out = directory.resolve(name);
    try (SweepStore store = SweepStore.open(out, Sweeper.contents(plan))) {
      store.add(results(plan.points()), plan.version(), () -> false);
    }
    assertTrue(Files.exists(out.resolve("results.sqlite")));
    assertEquals(12, SweepStore.read(out, plan.points()).size());
  }

  @Test
  void readingMakesNoStore() throws IOException {
    SweepPlan plan = SweepTexts.plan(directory);
    assertEquals(Map.of(), SweepStore.read(directory.resolve("out"), plan.points()));
    assertFalse(Files.exists(directory.resolve("out")));
  }

  private SweepStore open(SweepPlan plan) throws IOException {
    return SweepStore.open(directory.resolve("out"), Sweeper.contents(plan));
  }

  private static void execute(Path file, String sql) throws SQLException {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private List<String> select(String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = connect(directory.resolve("out/results.sqlite"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          cells.add(row.getString(i));
        }
        lines.add(String.join("|", cells));
      }
    }
    return lines;
  }
}
