package org.flowproof.cli;

import java.util.function.LongSupplier;
import org.flowproof.falsify.attack.Attack;

/** Tells on standard error how far an attack is, on one line of a terminal. */
final class AttackProgress implements AutoCloseable {
  private static final long PERIOD = 200_000_000L;
  private static final int BAR = 30;

  private final Console console;
  private final LongSupplier nanos;
  private final String claim;
  private final long begin;
  private long shown;
  private int width;

  /**
   * @param nanos a clock in nanoseconds
   */
  AttackProgress(Console console, LongSupplier nanos, String claim) {
    this.console = console;
    this.nanos = nanos;
    this.claim = claim;
    begin = nanos.getAsLong();
    shown = begin - PERIOD;
    if (!console.showsProgress()) {
      console.message("attacking " + claim + " ...");
    }
  }

  /** Renews the line when it is due. */
  void show(Attack.Progress progress) {
    long now = nanos.getAsLong();
    if (!console.showsProgress() || now - shown < PERIOD) {
      return;
    }
    shown = now;
    int filled = (int) ((long) BAR * progress.done() / Math.max(1, progress.all()));
    String line =
        "["
            + "#".repeat(filled)
            + "-".repeat(BAR - filled)
            + "] "
            + claim
            + ": "
            + progress.done()
            + " of "
            + progress.all()
            + " "
            + progress.phase()
            + ", "
            + RunProgress.duration((now - begin) / 1e9);
    console.overwrite(line + " ".repeat(Math.max(0, width - line.length())));
    width = line.length();
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
