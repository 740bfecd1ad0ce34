package org.flowproof.proof.kernel;

import java.util.List;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Proposition.Relation;
import org.flowproof.formula.Term;

/**
 * {@code keeps-sign}: {@code X > 0} (or {@code X < 0}) at every time of the range, for a continuous
 * X that has this sign at time 0 and is nowhere zero in the range. Premises that hold at the end of
 * the interval only are refused.
 */
final class KeepsSignRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    c.requireContinuousTime();
    Proposition.Comparison goal = c.comparison();
    if ((goal.relation() != Relation.GREATER && goal.relation() != Relation.LESS)
        || !goal.right().equals(Trees.ZERO)) {
      throw new Refusal("expected X > 0 or X < 0");
    }
    if (c.anyRestricted()) {
      throw new Refusal("a premise holds at the end of the interval only");
    }
    Term x = goal.left();
    Continuity.requireFromStart(c, x);
    List<Proposition> premises = c.premises(true);
    require(c, premises, new Proposition.Comparison(Relation.NOT_EQUAL, x, Trees.ZERO));
    require(
        c,
        premises,
        new Proposition.Comparison(goal.relation(), Trees.at(x, Trees.ZERO), Trees.ZERO));
    return Fact.of(c.universals, goal, false);
  }

  private static void require(
      StepContext c, List<Proposition> premises, Proposition.Comparison wanted) {
    c.checks.requireConsequence(premises, wanted, c.definitions, c.relu());
  }

  @Override
  public String trusts() {
    return "intermediate value theorem: a continuous function without zeros keeps its sign";
  }
}
