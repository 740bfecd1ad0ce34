package org.flowproof.flow;

import java.util.function.DoubleSupplier;

/**
 * Told how a run gets on, and asked whether it shall. Called by the thread that integrates, at the
 * end of accepted steps; not necessarily of each.
 */
@FunctionalInterface
public interface RunWatcher {
  /** Watches nothing and never interrupts. */
  RunWatcher NONE = progress -> true;

  /**
   * Whether to go on. After {@code false} the run ends at {@link Progress#time} as a valid partial
   * trajectory with {@link Trajectory.StopReason#INTERRUPTED}.
   */
  boolean proceed(Progress progress);

  /**
   * Where a run is; valid during the call that it is handed to.
   *
   * @param time reached
   * @param endTime of the stop rule
   * @param currentLoss computes the loss at that time, which costs about as much as an evaluation
   *     of the vector field
   * @param steps accepted so far
   * @param events so far
   */
  record Progress(
      double time, double endTime, DoubleSupplier currentLoss, long steps, long events) {

    /** Of a loss that is known. */
    public Progress(double time, double endTime, double loss, long steps, long events) {
      this(time, endTime, () -> loss, steps, events);
    }

    /** Of a run under way. */
    public static Progress of(LiveRun run) {
      Trajectory.Cost cost = run.cost();
      return new Progress(
          run.time(),
          run.problem().dynamics().stop().time(),
          run::loss,
          cost.steps(),
          cost.events());
    }

    /** The loss at the time reached. */
    public double loss() {
      return currentLoss.getAsDouble();
    }
  }
}
