package org.flowproof.flow;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Vectors;

/**
 * Whether, and where inside a step, a run ends because its velocity or its loss is small enough.
 */
public final class EarlyEnd {
  private final SpeedRule slow;
  private final double speed;
  private final Predicate<double[]> low;
  private final int bisections;

  /**
   * A rule.
   *
   * @param speed bound on the norm of the velocity; 0 for none
   * @param low whether the loss at a state is small enough
   * @param bisections of a step, which place the end in it
   */
  public EarlyEnd(double speed, Predicate<double[]> low, int bisections) {
    this.speed = speed;
    this.low = low;
    this.bisections = bisections;
    slow = new SpeedRule(speed);
  }

  /**
   * An end.
   *
   * @param time the first that bisection finds
   * @param reason which rule
   */
  public record Place(double time, StopReason reason) {}

  /** The rule on the velocity, which is to be told the one at the start. */
  public SpeedRule slow() {
    return slow;
  }

  /** Whether the run ends before it has begun. */
  public boolean atStart(double[] state) {
    return low.test(state);
  }

  /**
   * The end in a step.
   *
   * @param state at the end of the step
   * @param velocity there; asked for when there is a rule on it
   * @param inside the velocity at a state inside the step
   */
  public Optional<Place> in(
      DenseOutput piece,
      double[] state,
      Supplier<double[]> velocity,
      UnaryOperator<double[]> inside) {
    boolean bySpeed = slow.watches() && slow.met(velocity.get());
    boolean byLoss = low.test(state);
    if (!bySpeed && !byLoss) {
      return Optional.empty();
    }
    double slowAt =
        bySpeed
            ? first(piece, y -> !(Vectors.norm(inside.apply(y)) > speed))
            : Double.POSITIVE_INFINITY;
    double lowAt = byLoss ? first(piece, low) : Double.POSITIVE_INFINITY;
    return Optional.of(
        lowAt <= slowAt
            ? new Place(lowAt, StopReason.LOSS)
            : new Place(slowAt, StopReason.GRADIENT_NORM));
  }

  /** A time in a piece at which a rule is met, and just before which it is not. */
  private double first(DenseOutput piece, Predicate<double[]> met) {
    double lo = piece.start();
    double hi = piece.end();
    for (int i = 0; i < bisections; i++) {
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
