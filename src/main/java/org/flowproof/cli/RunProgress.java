package org.flowproof.cli;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.flowproof.flow.RunWatcher;

/**
 * One line on standard error that tells how far a run is, renewed a few times a second where that
 * is a terminal: the time reached, the end time, the loss, events each second, steps, and the time
 * left if the run goes on as in the latest while. Used by the thread that integrates.
 */
final class RunProgress implements AutoCloseable {
  private static final int WIDTH = 100;
  private static final long PERIOD = 200_000_000L;

  /** Share of the present speed in the average; the rest is the past. */
  private static final double FRESH = 0.2;

  private final Console console;
  private final LongSupplier nanos;
  private long shown;
  private double shownTime = Double.NaN;
  private long shownEvents;
  private double timeSpeed = Double.NaN;
  private double eventSpeed = Double.NaN;
  private boolean dirty;

  /**
   * @param nanos a clock in nanoseconds
   */
  RunProgress(Console console, LongSupplier nanos) {
    this.console = console;
    this.nanos = nanos;
    shown = nanos.getAsLong();
  }

  /** Renews the line when it is due; the loss is computed only then. */
  void show(RunWatcher.Progress progress) {
    if (!console.showsProgress()) {
      return;
    }
    long now = nanos.getAsLong();
    if (Double.isNaN(shownTime)) {
      shownTime = progress.time();
      shownEvents = progress.events();
      return;
    }
    if (now - shown < PERIOD) {
      return;
    }
    double seconds = (now - shown) / 1e9;
    timeSpeed = average(timeSpeed, (progress.time() - shownTime) / seconds);
    eventSpeed = average(eventSpeed, (progress.events() - shownEvents) / seconds);
    shown = now;
    shownTime = progress.time();
    shownEvents = progress.events();
    String line = line(progress);
    console.overwrite(line + " ".repeat(Math.max(0, WIDTH - line.length())));
    dirty = true;
  }

  private static double average(double before, double now) {
    return Double.isNaN(before) ? now : (1 - FRESH) * before + FRESH * now;
  }

  private String line(RunWatcher.Progress progress) {
    double left = (progress.endTime() - progress.time()) / timeSpeed;
    return String.format(
        Locale.ROOT,
        "t = %.6g of %.6g, loss %.4g, %.0f events/s, %d steps, %s left",
        progress.time(),
        progress.endTime(),
        progress.loss(),
        eventSpeed,
        progress.steps(),
        duration(left));
  }

  /** Hours, minutes and seconds; a question mark for what nobody will wait for. */
  static String duration(double seconds) {
    if (!(seconds >= 0 && seconds < 1e7)) {
      return "?";
    }
    long whole = Math.round(seconds);
    return whole >= 3600
        ? String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  /** Clears the line. */
  @Override
  public void close() {
    if (dirty) {
      console.overwrite(" ".repeat(WIDTH));
      console.overwrite("");
    }
  }
}
