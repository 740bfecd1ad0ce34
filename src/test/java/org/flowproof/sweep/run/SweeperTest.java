package org.flowproof.sweep.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.flowproof.flow.RunWatcher;
import org.flowproof.sweep.Outcomes;
import org.flowproof.sweep.PointJudge;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.PointsCsv;
import org.flowproof.sweep.SweepTexts;
import org.flowproof.sweep.plan.SweepPlan;
import org.flowproof.sweep.store.SweepStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every point is judged once and kept, whatever the others do. */
@Timeout(60)
class SweeperTest {
  @TempDir Path directory;
  private SweepPlan plan;
  private final AtomicInteger judged = new AtomicInteger();

  @BeforeEach
  void read() {
    plan = SweepTexts.plan(directory);
  }

  private final PointJudge judge =
      (file, variations, watcher) -> {
        judged.incrementAndGet();
        return Outcomes.of(file);
      };

  @Test
  void resultsDoNotDependOnTheNumberOfThreads() throws IOException {
    String one = PointsCsv.of(fill("one", judge, settings(1)).table());
    String two = PointsCsv.of(fill("two", judge, settings(2)).table());
    String many = PointsCsv.of(fill("many", judge, settings(40)).table());
    assertEquals(one, two);
    assertEquals(one, many);
    assertEquals(13, one.lines().count());
    assertEquals(36, judged.get());
  }

  @Test
  void finishedPointsAreNotJudgedAgain() throws IOException {
    Sweeper.Summary first = fill("out", judge, settings(2));
    assertEquals(new Tally(12, 0, 12, 0), first.tally());
    Sweeper.Summary second = fill("out", judge, settings(2));
    assertEquals(new Tally(12, 12, 0, 0), second.tally());
    assertEquals(first.table(), second.table());
    assertTrue(second.table().isComplete());
    assertEquals(12, judged.get());
  }

  @Test
  void againJudgesAll() throws IOException {
    fill("out", judge, settings(2));
    Sweeper.Summary second =
        fill("out", judge, new Sweeper.Settings(2, Optional.empty(), true, false));
    assertEquals(new Tally(12, 0, 12, 0), second.tally());
    assertEquals(24, judged.get());
  }

  @Test
  void oneBadPointDoesNotStopTheRest() throws IOException {
    PointJudge bad =
        (file, variations, watcher) -> {
          if (file.problem().data().n() == 8 && file.seeds().get("data") == 2) {
            throw new IllegalStateException("two\nlines");
          }
          if (file.problem().data().n() == 8 && file.seeds().get("data") == 3) {
            throw new StackOverflowError();
          }
          return judge.judge(file, variations, watcher);
        };
    Sweeper.Summary summary = fill("out", bad, settings(2));
    assertEquals(new Tally(12, 0, 12, 4), summary.tally());
    PointResult failed = summary.table().results().get(7);
    assertEquals(PointResult.Status.FAILED, failed.status());
    assertEquals("IllegalStateException: two lines", failed.failure());
    assertEquals("nested too deeply", summary.table().results().get(8).failure());
    assertEquals("UNKNOWN", failed.verdict());
    // kept as they are, until somebody asks for another try
    assertEquals(new Tally(12, 12, 0, 4), fill("out", judge, settings(2)).tally());
    Sweeper.Summary retried =
        fill("out", judge, new Sweeper.Settings(2, Optional.empty(), false, true));
    assertEquals(new Tally(12, 8, 4, 0), retried.tally());
    assertEquals(12, judged.get());
  }

