package org.flowproof.check;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.flowproof.enclose.claim.LargestEigenvalue;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.Ball;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Substitution;
import org.flowproof.formula.Term;
import org.flowproof.formula.Terms;
import org.flowproof.formula.Valuation;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;

/**
 * Values at the start of a tube, for hypotheses: those of {@link StartValues}, but with no number
 * whose error is only estimated, and none that belongs to a run.
 */
final class TubeStart implements Valuation<Ball> {
  private static final Set<String> ESTIMATED = Set.of("ols", "separator", "rho");
  private static final Set<String> OF_RUNS = Set.of("firstEvent", "lastEvent", "endTime");

  private final Problem problem;
  private final StartValues start;

  TubeStart(Problem problem, double end) {
    this.problem = problem;
    start = StartValues.of(problem, end);
  }

  ExactValuation exact() {
    return start.exact();
  }

  /** What in the hypotheses of a claim is not read on tubes; empty when all is. */
  static String obstacle(Claim claim) {
    for (Proposition hypothesis : claim.hypotheses().values()) {
      Proposition full = Substitution.expand(hypothesis, claim.definitions());
      for (Set<String> names : List.of(Terms.observables(full), Terms.names(full))) {
        for (String name : names) {
          if (ESTIMATED.contains(name)) {
            return "a hypothesis reads " + name + ", which is not known with a bound";
          }
          if (OF_RUNS.contains(name)) {
            return "a hypothesis reads " + name + ", which the start does not tell";
          }
        }
      }
    }
    return "";
  }

  @Override
  public int size(IndexKind kind) {
    return start.size(kind);
  }

  @Override
  public Ball constant(String name) {
    if (name.equals("lambdaMax")) {
      Interval enclosed = LargestEigenvalue.ofSecondMoment(problem.data().x());
      return new Ball(enclosed.midpoint(), enclosed.radius());
    }
    requireKnown(name);
    return start.constant(name);
  }

  @Override
  public Ball observable(String name, List<Integer> indices, int primes, Ball time) {
    if (indices.isEmpty() && time == null) {
      return constant(name);
    }
    requireKnown(name);
    return start.observable(name, indices, primes, time);
  }

  private static void requireKnown(String name) {
    if (ESTIMATED.contains(name) || OF_RUNS.contains(name)) {
      throw new NoValueException(name + " is not read on tubes");
    }
  }

  @Override
  public Ball overTime(Term.TimeFold fold, Ball from, Ball to, Function<Ball, Ball> body) {
    return start.overTime(fold, from, to, body);
  }
}
