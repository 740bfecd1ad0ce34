package org.flowproof.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.flowproof.flow.RunWatcher;

/**
 * One line on standard error that tells how far a run is, renewed a few times a second where that
 * is a terminal: the time reached, the end time, the loss, events each second, steps, and the time
 * left if the run goes on as in the latest while. Used by the thread that integrates.
 */
final class RunProgress implements AutoCloseable {
  private static final long PERIOD = 200_000_000L;

  /** Speeds are averages over about this time, in seconds. */
  private static final double AVERAGED = 3;

  private final Console console;
  private final LongSupplier nanos;
  private long shown;
  private long measured;
  private double measuredTime = Double.NaN;
  private long measuredEvents;
  private double timeSpeed = Double.NaN;
  private double eventSpeed = Double.NaN;
  private int width;

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
    if (Double.isNaN(measuredTime)) {
      measure(progress, now);
    }
    if (now - shown < PERIOD) {
      return;
    }
    shown = now;
    // steps of wide networks take longer than the line lasts: no news is not a speed of zero
    if (progress.time() > measuredTime) {
      double seconds = (now - measured) / 1e9;
      timeSpeed = average(timeSpeed, progress.time() - measuredTime, seconds);
      eventSpeed = average(eventSpeed, (double) (progress.events() - measuredEvents), seconds);
      measure(progress, now);
    }
    String line = line(progress);
    console.overwrite(line + " ".repeat(Math.max(0, width - line.length())));
    width = line.length();
  }

  private void measure(RunWatcher.Progress progress, long now) {
    measured = now;
    measuredTime = progress.time();
    measuredEvents = progress.events();
  }

  private static double average(double before, double done, double seconds) {
    double fresh = -Math.expm1(-seconds / AVERAGED);
    return Double.isNaN(before) ? done / seconds : (1 - fresh) * before + fresh * done / seconds;
  }

  private String line(RunWatcher.Progress progress) {
    String where =
        "t = "
            + number(progress.time())
            + " of "
            + number(progress.endTime())
            + ", loss "
            + number(progress.loss());
    String steps = progress.steps() + (progress.steps() == 1 ? " step" : " steps");
    if (Double.isNaN(timeSpeed)) {
      return where + ", " + steps;
    }
    return where
        + String.format(Locale.ROOT, ", %.0f events/s, ", eventSpeed)
        + steps
        + ", "
        + duration((progress.endTime() - progress.time()) / timeSpeed)
        + " left";
  }

  /** Four digits, without zeros at the end. */
  static String number(double value) {
    if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
      return Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    double size = Math.abs(rounded.doubleValue());
    return size == 0 || (size >= 1e-4 && size < 1e6)
        ? rounded.toPlainString()
        : rounded.toString().replace("E", "e").replace("e+", "e");
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
    if (width > 0) {
      console.overwrite(" ".repeat(width));
      console.overwrite("");
    }
  }
}
