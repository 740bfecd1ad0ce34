package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flowproof.flow.RunWatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The progress line, on a terminal that only remembers. */
class RunProgressTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path directory;

  private final StringWriter err = new StringWriter();
  private final AtomicInteger losses = new AtomicInteger();
  private long now = 5 * SECOND;

  @Test
  void aLineTellsWhereTheRunIs() {
    try (RunProgress progress = new RunProgress(console(true, false), () -> now)) {
      progress.show(at(0, 0, 0));
      now += SECOND;
      progress.show(at(10, 100, 50));
      assertEquals("t = 10 of 50, loss 0.25, 50 events/s, 100 steps, 0:04 left", last().strip());
      now += SECOND;
      progress.show(at(20, 200, 150));
      assertTrue(last().contains("64 events/s, 200 steps, 0:03 left"), last());
    }
    assertTrue(err.toString().endsWith("\r"), "the line is cleared");
    assertFalse(err.toString().contains("\n"));
  }

  @Test
  void theLossIsComputedOnlyForALine() {
    RunProgress progress = new RunProgress(console(true, false), () -> now);
    for (int i = 0; i < 1000; i++) {
      now += SECOND / 1000;
      progress.show(at(i, i, i));
    }
    assertTrue(losses.get() >= 4 && losses.get() <= 5, losses + " losses in a second");
  }

  @Test
  void quietAndRedirectedRunsShowNothing() {
    for (Console console : List.of(console(false, false), console(true, true))) {
      try (RunProgress progress = new RunProgress(console, () -> now)) {
        progress.show(at(0, 0, 0));
        now += 9 * SECOND;
        progress.show(at(10, 100, 50));
      }
    }
    assertEquals("", err.toString());
    assertEquals(0, losses.get());
  }

  @Test
  void durationsAreShort() {
    assertEquals("0:07", RunProgress.duration(7.2));
    assertEquals("2:05", RunProgress.duration(125));
    assertEquals("3:00:01", RunProgress.duration(10801));
    assertEquals("?", RunProgress.duration(Double.POSITIVE_INFINITY));
    assertEquals("?", RunProgress.duration(Double.NaN));
  }

  /** The command itself on a terminal, and quiet on one. */
  @Test
  void theCommandClearsItsLine() {
    for (boolean quiet : new boolean[] {false, true}) {
      StringWriter out = new StringWriter();
      StringWriter messages = new StringWriter();
      String[] words = {"run", "three-points", "--times", "0,1,2", quiet ? "-q" : "--json"};
      int code =
          Flowproof.run(
              new Surroundings(
                  new PrintWriter(out),
                  new PrintWriter(messages),
                  CommandLineRun.PROJECT,
                  directory,
                  Map.of(),
                  true,
                  List.of("flowproof")),
              words);
      assertEquals(ExitCode.OK, code);
      String text = messages.toString();
      assertEquals(quiet, text.isEmpty(), text);
      assertFalse(text.contains("t = ") && !text.endsWith("\r"), text);
    }
  }

  private RunWatcher.Progress at(double time, long steps, long events) {
    return new RunWatcher.Progress(
        time,
        50,
        () -> {
          losses.incrementAndGet();
          return 0.25;
        },
        steps,
        events);
  }

  private String last() {
    String all = err.toString();
    return all.substring(all.lastIndexOf('\r') + 1);
  }

  private Console console(boolean terminal, boolean quiet) {
    return new Console(
        new Surroundings(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            directory,
            directory,
            Map.of(),
            terminal,
            List.of()),
        quiet);
  }
}
