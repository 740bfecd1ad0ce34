package org.flowproof.flow;

/**
 * Told how a run gets on, and asked whether it shall. Called by the thread that integrates, at the
 * end of accepted steps.
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
   * Where a run is.
   *
   * @param time reached
   * @param endTime of the stop rule
   * @param loss the loss at that time
   * @param steps accepted so far
   * @param events so far
   */
  record Progress(double time, double endTime, double loss, long steps, long events) {}
}
