package org.flowproof.proof.kernel;

import java.util.List;
import java.util.Set;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Show;

/**
 * {@code cauchy-schwarz}: {@code L <= R} where L is {@code Sum[u*v]^2} and R is {@code
 * Sum[u^2]*Sum[v^2]} over the index {@code over}, both as identities.
 */
final class CauchySchwarzRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    String over = c.parameter("over");
    Term u = c.term("u", over);
    Term v = c.term("v", over);
    Set<String> keep = c.observables("keep");
    Proposition.Comparison goal = c.comparison();
    if (goal.relation() != Proposition.Relation.LESS_OR_EQUAL) {
      throw new Refusal("expected a statement with <=");
    }
    Term left = Trees.square(Trees.sum(over, Trees.times(u, v)));
    Term right = Trees.times(Trees.sum(over, Trees.square(u)), Trees.sum(over, Trees.square(v)));
    c.checks.requireDefined(
        c.premises(false), List.of(goal.left(), goal.right(), left), c.definitions, c.relu());
    same(c, goal.left(), left, keep);
    same(c, goal.right(), right, keep);
    return c.established(goal);
  }

  private static void same(StepContext c, Term given, Term expected, Set<String> keep) {
    Term difference = c.definitions.unfoldExcept(Trees.minus(given, expected), keep);
    c.checks.requireDefined(c.premises(false), List.of(difference), c.definitions, c.relu());
    c.requireZero(difference, Show.of(given) + " == " + Show.of(expected));
  }

  @Override
  public String trusts() {
    return "Cauchy-Schwarz inequality";
  }
}
