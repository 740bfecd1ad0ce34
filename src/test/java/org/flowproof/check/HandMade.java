package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/**
 * A trajectory written down by hand: output weights are given functions of time, hidden weights
 * stay at 1; one sample x = (1, 1), y = 1; steps to 0.02, 0.1, 1, 2, ... 10. It need not solve any
 * equation, since the checker reads trajectories and does not integrate.
 */
final class HandMade implements Trajectory {
  private final List<DoubleUnaryOperator> outputs;
  private final double error;
  private final List<Event> events;
  private final StopReason stopReason;
  private final Optional<NonUniqueness> nonUniqueness;
  private final List<Failure> failures;

  private HandMade(
      List<DoubleUnaryOperator> outputs,
      double error,
      List<Event> events,
      StopReason stopReason,
      Optional<NonUniqueness> nonUniqueness,
      List<Failure> failures) {
    this.outputs = outputs;
    this.error = error;
    this.events = events;
    this.stopReason = stopReason;
    this.nonUniqueness = nonUniqueness;
    this.failures = failures;
  }

  static HandMade of(double error, DoubleUnaryOperator... outputs) {
    return new HandMade(
        List.of(outputs), error, List.of(), StopReason.END_TIME, Optional.empty(), List.of());
  }

  HandMade withEvent(double time) {
    return new HandMade(
        outputs,
        error,
        List.of(new Event(time, 1, 1, Event.Kind.CROSS, 1, 1e-9)),
        stopReason,
        nonUniqueness,
        failures);
  }

  HandMade stopped(StopReason reason) {
    return new HandMade(outputs, error, events, reason, nonUniqueness, failures);
  }

  HandMade notUnique(double time, NonUniqueness.Cause cause) {
    return new HandMade(
        outputs,
        error,
        events,
        stopReason,
        Optional.of(new NonUniqueness(time, 1, 1, cause)),
        failures);
  }

  HandMade failing(Failure failure) {
    return new HandMade(outputs, error, events, stopReason, nonUniqueness, List.of(failure));
  }

  @Override
  public List<Failure> failures() {
    return failures.isEmpty() ? Trajectory.super.failures() : failures;
  }

  @Override
  public Problem problem() {
    double[][] w = new double[outputs.size()][];
    double[] a = new double[outputs.size()];
    for (int j = 0; j < a.length; j++) {
      w[j] = new double[] {1, 1};
      a[j] = outputs.get(j).applyAsDouble(0);
    }
    return new Problem(
        new DataSet(Matrix.of(new double[][] {{1, 1}}), Vec.of(1), "by hand"),
        new Network(a.length, new Activation.Leaky(0, 0), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        new Weights(Matrix.of(w), Vec.of(a)),
        "by hand",
        new Dynamics.Flow(
            Dynamics.Residual.FULL, 1e-9, new Dynamics.StopRule(endTime(), 0, 1000, false)));
  }

  @Override
  public double endTime() {
    return 10;
  }

  @Override
  public State at(double time) {
    return new State() {
      @Override
      public double time() {
        return time;
      }

      @Override
      public double a(int neuron) {
        return outputs.get(neuron).applyAsDouble(time);
      }

      @Override
      public double w(int neuron, int coordinate) {
        return 1;
      }

      @Override
      public double gate(int neuron, int sample) {
        return 1;
      }

      @Override
      public double errorOfA(int neuron) {
        return time == 0 ? 0 : error;
      }

      @Override
      public double errorOfW(int neuron) {
        return 0;
      }
    };
  }

  @Override
  public List<Double> stepTimes() {
    List<Double> times = new ArrayList<>(List.of(0.02, 0.1));
    for (int i = 0; i <= 10; i++) {
      times.add((double) i);
    }
    events.forEach(e -> times.add(e.time()));
    return times.stream().sorted().distinct().toList();
  }

  @Override
  public List<Event> events() {
    return events;
  }

  @Override
  public StopReason stopReason() {
    return stopReason;
  }

  @Override
  public Optional<NonUniqueness> nonUniqueness() {
    return nonUniqueness;
  }

  @Override
  public Cost cost() {
    return new Cost(10, 10, events.size());
  }

  @Override
  public String errorMethod() {
    return "stated by hand";
  }
}
