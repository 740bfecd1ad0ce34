package org.flowproof.sweep.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.PointJudge;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.SweepTable;
import org.flowproof.sweep.plan.SweepPlan;
import org.flowproof.sweep.store.SweepStore;

/** Fills a store with the results of a plan, beginning with what is there already. */
public final class Sweeper {
  private final SweepPlan plan;
  private final PointJudge judge;
  private final Settings settings;

  /**
   * How to go about it; none of this changes a result.
   *
   * @param threads points judged at once, at least 1
   * @param limit wall-clock time for each point; a point that takes longer is TIMED_OUT
   * @param again whether points with a result are judged again
   * @param retry whether points that failed or timed out are judged again
   */
  public record Settings(int threads, Optional<Duration> limit, boolean again, boolean retry) {
    public Settings {
      if (threads < 1) {
        throw new IllegalArgumentException("at least one thread is needed, not " + threads);
      }
    }
  }

  /**
   * What there is at the end.
   *
   * @param table all results
   * @param tally how they came about
   */
  public record Summary(SweepTable table, Tally tally) {}

  public Sweeper(SweepPlan plan, PointJudge judge, Settings settings) {
    this.plan = plan;
    this.judge = judge;
    this.settings = settings;
  }

  /** What the store is to hold. */
  public static SweepStore.Contents contents(SweepPlan plan) {
    SweepPlan.Heading heading = plan.heading();
    return new SweepStore.Contents(
        heading.id(),
        heading.title(),
        heading.notes(),
        heading.quick(),
        plan.version(),
        plan.axes(),
        plan.points());
  }

  /**
   * The points that have to be judged, one of each identity, given the results that are there. They
   * are in the order of their identities, which spreads them over the grid: what there is after an
   * interruption covers all of it, and the time left can be told from the time taken.
   */
  public List<Point> left(Map<Integer, PointResult> results) {
    return left(plan.points(), results);
  }

  private List<Point> left(List<Point> points, Map<Integer, PointResult> results) {
    Set<String> seen = new HashSet<>();
    List<Point> left = new ArrayList<>();
    for (Point point : points) {
      PointResult result = results.get(point.index());
      boolean failed = result != null && result.status() != PointResult.Status.DONE;
      boolean wanted = result == null || settings.again() || (failed && settings.retry());
      if (wanted && seen.add(point.identity())) {
        left.add(point);
      }
    }
    left.sort(Comparator.comparing(Point::identity));
    return left;
  }

  /**
   * Judges what is left and stores each result as it comes in.
   *
   * @param stop whether the user wants the sweep to end; it then ends soon, and what is finished is
   *     stored
   * @param progress told at the start and then several times a second
   * @throws IOException when the store cannot be read or written
   */
  public Summary fill(SweepStore store, BooleanSupplier stop, Consumer<Tally> progress)
      throws IOException {
    Course course = new Course(plan.points(), store.results(plan.points()));
    PointTask task =
        new PointTask(plan::caseOf, plan.heading().variations(), judge, settings.limit(), stop);
    List<Point> next = plan.points();
    while (true) {
      judge(course.begin(left(next, course.results())), course, task, store, stop, progress);
      next = plan.finer(course.points(), course.results());
      if (next.isEmpty()) {
        break;
      }
      store.extend(next);
      course.extend(next, store.results(next));
      if (stop.getAsBoolean()) {
        // points that were to be judged next are left, and counted so
        course.begin(left(next, course.results()));
        break;
      }
    }
    return new Summary(plan.table(course.points(), course.results()), course.tally());
  }

  private void judge(
      List<Point> left,
      Course course,
      PointTask task,
      SweepStore store,
      BooleanSupplier stop,
      Consumer<Tally> progress)
      throws IOException {
    progress.accept(course.tally());
    new SweepRun(task, settings.threads(), stop)
        .all(
            left,
            some -> {
              if (!some.isEmpty()) {
                store.add(some, plan.version(), stop);
              }
              some.forEach(course::add);
              progress.accept(course.tally());
            });
  }
}
