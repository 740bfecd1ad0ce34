package org.flowproof.sweep.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.flowproof.check.outcome.Variation;
import org.flowproof.problem.CaseFile;
import org.flowproof.sweep.Judged;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.PointJudge;
import org.flowproof.sweep.PointResult;

/**
 * How one point is judged: on a thread of its own, which is left behind when its time is over or
 * the sweep is to end.
 *
 * @param cases makes the case of a point
 * @param variations the second runs of each point
 * @param judge of the runs
 * @param limit wall-clock time of a point, if limited
 * @param stop whether the sweep is to end
 */
record PointTask(
    Function<Point, CaseFile> cases,
    Set<Variation> variations,
    PointJudge judge,
    Optional<Duration> limit,
    BooleanSupplier stop) {
  /** How often the end of the sweep is looked for, in nanoseconds. */
  private static final long LOOK = 20_000_000L;

  /** Recursion over formulas is bounded, but deeper than the default stack. */
  private static final long STACK = 64L << 20;

  private static final int LONGEST_FAILURE = 500;

  /** The result; empty when the sweep was to end before there was one. */
  Optional<PointResult> judge(Point point) {
    long begin = System.nanoTime();
    Given given = new Given(begin);
    FutureTask<Judged> future =
        new FutureTask<>(
            () -> judge.judge(cases.apply(point), variations, progress -> given.goesOn()));
    Thread thread = new Thread(null, future, "flowproof-point-" + point.index(), STACK);
    thread.setDaemon(true);
    thread.start();
    while (true) {
      try {
        Judged judged = future.get(given.left(), TimeUnit.NANOSECONDS);
        return given.wasStopped()
            ? given.instead(point)
            : Optional.of(PointResult.done(point, judged, seconds(begin)));
      } catch (TimeoutException e) {
        if (!given.goesOn()) {
          future.cancel(true);
          return given.instead(point);
        }
      } catch (ExecutionException e) {
        return given.wasStopped()
            ? given.instead(point)
            : Optional.of(
                PointResult.undecided(
                    point, PointResult.Status.FAILED, why(e.getCause()), seconds(begin)));
      } catch (InterruptedException e) {
        future.cancel(true);
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
  }

  /** The permission to go on, which a judge may ask for at any time and is never given again. */
  private final class Given {
    private final long begin;
    private volatile boolean late;
    private volatile boolean stopped;

    Given(long begin) {
      this.begin = begin;
    }

    boolean goesOn() {
      if (!late && limit.isPresent() && System.nanoTime() - begin >= limit.get().toNanos()) {
        late = true;
      }
      if (!late && stop.getAsBoolean()) {
        stopped = true;
      }
      return !wasStopped();
    }

    /** Whether a judge may have been told to end. */
    boolean wasStopped() {
      return late || stopped;
    }

    /** Nanoseconds to wait before looking again. */
    long left() {
      long untilLate =
          limit.isPresent() ? limit.get().toNanos() - (System.nanoTime() - begin) : Long.MAX_VALUE;
      return Math.max(1, Math.min(LOOK, untilLate));
    }

    Optional<PointResult> instead(Point point) {
      return late
          ? Optional.of(
              PointResult.undecided(
                  point,
                  PointResult.Status.TIMED_OUT,
                  "not decided within " + inSeconds(limit.orElseThrow()),
                  seconds(begin)))
          : Optional.empty();
    }
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static String why(Throwable cause) {
    if (cause instanceof OutOfMemoryError) {
      return "out of memory";
    }
    if (cause instanceof StackOverflowError) {
      return "nested too deeply";
    }
    String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
    String line = text.replaceAll("\\R", " ");
    return line.length() <= LONGEST_FAILURE ? line : line.substring(0, LONGEST_FAILURE) + "...";
  }

  private static String inSeconds(Duration duration) {
    double value = duration.toNanos() / 1e9;
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f s", value)
        : String.format(Locale.ROOT, "%.3g s", value);
  }
}
