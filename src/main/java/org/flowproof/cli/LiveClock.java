package org.flowproof.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.flowproof.flow.Trajectory.StopReason;

/** Says when a run is to be saved, and when it is to end early. */
final class LiveClock {
  private final LongSupplier nanos;
  private final Interruption interruption;
  private final Optional<Duration> limit;
  private final Duration every;
  private final long begin;
  private long saved;

  /**
   * Starts now.
   *
   * @param nanos a clock in nanoseconds
   * @param limit after which the run ends, as if interrupted
   * @param every how often it is saved
   */
  LiveClock(
      LongSupplier nanos, Interruption interruption, Optional<Duration> limit, Duration every) {
    this.nanos = nanos;
    this.interruption = interruption;
    this.limit = limit;
    this.every = every;
    begin = nanos.getAsLong();
    saved = begin;
  }

  boolean ends() {
    return interruption.wanted()
        || limit.isPresent() && nanos.getAsLong() - begin >= limit.get().toNanos();
  }

  /** Whether to save now; the next time is counted from here. */
  boolean saves() {
    long now = nanos.getAsLong();
    boolean due = now - saved >= every.toNanos();
    if (due) {
      saved = now;
    }
    return due;
  }

  /** The exit code of a run: an interrupted one is undecided, and says by whom. */
  int exitCode(StopReason reason) {
    return exitCode(reason, interruption);
  }

  /** As above. */
  static int exitCode(StopReason reason, Interruption interruption) {
    return switch (reason) {
      case END_TIME, GRADIENT_NORM, LOSS, EVENT -> ExitCode.OK;
      case INTERRUPTED -> interruption.wanted() ? ExitCode.INTERRUPTED : ExitCode.UNKNOWN;
      default -> ExitCode.UNKNOWN;
    };
  }
}
