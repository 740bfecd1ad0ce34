package org.flowproof.flow.structured;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flowproof.flow.Failure;
import org.flowproof.flow.State;
import org.flowproof.flow.StoredTrajectory;

/** A trajectory of the structured integrator. */
final class StructuredTrajectory extends StoredTrajectory {
  private final Tape tape;
  private final Replay replay;
  private final double endTime;
  private final RunErrors errors;

  StructuredTrajectory(Setup setup, Tape tape, Replay replay, Summary summary, RunErrors errors) {
    super(setup.problem, summary);
    this.tape = tape;
    this.replay = replay;
    this.endTime = replay.endTime();
    this.errors = errors;
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
  public List<Failure> failures() {
    return Stream.concat(super.failures().stream(), errors.failures().stream())
        .sorted(Comparator.comparingDouble(Failure::time))
        .toList();
  }
}
