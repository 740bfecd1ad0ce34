package org.flowproof.flow.structured;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;
import org.flowproof.flow.RemembersValues;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.problem.Problem;

/** A trajectory of the structured integrator. */
final class StructuredTrajectory implements RemembersValues {
  private final Setup setup;
  private final Tape tape;
  private final Replay replay;
  private final double endTime;
  private final Summary summary;
  private final RunErrors errors;
  private TrajectoryValuation values;

  /** What a run says of itself. */
  record Summary(
      StopReason stopReason,
      Optional<NonUniqueness> nonUniqueness,
      Cost cost,
      List<Event> events,
      String errorMethod) {}

  StructuredTrajectory(Setup setup, Tape tape, Replay replay, Summary summary, RunErrors errors) {
    this.setup = setup;
    this.tape = tape;
    this.replay = replay;
    this.endTime = replay.endTime();
    this.summary = summary;
    this.errors = errors;
  }

  @Override
  public synchronized TrajectoryValuation values(Function<Trajectory, TrajectoryValuation> create) {
    if (values == null) {
      values = create.apply(this);
    }
    return values;
  }

  @Override
  public Problem problem() {
    return setup.problem;
  }

  @Override
  public double endTime() {
    return endTime;
  }

  @Override
  public State at(double time) {
    return replay.at(time);
  }

  @Override
  public List<Double> stepTimes() {
    return new AbstractList<>() {
      @Override
      public Double get(int index) {
        if (index == tape.size()) {
          return endTime;
        }
        return tape.step(index).start();
      }

      @Override
      public int size() {
        return tape.size() + 1;
      }
    };
  }

  @Override
  public List<Event> events() {
    return summary.events();
  }

  @Override
  public StopReason stopReason() {
    return summary.stopReason();
  }

  @Override
  public Optional<NonUniqueness> nonUniqueness() {
    return summary.nonUniqueness();
  }

  @Override
  public List<Failure> failures() {
    return Stream.concat(RemembersValues.super.failures().stream(), errors.failures().stream())
        .sorted(Comparator.comparingDouble(Failure::time))
        .toList();
  }

  @Override
  public Cost cost() {
    return summary.cost();
  }

  @Override
  public String errorMethod() {
    return summary.errorMethod();
  }
}
