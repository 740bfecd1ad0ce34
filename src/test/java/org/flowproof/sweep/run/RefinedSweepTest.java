package org.flowproof.sweep.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.PointJudge;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.PointsCsv;
import org.flowproof.sweep.RefinedSweep;
import org.flowproof.sweep.Refinement;
import org.flowproof.sweep.SweepTable;
import org.flowproof.sweep.plan.SweepLoader;
import org.flowproof.sweep.plan.SweepPlan;
import org.flowproof.sweep.store.SweepStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Grids become finer where verdicts differ, and nowhere else. */
@Timeout(60)
class RefinedSweepTest {
  private static final double BORDER = 0.3217;

  @TempDir Path directory;
  private SweepPlan plan;
  private final AtomicInteger judged = new AtomicInteger();

  @BeforeEach
  void read() throws IOException {
    Path file = Files.writeString(directory.resolve("sample.yaml"), RefinedSweep.TEXT);
    plan = SweepLoader.load(file, false, OptionalLong.empty());
  }

  private final PointJudge judge =
      (file, variations, watcher) -> {
        judged.incrementAndGet();
        return RefinedSweep.judge(BORDER).judge(file, variations, watcher);
      };

  private Sweeper.Summary fill(String name, PointJudge by, int threads, int most)
      throws IOException {
    Sweeper sweeper =
        new Sweeper(plan, by, new Sweeper.Settings(threads, Optional.empty(), false, false));
    try (SweepStore store = SweepStore.open(directory.resolve(name), Sweeper.contents(plan))) {
      return sweeper.fill(store, () -> judged.get() >= most, tally -> {});
    }
  }

  private static void assertBracket(SweepTable table, String samples, double border) {
    List<PointResult> line =
        Refinement.lines(table.results(), "ratio")
            .get(List.of(AxisValue.of(Double.parseDouble(samples))));
    int brackets = 0;
    for (int i = 1; i < line.size(); i++) {
      double from = line.get(i - 1).point().number("ratio");
      double to = line.get(i).point().number("ratio");
      if (!line.get(i - 1).verdict().equals(line.get(i).verdict())) {
        brackets++;
        assertTrue(from <= border && border < to, from + " to " + to);
        assertTrue(to - from <= 0.01, from + " to " + to);
      }
    }
    assertEquals(1, brackets);
  }

  @Test
  void bordersAreBracketed() throws IOException {
    Sweeper.Summary summary = fill("out", judge, 2, Integer.MAX_VALUE);
    assertTrue(summary.table().isComplete());
    assertEquals(0, summary.tally().left());
    // ten points of the grid, and six halvings of 0.5 for each of two borders a line
    assertEquals(10 + 2 * 2 * 6, summary.tally().points());
    assertEquals(10 + 2 * 2 * 6, judged.get());
    assertBracket(summary.table(), "6", BORDER);
    assertBracket(summary.table(), "5", BORDER * 5 / 6);
  }

  @Test
  void resultsDoNotDependOnThreadsOrInterruptions() throws IOException {
    String whole = PointsCsv.of(fill("whole", judge, 1, Integer.MAX_VALUE).table());
    judged.set(0);
    assertEquals(whole, PointsCsv.of(fill("threads", judge, 7, Integer.MAX_VALUE).table()));
    for (int most : new int[] {3, 10, 11, 20, 30}) {
      judged.set(0);
      String name = "broken" + most;
      Sweeper.Summary part = fill(name, judge, 2, most);
      assertTrue(part.tally().left() > 0, "left after " + most);
      int before = judged.get();
      String after = PointsCsv.of(fill(name, judge, 2, Integer.MAX_VALUE).table());
      assertEquals(whole, after, "interrupted after " + most);
      // nothing is judged twice
      assertTrue(before >= most && judged.get() <= 34 + 2, before + " " + judged.get());
    }
    judged.set(0);
    assertEquals(whole, PointsCsv.of(fill("whole", judge, 2, Integer.MAX_VALUE).table()));
    assertEquals(0, judged.get());
  }

  @Test
  void refinedPointsAreInTheGridOfTheStore() throws IOException {
    fill("out", judge, 2, Integer.MAX_VALUE);
    assertEquals(10, SweepStore.read(directory.resolve("out"), plan.points()).size());
  }

  @Test
  void pointsThatFailDifferFromNobody() throws IOException {
    PointJudge failing =
        (file, variations, watcher) -> {
          throw new IllegalStateException("no");
        };
    assertEquals(10, fill("out", failing, 2, Integer.MAX_VALUE).tally().points());
  }
}
