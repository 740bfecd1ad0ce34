package org.flowproof.flow.stream;

import java.util.List;
import java.util.Optional;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;
import org.flowproof.flow.LiveRun;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.Problem;

/**
 * A run under way as a trajectory of two times: the start and one more, the time looked at. That is
 * enough for every formula that speaks of the present and of time 0. Used by one thread.
 */
public final class LiveView implements Trajectory {
  private LiveRun run;
  private final State start;
  private State now;

  /**
   * A view of the start.
   *
   * @param run under way
   * @param start its state at time 0
   */
  public LiveView(LiveRun run, State start) {
    this.run = run;
    this.start = start;
    this.now = start;
  }

  /** Goes on with another run of the same problem. */
  public void follow(LiveRun other) {
    run = other;
  }

  /** Looks at another time. */
  public void look(State state) {
    now = state;
  }

  @Override
  public Problem problem() {
    return run.problem();
  }

  /** The time looked at: nothing later is known. */
  @Override
  public double endTime() {
    return now.time();
  }

  /**
   * The state at one of the two times.
   *
   * @throws NoValueException at any other time
   */
  @Override
  public State at(double time) {
    if (time == now.time()) {
      return now;
    }
    if (time == 0) {
      return start;
    }
    throw new NoValueException("the state at t = " + time + " is not kept");
  }

  @Override
  public List<Double> stepTimes() {
    return now.time() == 0 ? List.of(0.0) : List.of(0.0, now.time());
  }

  /** None: events are streamed, not kept. */
  @Override
  public List<Event> events() {
    return List.of();
  }

  @Override
  public StopReason stopReason() {
    return run.stopReason().orElse(StopReason.INTERRUPTED);
  }

  @Override
  public Optional<NonUniqueness> nonUniqueness() {
    return run.nonUniqueness();
  }

  @Override
  public List<Failure> failures() {
    return run.failures();
  }

  @Override
  public Cost cost() {
    return run.cost();
  }

  @Override
  public String errorMethod() {
    return run.errorMethod();
  }
}
