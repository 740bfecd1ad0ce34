package org.flowproof.cli;

import java.util.function.LongSupplier;
import org.flowproof.sweep.run.Tally;

/**
 * Tells on standard error how far a sweep is: a bar, the points that have a result, those
 * undecided, and the time left if the others take as long as those so far. On a terminal that is
 * one line, renewed a few times a second; elsewhere, such as in a log, a line at the start and then
 * every ten minutes.
 */
final class SweepProgress implements AutoCloseable {
  private static final long PERIOD = 200_000_000L;
  private static final long LOGGED = 600_000_000_000L;
  private static final int BAR = 30;

  private final Console console;
  private final LongSupplier nanos;
  private final long begin;
  private long shown;
  private boolean began;
  private int width;

  /**
   * @param nanos a clock in nanoseconds
   */
  SweepProgress(Console console, LongSupplier nanos) {
    this.console = console;
    this.nanos = nanos;
    begin = nanos.getAsLong();
    shown = begin - PERIOD;
  }

  /** Renews the line when it is due. */
  void show(Tally tally) {
    long now = nanos.getAsLong();
    if (!console.showsProgress()) {
      log(tally, now);
      return;
    }
    if (now - shown < PERIOD) {
      return;
    }
    shown = now;
    String line = line(tally, (now - begin) / 1e9);
    console.overwrite(line + " ".repeat(Math.max(0, width - line.length())));
    width = line.length();
  }

  private void log(Tally tally, long now) {
    if (!began && tally.left() > 0) {
      console.message("computing " + tally.left() + " of " + tally.points() + " points ...");
    } else if (now - shown >= LOGGED) {
      console.message(counts(tally, (now - begin) / 1e9));
    } else {
      return;
    }
    began = true;
    shown = now;
  }

  private static String line(Tally tally, double seconds) {
    int filled = (int) ((long) BAR * tally.finished() / Math.max(1, tally.points()));
    return "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] " + counts(tally, seconds);
  }

  private static String counts(Tally tally, double seconds) {
    String line =
        tally.finished()
            + " of "
            + tally.points()
            + " points, "
            + tally.undecided()
            + " undecided, ";
    double left = tally.judged() == 0 ? Double.NaN : seconds / tally.judged() * tally.left();
    return line + RunProgress.duration(seconds) + ", " + RunProgress.duration(left) + " left";
  }

  /** Clears the line. */
  @Override
  public void close() {
    if (width > 0) {
      console.overwrite(" ".repeat(width));
      console.overwrite("");
    }
  }
}
