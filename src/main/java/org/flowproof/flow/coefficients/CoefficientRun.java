package org.flowproof.flow.coefficients;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.flowproof.flow.Failure;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.flow.UniqueRun;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/** One run, part by part. */
final class CoefficientRun extends UniqueRun {
  private final CoefficientModel model;
  private final Stepping stepping;
  private final Dynamics.StopRule stop;
  private final List<Failure> failures = new ArrayList<>();
  private final Set<Integer> lost = new HashSet<>();
  private Position position;
  private Part part;
  private long parts;

  CoefficientRun(CoefficientModel model, Stepping stepping) {
    this.model = model;
    this.stepping = stepping;
    stop = model.problem.dynamics().stop();
    position = Position.start(model);
  }

  Position position() {
    return position;
  }

  @Override
  public void advance() {
    if (stopped()) {
      return;
    }
    part = null;
    if (!stepping.finite(position)) {
      end(StopReason.NUMERICAL_FAILURE);
    } else if (position.clock() >= stepping.last()) {
      end(StopReason.END_TIME);
    } else if (position.switched() && stop.atFirstEvent()) {
      end(StopReason.EVENT);
    } else if (position.armed() && stepping.speed(position) <= stop.gradientNorm()) {
      end(StopReason.GRADIENT_NORM);
    } else if (stepping.low(position)) {
      end(StopReason.LOSS);
    } else if (position.evaluations() >= stop.evaluations()) {
      end(StopReason.EVALUATION_LIMIT);
    } else {
      goOn();
    }
  }

  private void goOn() {
    Part next = stepping.next(position);
    note(next.failures());
    if (next.failures().stream().anyMatch(Failure::endsTheRun)) {
      stop(StopReason.NUMERICAL_FAILURE);
      return;
    }
    part = next;
    position = next.to();
    next.events().forEach(this::meet);
    parts++;
  }

  /** A neuron that has lost its accuracy has lost it from its first failure on. */
  private void note(List<Failure> more) {
    for (Failure failure : more) {
      if (failure.endsTheRun() || lost.add(failure.neuron())) {
        failures.add(failure);
      }
    }
  }

  private void end(StopReason why) {
    stop(why);
    Failure.of(why, time()).ifPresent(failures::add);
  }

  @Override
  public Problem problem() {
    return model.problem;
  }

  @Override
  public void interrupt() {
    if (!stopped()) {
      part = null;
      end(StopReason.INTERRUPTED);
    }
  }

  @Override
  public double from() {
    return model.time(part == null ? position.clock() : part.from().clock());
  }

  @Override
  public double time() {
    return model.time(position.clock());
  }

  @Override
  public State at(double time) {
    if (time == time() && stopped()) {
      return new CoefficientPoint(model, position, time);
    }
    requireInside(time);
    double clock = Math.min(model.clock(time), position.clock() - (model.descent ? 1 : 0));
    return new CoefficientPoint(model, part.at(Math.max(part.from().clock(), clock)), time);
  }

  @Override
  public List<Failure> failures() {
    return List.copyOf(failures);
  }

  @Override
  public Trajectory.Cost cost() {
    return new Trajectory.Cost(position.evaluations() + 1, parts, events());
  }

  @Override
  public double loss() {
    return Math.exp(new CoefficientPoint(model, position, time()).logLoss());
  }

  @Override
  public String errorMethod() {
    return CoefficientTrajectory.errorMethod(model);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    requireSavable();
    SavedPosition.write(out, position);
    out.writeLong(parts);
    out.writeLong(events());
    out.writeInt(failures.size());
    for (Failure failure : failures) {
      out.writeDouble(failure.time());
      out.writeInt(failure.neuron());
      out.writeUTF(failure.cause());
    }
  }

  /** Puts a run just made where a saved one was. */
  void restore(DataInput in) throws IOException {
    position = SavedPosition.read(in, model);
    parts = in.readLong();
    restoreEvents(in.readLong());
    failures.clear();
    lost.clear();
    for (int left = in.readInt(); left > 0; left--) {
      // those that end a run are not saved
      note(
          List.of(
              new Failure(
                  Failure.Kind.LOST_ACCURACY, in.readDouble(), in.readInt(), in.readUTF())));
    }
  }
}
