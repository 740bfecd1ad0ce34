package org.flowproof.proof.kernel;

import java.util.List;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Exponents;
import org.flowproof.proof.exact.Instantiation;

/**
 * {@code supremum}: {@code X[t] <= Sup[X[tau], {tau, 0, t}]} for a continuous X. Accepted for sums,
 * products and powers of weights; gates and quotients are refused.
 */
final class SupremumRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    c.requireContinuousTime();
    c.requireNoPremises();
    Proposition.Comparison goal = c.comparison();
    if (goal.relation() == Proposition.Relation.LESS_OR_EQUAL
        && goal.right() instanceof Term.OverTime o
        && o.fold() == Term.TimeFold.SUPREMUM
        && o.from().equals(Trees.ZERO)
        && o.to().equals(Trees.T)
        && !Trees.mentionsTime(o.body())
        && Trees.same(goal.left(), Instantiation.apply(o.body(), Map.of(o.variable(), Trees.T)))) {
      Term plain = c.definitions.unfoldExcept(goal.left(), java.util.Set.of());
      if (Trees.any(
          plain,
          t ->
              t instanceof Term.Call
                  || t instanceof Term.OverTime
                  || (t instanceof Term.Observed x && (x.primes() > 0 || x.name().equals("s")))
                  || (t instanceof Term.Operation op && mayBePole(op)))) {
        throw new Refusal("the supremum is taken of something that may be discontinuous");
      }
      return c.established(goal);
    }
    throw new Refusal("expected X[t] <= Sup[X[tau], {tau, 0, t}]");
  }

  private static boolean mayBePole(Term.Operation o) {
    return o.operator() == Term.Operator.DIVIDE
        || (o.operator() == Term.Operator.POWER && Exponents.integer(o.right()) < 0);
  }

  @Override
  public String trusts() {
    return "a continuous function on a bounded interval has a supremum";
  }
}
