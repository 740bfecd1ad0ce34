package org.flowproof.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.Trajectory.StopReason;

/**
 * A run under way whose solution is the only one, and whose events are known to the last digit when
 * they are met.
 */
public abstract class UniqueRun implements LiveRun {
  private final List<Event> fresh = new ArrayList<>();
  private long events;
  private StopReason reason;

  /** Adds an event that {@link #takeEvents} will hand out. */
  protected final void meet(Event event) {
    fresh.add(event);
    events++;
  }

  /** How many events there have been, those handed out among them. */
  protected final long events() {
    return events;
  }

  /** Goes on counting events from those of a saved run. */
  protected final void restoreEvents(long count) {
    events = count;
  }

  /** Ends the run. */
  protected final void stop(StopReason why) {
    reason = why;
  }

  protected final boolean stopped() {
    return reason != null;
  }

  /**
   * Refuses to save a run of which more than its position would have to be saved.
   *
   * @throws IllegalStateException when the run has ended, or events are left to be taken
   */
  protected final void requireSavable() {
    if (reason != null || !fresh.isEmpty()) {
      throw new IllegalStateException("the run has ended, or events are left to be taken");
    }
  }

  /**
   * Refuses times outside the last part.
   *
   * @throws IllegalArgumentException for those
   */
  protected final void requireInside(double time) {
    if (!(time >= from() && time < time())) {
      throw new IllegalArgumentException(
          "time " + time + " is outside [" + from() + ", " + time() + ")");
    }
  }

  @Override
  public final Optional<StopReason> stopReason() {
    return Optional.ofNullable(reason);
  }

  @Override
  public final List<Event> takeEvents() {
    List<Event> taken = List.copyOf(fresh);
    fresh.clear();
    return taken;
  }

  @Override
  public final Optional<Trajectory.NonUniqueness> nonUniqueness() {
    return Optional.empty();
  }
}
