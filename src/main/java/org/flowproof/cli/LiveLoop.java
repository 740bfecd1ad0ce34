package org.flowproof.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flowproof.flow.LiveIntegrator;
import org.flowproof.flow.LiveRun;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.stream.LiveView;
import org.flowproof.problem.Problem;

/**
 * Takes a followed run from part to part, and ends it when it is wanted to end. Parts that may take
 * long are given up then, and the run ends where the last whole part did.
 */
final class LiveLoop {
  /** Pairs of neurons and samples from which on nobody wants to wait for the end of a part. */
  private static final long LONG_PARTS = 50_000;

  private final LiveIntegrator integrator;
  private final Path notes;
  private final LiveView view;
  private final LiveTables tables;
  private final LiveClock clock;
  private final RunProgress progress;

  /**
   * A loop.
   *
   * @param notes a file that does not exist, for what it takes to go back; not in memory, where it
   *     would be as large as the run
   * @param view of the run; always shows the one that goes on
   * @param clock says when to save and when to end
   */
  LiveLoop(
      LiveIntegrator integrator,
      Path notes,
      LiveView view,
      LiveTables tables,
      LiveClock clock,
      RunProgress progress) {
    this.integrator = integrator;
    this.notes = notes;
    this.view = view;
    this.tables = tables;
    this.clock = clock;
    this.progress = progress;
  }

  /** Saves a run between two parts. */
  @FunctionalInterface
  interface Saver {
    void save(LiveRun run) throws IOException;
  }

  /**
   * Follows a run to its end.
   *
   * @return the run that has ended; another one than was given when a part was given up
   */
  LiveRun follow(LiveRun begun, Saver saver) throws IOException {
    try {
      return toItsEnd(begun, saver);
    } finally {
      Files.deleteIfExists(notes);
    }
  }

  private LiveRun toItsEnd(LiveRun begun, Saver saver) throws IOException {
    LiveRun run = begun;
    while (run.stopReason().isEmpty()) {
      boolean end = clock.ends();
      if (end || clock.saves()) {
        saver.save(run);
      }
      if (end) {
        run.interrupt();
        tables.take(run);
      } else if (pairs(run.problem()) >= LONG_PARTS) {
        run = longPart(run);
      } else {
        run.advance();
        tables.take(run);
      }
      progress.show(RunWatcher.Progress.of(run));
    }
    return run;
  }

  private static long pairs(Problem problem) {
    return (long) problem.network().width() * problem.data().n();
  }

  /** One part, or the run as it was before. */
  private LiveRun longPart(LiveRun run) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(notes)))) {
      run.save(out);
    }
    LiveTables.Mark mark = tables.mark();
    RunWatcher watcher =
        now -> {
          progress.show(now);
          return !clock.ends();
        };
    if (run.advance(watcher) && tables.take(run, () -> !clock.ends())) {
      return run;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(notes)))) {
      LiveRun back = integrator.resume(run.problem(), in);
      view.follow(back);
      tables.backTo(mark);
      return back;
    }
  }
}
