package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flowproof.sweep.run.Tally;
import org.junit.jupiter.api.Test;

/** The progress line, on a terminal that only remembers. */
class SweepProgressTest {
  private static final long SECOND = 1_000_000_000L;

  private final StringWriter err = new StringWriter();
  private long now = 5 * SECOND;

  @Test
  void aLineTellsHowFarTheSweepIs() {
    try (SweepProgress progress = new SweepProgress(console(true, false), () -> now)) {
      progress.show(new Tally(60, 10, 0, 3));
      assertEquals(
          "[#####-------------------------] 10 of 60 points, 3 undecided, 0:00, ? left", last());
      now += 20 * SECOND;
      progress.show(new Tally(60, 10, 20, 4));
      // 20 points took 20 s, so that the other 30 take half a minute
      assertEquals(
          "[###############---------------] 30 of 60 points, 4 undecided, 0:20, 0:30 left", last());
    }
    assertTrue(err.toString().endsWith("\r"), "the line is cleared");
    assertFalse(err.toString().contains("\n"));
  }

  @Test
  void theLineIsRenewedAFewTimesASecond() {
    SweepProgress progress = new SweepProgress(console(true, false), () -> now);
    for (int i = 0; i < 1000; i++) {
      now += SECOND / 1000;
      progress.show(new Tally(1000, 0, i, 0));
    }
    long lines = err.toString().chars().filter(c -> c == '\r').count();
    assertTrue(lines >= 4 && lines <= 6, lines + " lines in a second");
  }

  /** As in the log of a sweep that runs over night. */
  @Test
  void elsewhereALineNowAndThenIsEnough() {
    try (SweepProgress progress = new SweepProgress(console(false, false), () -> now)) {
      progress.show(new Tally(60, 10, 0, 0));
      for (int i = 1; i <= 1201; i++) {
        now += SECOND;
        progress.show(new Tally(60, 10, i / 60, 0));
      }
    }
    assertEquals(
        List.of(
            "computing 50 of 60 points ...",
            "20 of 60 points, 0 undecided, 10:00, 40:00 left",
            "30 of 60 points, 0 undecided, 20:00, 30:00 left"),
        err.toString().lines().toList());
  }

  @Test
  void aFinishedSweepHasNothingToTell() {
    new SweepProgress(console(false, false), () -> now).show(new Tally(60, 60, 0, 2));
    assertEquals("", err.toString());
  }

  @Test
  void quietSweepsShowNothing() {
    for (boolean terminal : new boolean[] {false, true}) {
      try (SweepProgress progress = new SweepProgress(console(terminal, true), () -> now)) {
        progress.show(new Tally(60, 10, 0, 0));
        now += 900 * SECOND;
        progress.show(new Tally(60, 10, 20, 4));
      }
    }
    assertEquals("", err.toString());
  }

  private String last() {
    String all = err.toString();
    return all.substring(all.lastIndexOf('\r') + 1).strip();
  }

  private Console console(boolean terminal, boolean quiet) {
    return new Console(
        new Surroundings(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            Path.of(""),
            Path.of(""),
            Map.of(),
            terminal,
            List.of()),
        quiet);
  }
}
