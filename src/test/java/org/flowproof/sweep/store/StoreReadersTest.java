package org.flowproof.sweep.store;

import static org.flowproof.sweep.store.StoredSamples.byIndex;
import static org.flowproof.sweep.store.StoredSamples.connect;
import static org.flowproof.sweep.store.StoredSamples.results;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.SweepTexts;
import org.flowproof.sweep.plan.SweepPlan;
import org.flowproof.sweep.run.Sweeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Others read a store while it is written, and after its writer was killed. */
@Timeout(60)
class StoreReadersTest {
  @TempDir Path directory;

  @Test
  void aReaderThatTakesItsTimeIsWaitedFor() throws Exception {
    SweepPlan plan = SweepTexts.plan(directory);
    try (SweepStore store = open(plan)) {
      store.add(results(plan.points().subList(0, 2)), plan.version(), () -> false);
      CountDownLatch reading = new CountDownLatch(1);
      Thread reader = new Thread(() -> readSlowly(reading));
      reader.start();
      reading.await();
      store.add(results(plan.points()), plan.version(), () -> false);
      reader.join();
      assertEquals(12, store.results(plan.points()).size());
    }
  }

  /** Longer than a writer waits: on a busy disk one write takes seconds. */
  @Test
  void aReaderWaitsForAWriter() throws Exception {
    SweepPlan plan = SweepTexts.plan(directory);
    List<PointResult> some = results(plan.points().subList(0, 2));
    try (SweepStore store = open(plan)) {
      store.add(some, plan.version(), () -> false);
    }
    CountDownLatch writing = new CountDownLatch(1);
    Thread writer = new Thread(() -> writeSlowly(writing));
    writer.start();
    writing.await();
    assertEquals(byIndex(some), SweepStore.read(directory.resolve("out"), plan.points()));
    writer.join();
  }

  /** A process that is killed while it writes leaves a file with some pages new and a journal. */
  @Test
  void halfAWriteIsTakenBackByAReader() throws Exception {
    SweepPlan plan = SweepTexts.plan(directory);
    List<PointResult> some = results(plan.points());
    try (SweepStore store = open(plan)) {
      store.add(some, plan.version(), () -> false);
    }
    Path killed = Files.createDirectory(directory.resolve("killed"));
    Path journal = killed.resolve("results.sqlite-journal");
    try (Connection connection = connect(directory.resolve("out/results.sqlite"));
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("PRAGMA cache_size = 1");
      statement.executeUpdate("UPDATE point SET reason = hex(randomblob(20000))");
      for (String name : List.of("results.sqlite", "results.sqlite-journal")) {
        Files.copy(directory.resolve("out").resolve(name), killed.resolve(name));
      }
      connection.rollback();
    }
    assertTrue(Files.size(journal) > 0);
    assertEquals(byIndex(some), SweepStore.read(killed, plan.points()));
    assertFalse(Files.exists(journal));
  }

  private void readSlowly(CountDownLatch reading) {
    try (Connection connection = connect(directory.resolve("out/results.sqlite"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM number")) {
      rows.next();
      reading.countDown();
      Thread.sleep(1300);
    } catch (InterruptedException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void writeSlowly(CountDownLatch writing) {
    try (Connection connection = connect(directory.resolve("out/results.sqlite"));
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      writing.countDown();
      Thread.sleep(2500);
      statement.execute("ROLLBACK");
    } catch (InterruptedException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private SweepStore open(SweepPlan plan) throws IOException {
    return SweepStore.open(directory.resolve("out"), Sweeper.contents(plan));
  }
}
