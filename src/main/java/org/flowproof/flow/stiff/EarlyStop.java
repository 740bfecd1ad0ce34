package org.flowproof.flow.stiff;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.flowproof.flow.SpeedRule;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Vectors;

/**
 * Whether, and where inside a step, a run ends because its velocity or its loss is small enough.
 */
final class EarlyStop {
  private static final int BISECTIONS = 60;

  private final SpeedRule slow;
  private final double speed;
  private final Predicate<double[]> low;
  private final UnaryOperator<double[]> velocity;

  /**
   * A rule.
   *
   * @param speed bound on the norm of the velocity; 0 for none
   * @param low whether the loss at a state is small enough
   * @param velocity at a state
   */
  EarlyStop(double speed, Predicate<double[]> low, UnaryOperator<double[]> velocity) {
    this.speed = speed;
    this.low = low;
    this.velocity = velocity;
    slow = new SpeedRule(speed);
  }

  /**
   * An end.
   *
   * @param time the first that bisection finds
   * @param reason which rule
   */
  record Place(double time, StopReason reason) {}

  /** The rule on the velocity, which is to be told the one at the start. */
  SpeedRule slow() {
    return slow;
  }

  /** Whether a run ends before it has begun. */
  boolean atStart(double[] state) {
    return low.test(state);
  }

  /**
   * The end in a step.
   *
   * @param state at the end of the step
   */
  Optional<Place> in(Piece piece, double[] state) {
    boolean bySpeed = slow.watches() && slow.met(velocity.apply(state));
    boolean byLoss = low.test(state);
    if (!bySpeed && !byLoss) {
      return Optional.empty();
    }
    double slowAt =
        bySpeed ? first(piece, y -> norm(velocity.apply(y)) <= speed) : Double.POSITIVE_INFINITY;
    double lowAt = byLoss ? first(piece, low) : Double.POSITIVE_INFINITY;
    return Optional.of(
        lowAt <= slowAt
            ? new Place(lowAt, StopReason.LOSS)
            : new Place(slowAt, StopReason.GRADIENT_NORM));
  }

  private static double norm(double[] v) {
    return Math.sqrt(Vectors.dot(v, v));
  }

  private static double first(Piece piece, Predicate<double[]> met) {
    double lo = piece.start();
    double hi = piece.end();
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = 0.5 * (lo + hi);
      if (met.test(piece.at(middle))) {
        hi = middle;
      } else {
        lo = middle;
      }
    }
    return hi;
  }
}
