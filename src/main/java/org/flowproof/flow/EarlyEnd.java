package org.flowproof.flow;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vectors;

/**
 * Whether, and where inside a step, a run ends because its velocity or its loss is small enough.
 */
final class EarlyEnd {
  private static final int BISECTIONS = 40;

  private final SpeedRule slow;
  private final LossRule low;
  private final StepEngine engine;
  private final double speed;

  EarlyEnd(Problem problem, Dynamics.StopRule stop, StepEngine engine) {
    this.engine = engine;
    speed = stop.gradientNorm();
    slow = new SpeedRule(speed);
    low = new LossRule(problem, stop.loss());
  }

  /**
   * An end.
   *
   * @param time the first that bisection finds
   * @param reason which rule
   */
  record Place(double time, StopReason reason) {}

  /** The rule on the velocity. */
  SpeedRule slow() {
    return slow;
  }

  /** Whether the run ends before it has begun. */
  boolean atStart(double[] state) {
    return low.metAt(state);
  }

  /**
   * The end in a step.
   *
   * @param state at the end of the step
   * @param velocity there; asked for when there is a rule on it
   */
  Optional<Place> in(DensePiece piece, double[] state, Supplier<double[]> velocity) {
    boolean bySpeed = slow.watches() && slow.met(velocity.get());
    boolean byLoss = low.metAt(state);
    if (!bySpeed && !byLoss) {
      return Optional.empty();
    }
    double slowAt =
        bySpeed
            ? first(piece, y -> !(norm(engine.velocity(piece.pattern(), y)) > speed))
            : Double.POSITIVE_INFINITY;
    double lowAt = byLoss ? first(piece, low::metAt) : Double.POSITIVE_INFINITY;
    return Optional.of(
        lowAt <= slowAt
            ? new Place(lowAt, StopReason.LOSS)
            : new Place(slowAt, StopReason.GRADIENT_NORM));
  }

  private static double norm(double[] velocity) {
    return Math.sqrt(Vectors.dot(velocity, velocity));
  }

  /** A time in a piece at which a rule is met, and just before which it is not. */
  private static double first(DensePiece piece, Predicate<double[]> met) {
    double lo = piece.start();
    double hi = piece.end();
    for (int i = 0; i < BISECTIONS; i++) {
      double mid = 0.5 * (lo + hi);
      if (met.test(piece.at(mid))) {
        hi = mid;
      } else {
        lo = mid;
      }
    }
    return hi;
  }
}
