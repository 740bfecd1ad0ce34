package org.flowproof.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.flowproof.problem.Problem;

/** A trajectory of a flow, stored as polynomials of degree 7. */
final class FlowTrajectory implements RemembersValues {
  private final Problem problem;
  private final FlowResult run;
  private final List<Event> events;
  private TrajectoryValuation values;
  private final double[] starts;
  private final double[][] errorsOfA;
  private final double[][] errorsOfW;
  private final Cost cost;
  private final String errorMethod;
  private final List<Failure> failures;

  FlowTrajectory(
      Problem problem,
      FlowResult run,
      List<Event> events,
      double[][] errorsOfA,
      double[][] errorsOfW,
      List<Failure> failures,
      long evaluations,
      String errorMethod) {
    this.problem = problem;
    this.run = run;
    this.events = List.copyOf(events);
    this.errorsOfA = errorsOfA;
    this.errorsOfW = errorsOfW;
    this.errorMethod = errorMethod;
    this.failures = List.copyOf(failures);
    starts = run.pieces().stream().mapToDouble(DensePiece::start).toArray();
    cost = new Cost(evaluations, run.pieces().size() - 1L, events.size());
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
    return problem;
  }

  @Override
  public double endTime() {
    return run.endTime();
  }

  @Override
  public State at(double time) {
    int index = index(time);
    return FlowState.on(problem, run.pieces().get(index), time, errorsOfA[index], errorsOfW[index]);
  }

  private int index(double time) {
    if (!(time >= 0 && time <= endTime())) {
      throw new IllegalArgumentException("time " + time + " is outside [0, " + endTime() + "]");
    }
    return LastIndex.of(starts.length, i -> starts[i] <= time);
  }

  @Override
  public List<Double> stepTimes() {
    List<Double> times = new ArrayList<>();
    double previous = -1;
    for (double start : starts) {
      if (start > previous) {
        times.add(start);
        previous = start;
      }
    }
    return List.copyOf(times);
  }

  @Override
  public List<Event> events() {
    return events;
  }

  @Override
  public StopReason stopReason() {
    return run.stopReason();
  }

  @Override
  public Optional<NonUniqueness> nonUniqueness() {
    return run.nonUniqueness();
  }

  @Override
  public List<Failure> failures() {
    return failures;
  }

  @Override
  public Cost cost() {
    return cost;
  }

  @Override
  public String errorMethod() {
    return errorMethod;
  }
}
