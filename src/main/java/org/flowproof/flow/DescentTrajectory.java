package org.flowproof.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/**
 * The iterates of gradient descent. Between iterates the state is the last iterate. When there are
 * too many to keep, every so-many-th is stored and the others are iterated again when asked for,
 * with the same result to the last bit.
 */
final class DescentTrajectory extends StoredTrajectory {
  private static final long MAX_STORED_NUMBERS = 4_000_000;
  private static final int MAX_LISTED_TIMES = 100_000;

  private final Dynamics.Descent descent;
  private final long iterations;
  private final List<double[]> checkpoints;
  private final long stride;

  DescentTrajectory(
      Problem problem,
      Dynamics.Descent descent,
      long iterations,
      List<double[]> checkpoints,
      long stride,
      List<Event> events,
      StopReason reason) {
    super(
        problem,
        new Summary(
            reason,
            Optional.empty(),
            new Cost(iterations + 1, iterations, events.size()),
            List.copyOf(events),
            DescentState.ERROR_METHOD));
    this.descent = descent;
    this.iterations = iterations;
    this.checkpoints = List.copyOf(checkpoints);
    this.stride = stride;
  }

  /** How many iterations lie between stored states. */
  static long stride(long iterations, int dimension) {
    return Math.max(1, iterations * dimension / MAX_STORED_NUMBERS);
  }

  @Override
  public double endTime() {
    return iterations * descent.step();
  }

  @Override
  public State at(double time) {
    requireInside(time);
    // a time computed as step * iteration must find that iterate
    long iteration = Math.min(iterations, (long) Math.floor(time / descent.step() * (1 + 1e-14)));
    int checkpoint = (int) (iteration / stride);
    double[] y = checkpoints.get(checkpoint).clone();
    DescentStep stepper = new DescentStep(problem());
    for (long i = checkpoint * stride; i < iteration; i++) {
      stepper.advance(y, descent.step());
    }
    return new DescentState(problem(), time, y, iteration);
  }

  /** All iterates, or the stored ones when there are very many. */
  @Override
  public List<Double> stepTimes() {
    long every = iterations <= MAX_LISTED_TIMES ? 1 : Math.max(stride, iterations / 10_000);
    List<Double> times = new ArrayList<>();
    for (long i = 0; i < iterations; i += every) {
      times.add(i * descent.step());
    }
    times.add(endTime());
    return List.copyOf(times);
  }
}
