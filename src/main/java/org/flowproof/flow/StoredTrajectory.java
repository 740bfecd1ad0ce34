package org.flowproof.flow;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.flowproof.problem.Problem;

/**
 * A trajectory that an integrator has made. It keeps the values read from it, so that several
 * readers share them.
 */
public abstract class StoredTrajectory implements Trajectory {
  private final Problem problem;
  private final Summary summary;
  private TrajectoryValuation values;

  /**
   * What a run says of itself.
   *
   * @param events nobody changes them any more; may be a view of what takes less memory
   * @param errorMethod how the numerical error is estimated, one line
   */
  public record Summary(
      StopReason stopReason,
      Optional<NonUniqueness> nonUniqueness,
      Cost cost,
      List<Event> events,
      String errorMethod) {}

  protected StoredTrajectory(Problem problem, Summary summary) {
    this.problem = problem;
    this.summary = summary;
  }

  /** The one valuation of this trajectory, made on first use. */
  final synchronized TrajectoryValuation values(Function<Trajectory, TrajectoryValuation> create) {
    if (values == null) {
      values = create.apply(this);
    }
    return values;
  }

  /**
   * Refuses times outside the run.
   *
   * @throws IllegalArgumentException for those
   */
  protected final void requireInside(double time) {
    if (!(time >= 0 && time <= endTime())) {
      throw new IllegalArgumentException("time " + time + " is outside [0, " + endTime() + "]");
    }
  }

  @Override
  public final Problem problem() {
    return problem;
  }

  @Override
  public final List<Event> events() {
    return summary.events();
  }

  @Override
  public final StopReason stopReason() {
    return summary.stopReason();
  }

  @Override
  public final Optional<NonUniqueness> nonUniqueness() {
    return summary.nonUniqueness();
  }

  @Override
  public final Cost cost() {
    return summary.cost();
  }

  @Override
  public final String errorMethod() {
    return summary.errorMethod();
  }
}
