package org.flowproof.flow;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/** One run of gradient descent. */
final class DescentRun {
  private final Problem problem;
  private final Dynamics.Descent descent;
  private final List<Event> events = new ArrayList<>();
  private final List<double[]> checkpoints = new ArrayList<>();

  private final RunWatcher watcher;

  DescentRun(Problem problem, Dynamics.Descent descent, RunWatcher watcher) {
    this.problem = problem;
    this.watcher = watcher;
    this.descent = descent;
  }

  Trajectory run() {
    int m = problem.network().width();
    Dynamics.StopRule stop = descent.stop();
    double[] y = new double[m * (problem.data().d() + 1)];
    System.arraycopy(problem.initial().a().toArray(), 0, y, 0, m);
    System.arraycopy(problem.initial().w().toRowMajor(), 0, y, m, y.length - m);
    // half a millionth of a step absorbs the rounding of time / step
    long last = (long) Math.floor(stop.time() / descent.step() + 5e-7);
    long stride = DescentTrajectory.stride(last, y.length);
    DescentStep stepper = new DescentStep(problem);
    boolean[] positive = new boolean[m * problem.data().n()];
    boolean armed = false;
    StopReason reason = null;
    long iteration = 0;
    checkpoints.add(y.clone());
    while (reason == null) {
      double[] velocity = stepper.velocity(y);
      boolean switched = note(stepper.preactivations(), positive, iteration);
      double speed = Math.sqrt(KinkLines.dot(velocity, velocity));
      if (Double.isNaN(speed) || Double.isInfinite(speed)) {
        reason = StopReason.NUMERICAL_FAILURE;
      } else if (iteration >= last) {
        reason = StopReason.END_TIME;
      } else if (switched && stop.atFirstEvent()) {
        reason = StopReason.EVENT;
      } else if (armed && speed <= stop.gradientNorm()) {
        reason = StopReason.GRADIENT_NORM;
      } else if (iteration >= stop.evaluations()) {
        reason = StopReason.EVALUATION_LIMIT;
      } else if (!watcher.proceed(progress(iteration, y))) {
        reason = StopReason.INTERRUPTED;
      } else {
        armed |= speed > stop.gradientNorm() && stop.gradientNorm() > 0;
        for (int i = 0; i < y.length; i++) {
          y[i] += descent.step() * velocity[i];
        }
        iteration++;
        if (iteration % stride == 0) {
          checkpoints.add(y.clone());
        }
      }
    }
    return new DescentTrajectory(problem, descent, iteration, checkpoints, stride, events, reason);
  }

  private RunWatcher.Progress progress(long iteration, double[] y) {
    return new RunWatcher.Progress(
        iteration * descent.step(),
        descent.stop().time(),
        () -> PlainLoss.of(problem, y),
        iteration,
        events.size());
  }

  private boolean note(double[] u, boolean[] positive, long iteration) {
    if (!(problem.network().activation() instanceof Activation.Leaky)) {
      return false;
    }
    int n = problem.data().n();
    boolean any = false;
    for (int i = 0; i < u.length; i++) {
      boolean now = u[i] > 0;
      if (iteration > 0 && now != positive[i]) {
        any = true;
        double time = iteration * descent.step();
        events.add(new Event(time, i / n + 1, i % n + 1, Event.Kind.SWITCH, now ? 1 : -1, 0));
      }
      positive[i] = now;
    }
    return any;
  }
}
