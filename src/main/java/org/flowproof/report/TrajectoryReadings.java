package org.flowproof.report;

import java.util.IdentityHashMap;
import java.util.Map;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.CompiledTerm;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Term;

/** Reads formulas on a trajectory, by the same way as the checks do. For one thread. */
final class TrajectoryReadings implements Readings {
  private final TrajectoryValuation valuation;
  private final Compiler<Ball> compiler = new Compiler<>(new BallArithmetic());
  private final Map<Term, CompiledTerm<Ball>> compiled = new IdentityHashMap<>();

  TrajectoryReadings(Trajectory trajectory) {
    this.valuation = TrajectoryValuation.of(trajectory);
  }

  @Override
  public double at(Term term, Map<String, Integer> indices, double time) {
    try {
      return compiled
          .computeIfAbsent(term, compiler::compile)
          .evaluate(valuation, indices, Ball.exact(time))
          .value();
    } catch (NoValueException e) {
      // a division by zero or an overflow: the curve has a gap there
      return Double.NaN;
    }
  }
}
