package org.flowproof.proof.kernel;

import java.util.List;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Instantiation;

/** {@code supremum}: {@code X[t] <= Sup[X[tau], {tau, 0, t}]} for a continuous X. */
final class SupremumRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    c.requireContinuousTime();
    Proposition.Comparison goal = c.comparison();
    if (goal.relation() == Proposition.Relation.LESS_OR_EQUAL
        && goal.right() instanceof Term.OverTime o
        && o.fold() == Term.TimeFold.SUPREMUM
        && o.from().equals(Trees.ZERO)
        && o.to().equals(Trees.T)
        && !Trees.mentionsTime(o.body())
        && Trees.same(goal.left(), Instantiation.apply(o.body(), Map.of(o.variable(), Trees.T)))) {
      Continuity.requireFromStart(c, goal.left());
      return c.established(goal);
    }
    throw new Refusal("expected X[t] <= Sup[X[tau], {tau, 0, t}]");
  }

  @Override
  public String trusts() {
    return "a continuous function on a bounded interval has a supremum";
  }
}
