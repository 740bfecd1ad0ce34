package org.flowproof.check;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.flow.StartOnly;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.formula.Ball;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Term;
import org.flowproof.formula.Valuation;
import org.flowproof.problem.Draws;
import org.flowproof.problem.Problem;

/**
 * Values at the start of a problem with a horizon of choice. Rescaled starts share what depends on
 * the data alone, which may be expensive.
 */
final class StartValues implements Valuation<Ball> {
  private final Problem problem;
  private final double horizon;
  private final Valuation<Ball> data;
  private final Valuation<Ball> start;

  private StartValues(
      Problem problem, double horizon, Valuation<Ball> data, Valuation<Ball> start) {
    this.problem = problem;
    this.horizon = horizon;
    this.data = data;
    this.start = start;
  }

  static StartValues of(Problem problem, double horizon) {
    Valuation<Ball> values = TrajectoryValuation.of(new StartOnly(problem, horizon));
    return new StartValues(problem, horizon, values, values);
  }

  /** The same data with the initial weights times a factor: of their law, what its scale scales. */
  StartValues scaled(double factor, Draws draws) {
    Problem other = problem.from(draws.times(problem.initial(), factor), problem.initialOrigin());
    return new StartValues(
        other, horizon, data, TrajectoryValuation.of(new StartOnly(other, horizon)));
  }

  /** The same start with another horizon. */
  StartValues until(double other) {
    return new StartValues(problem, other, data, start);
  }

  Problem problem() {
    return problem;
  }

  /** Exact values at the same start, for ties. */
  ExactValuation exact() {
    return new ExactValuation(new StartOnly(problem, horizon));
  }

  @Override
  public int size(IndexKind kind) {
    return start.size(kind);
  }

  @Override
  public Ball constant(String name) {
    return name.equals("endTime") ? Ball.exact(horizon) : data.constant(name);
  }

  @Override
  public Ball observable(String name, List<Integer> indices, int primes, Ball time) {
    boolean timed = ObservableCatalogue.standard().find(name).filter(s -> s.timed()).isPresent();
    return timed
        ? start.observable(name, indices, primes, time)
        : indices.isEmpty() ? constant(name) : data.observable(name, indices, primes, time);
  }

  @Override
  public Ball overTime(Term.TimeFold fold, Ball from, Ball to, Function<Ball, Ball> body) {
    throw new NoValueException("only the start is known");
  }

  /** All values of indices of this problem. */
  List<Map<String, Integer>> indices(Map<String, IndexKind> generic) {
    return IndexValues.all(Map.of(), generic, IndexValues.sizes(problem));
  }
}
