package org.flowproof.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vectors;

/** One run of gradient descent, iteration by iteration. */
final class DescentRun extends UniqueRun {
  private final Problem problem;
  private final Dynamics.Descent descent;
  private final DescentStep stepper;
  private final LossRule low;
  private final long last;
  private final boolean[] positive;
  private double[] y;
  private double[] before;
  private long iteration;
  private boolean armed;

  DescentRun(Problem problem, Dynamics.Descent descent) {
    this.problem = problem;
    this.descent = descent;
    stepper = new DescentStep(problem);
    low = LossRule.of(problem);
    int m = problem.network().width();
    // half a millionth of a step absorbs the rounding of time / step
    last = (long) Math.floor(descent.stop().time() / descent.step() + 5e-7);
    y = new double[m * (problem.data().d() + 1)];
    System.arraycopy(problem.initial().a().toArray(), 0, y, 0, m);
    System.arraycopy(problem.initial().w().toRowMajor(), 0, y, m, y.length - m);
    before = y;
    positive = new boolean[m * problem.data().n()];
  }

  /** How many iterations there will be, unless the run ends early. */
  long last() {
    return last;
  }

  long iteration() {
    return iteration;
  }

  /** The weights; not to be changed. */
  double[] state() {
    return y;
  }

  /** Ends the run at the present iterate, or iterates once. */
  @Override
  public void advance() {
    if (stopped()) {
      return;
    }
    Dynamics.StopRule stop = descent.stop();
    before = y;
    double[] velocity = stepper.velocity(y);
    boolean switched = note(stepper.preactivations());
    double speed = Math.sqrt(Vectors.dot(velocity, velocity));
    if (Double.isNaN(speed) || Double.isInfinite(speed)) {
      stop(StopReason.NUMERICAL_FAILURE);
    } else if (iteration >= last) {
      stop(StopReason.END_TIME);
    } else if (switched && stop.atFirstEvent()) {
      stop(StopReason.EVENT);
    } else if (armed && speed <= stop.gradientNorm()) {
      stop(StopReason.GRADIENT_NORM);
    } else if (low.met(stepper.outputs())) {
      stop(StopReason.LOSS);
    } else if (iteration >= stop.evaluations()) {
      stop(StopReason.EVALUATION_LIMIT);
    } else {
      armed |= speed > stop.gradientNorm() && stop.gradientNorm() > 0;
      y = y.clone();
      for (int i = 0; i < y.length; i++) {
        y[i] += descent.step() * velocity[i];
      }
      iteration++;
    }
  }

  private boolean note(double[] u) {
    if (!(problem.network().activation() instanceof Activation.Leaky)) {
      return false;
    }
    int n = problem.data().n();
    boolean any = false;
    for (int i = 0; i < u.length; i++) {
      boolean now = u[i] > 0;
      if (iteration > 0 && now != positive[i]) {
        any = true;
        meet(new Event(time(), i / n + 1, i % n + 1, Event.Kind.SWITCH, now ? 1 : -1, 0));
      }
      positive[i] = now;
    }
    return any;
  }

  @Override
  public Problem problem() {
    return problem;
  }

  @Override
  public void interrupt() {
    if (!stopped()) {
      // the switches at the last iterate belong to the run
      stepper.velocity(y);
      note(stepper.preactivations());
      stop(StopReason.INTERRUPTED);
      before = y;
    }
  }

  @Override
  public double from() {
    return (before == y ? iteration : iteration - 1) * descent.step();
  }

  @Override
  public double time() {
    return iteration * descent.step();
  }

  @Override
  public State at(double time) {
    if (stopped() && time == time()) {
      return new DescentState(problem, time, y, iteration);
    }
    requireInside(time);
    return new DescentState(problem, time, before, iteration - 1);
  }

  @Override
  public Trajectory.Cost cost() {
    return new Trajectory.Cost(iteration + 1, iteration, events());
  }

  @Override
  public double loss() {
    return PlainLoss.of(problem, y);
  }

  @Override
  public String errorMethod() {
    return DescentState.ERROR_METHOD;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    requireSavable();
    ExactNumbers.write(out, y);
    out.writeLong(iteration);
    out.writeLong(events());
    out.writeBoolean(armed);
    for (boolean one : positive) {
      out.writeBoolean(one);
    }
  }

  /** Puts a run just made where a saved one was. */
  void restore(DataInput in) throws IOException {
    y = ExactNumbers.read(in, y.length);
    before = y;
    iteration = in.readLong();
    restoreEvents(in.readLong());
    armed = in.readBoolean();
    for (int i = 0; i < positive.length; i++) {
      positive[i] = in.readBoolean();
    }
  }
}
