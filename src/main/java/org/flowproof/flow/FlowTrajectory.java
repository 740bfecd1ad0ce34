package org.flowproof.flow;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.problem.Problem;

/** A trajectory of a flow, stored as polynomials of degree 7. */
final class FlowTrajectory extends StoredTrajectory {
  private final FlowResult run;
  private final double[] starts;
  private final double[][] errorsOfA;
  private final double[][] errorsOfW;
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
    super(
        problem,
        new Summary(
            run.stopReason(),
            run.nonUniqueness(),
            new Cost(evaluations, run.pieces().size() - 1L, events.size()),
            List.copyOf(events),
            errorMethod));
    this.run = run;
    this.errorsOfA = errorsOfA;
    this.errorsOfW = errorsOfW;
    this.failures = List.copyOf(failures);
    starts = run.pieces().stream().mapToDouble(DensePiece::start).toArray();
  }

  @Override
  public double endTime() {
    return run.endTime();
  }

  @Override
  public State at(double time) {
    int index = index(time);
    return FlowState.on(
        problem(), run.pieces().get(index), time, errorsOfA[index], errorsOfW[index]);
  }

  private int index(double time) {
    requireInside(time);
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
  public List<Failure> failures() {
    return failures;
  }
}