  @Test
  void pointsThatTakeTooLongAreGivenUp() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    PointJudge slow =
        (file, variations, watcher) -> {
          if (file.problem().data().n() == 8 && file.seeds().get("data") == 1) {
            // one that listens, and one that does not
            while (file.draws().scale().orElseThrow() > 5e-3 && goesOn(watcher)) {
              Thread.onSpinWait();
            }
            if (file.draws().scale().orElseThrow() < 5e-3) {
              uninterruptibly(never);
            }
          }
          return judge.judge(file, variations, watcher);
        };
    Sweeper.Summary summary =
        fill(
            "out",
            slow,
            new Sweeper.Settings(2, Optional.of(Duration.ofMillis(300)), false, false));
    List<PointResult> late =
        summary.table().results().stream()
            .filter(r -> r.status() == PointResult.Status.TIMED_OUT)
            .toList();
    assertEquals(List.of(6, 9), late.stream().map(r -> r.point().index()).toList());
    assertEquals("not decided within 0.300 s", late.get(0).failure());
    assertTrue(late.get(0).seconds() >= 0.3);
    assertEquals(new Tally(12, 0, 12, 2), summary.tally());
    never.countDown();
  }

  /** Whoever asks for the end gets it soon; what is finished stays, the rest is done later. */
  @Test
  void anInterruptedSweepGoesOnWhereItWas() throws IOException {
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch never = new CountDownLatch(1);
    PointJudge stuck =
        (file, variations, watcher) -> {
          if (judged.get() == 5) {
            stop.set(true);
            // the outcome of a run that was told to end is not one
            if (!goesOn(watcher)) {
              throw new IllegalStateException("told to end");
            }
            uninterruptibly(never);
          }
          return judge.judge(file, variations, watcher);
        };
    Sweeper.Summary first;
    try (SweepStore store = open("out")) {
      first = new Sweeper(plan, stuck, settings(1)).fill(store, stop::get, tally -> {});
    }
    assertEquals(new Tally(12, 0, 5, 0), first.tally());
    assertEquals(7, first.tally().left());
    assertFalse(first.table().isComplete());
    Sweeper.Summary second = fill("out", judge, settings(2));
    assertEquals(new Tally(12, 5, 7, 0), second.tally());
    assertEquals(12, judged.get());
    never.countDown();
    assertEquals(
        PointsCsv.of(fill("whole", judge, settings(1)).table()), PointsCsv.of(second.table()));
  }

  @Test
  void theUserIsToldHowFarItIs() throws IOException {
    List<Tally> told = new ArrayList<>();
    try (SweepStore store = open("out")) {
      new Sweeper(plan, judge, settings(1)).fill(store, SweeperTest::never, told::add);
    }
    assertEquals(new Tally(12, 0, 0, 0), told.get(0));
    assertEquals(new Tally(12, 0, 12, 0), told.get(told.size() - 1));
  }

  /** A full disk, for instance: the sweep ends, and says why. */
  @Test
  void aStoreThatRefusesEndsTheSweep() throws IOException {
    SweepStore store = open("out");
    store.close();
    assertThrows(
        IOException.class,
        () -> new Sweeper(plan, judge, settings(1)).fill(store, SweeperTest::never, tally -> {}));
  }

  /** After an interruption what there is covers the grid, not its beginning. */
  @Test
  void pointsAreTakenFromAllOverTheGrid() {
    List<Integer> order =
        new Sweeper(plan, judge, settings(1)).left(Map.of()).stream().map(p -> p.index()).toList();
    assertEquals(12, order.stream().distinct().count());
    assertFalse(order.equals(order.stream().sorted().toList()));
  }

  private Sweeper.Summary fill(String name, PointJudge by, Sweeper.Settings settings)
      throws IOException {
    try (SweepStore store = open(name)) {
      return new Sweeper(plan, by, settings).fill(store, SweeperTest::never, tally -> {});
    }
  }

  private SweepStore open(String name) throws IOException {
    return SweepStore.open(directory.resolve(name), Sweeper.contents(plan));
  }

  private static Sweeper.Settings settings(int threads) {
    return new Sweeper.Settings(threads, Optional.empty(), false, false);
  }

  private static boolean never() {
    return false;
  }

  private static boolean goesOn(RunWatcher watcher) {
    return watcher.proceed(new RunWatcher.Progress(0, 1, 1, 0, 0));
  }

  private static void uninterruptibly(CountDownLatch latch) {
    boolean waiting = true;
    while (waiting) {
      try {
        latch.await();
        waiting = false;
      } catch (InterruptedException e) {
        // a computation that nobody can interrupt looks like this
        Thread.onSpinWait();
      }
    }
  }
}
