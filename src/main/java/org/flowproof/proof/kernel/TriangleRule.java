package org.flowproof.proof.kernel;

import java.util.List;
import java.util.Set;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.StepScope;
import org.flowproof.proof.exact.Show;

/** {@code triangle}: {@code Abs[X] <= Sum[Abs[E], ...]} where X is the sum of E. */
final class TriangleRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    String over = c.parameter("over");
    c.requireNoPremises();
    if (!StepScope.LETTERS.containsKey(over)) {
      throw new Refusal("'" + over + "' is not an index letter");
    }
    Proposition.Comparison goal = c.comparison();
    if (goal.relation() == Proposition.Relation.LESS_OR_EQUAL
        && goal.left() instanceof Term.Call whole
        && whole.function() == Term.Function.ABS
        && goal.right() instanceof Term.Over sum
        && sum.fold() == Term.Fold.SUM
        && sum.size().equals(StepScope.LETTERS.get(over).size())
        && sum.body() instanceof Term.Call part
        && part.function() == Term.Function.ABS) {
      Set<String> keep = c.observables("keep");
      Term plain = new Term.Over(Term.Fold.SUM, sum.index(), sum.size(), part.arguments().get(0));
      c.checks.requireDefined(
          List.of(), List.of(goal.left(), goal.right()), c.definitions, c.relu());
      Term difference =
          c.definitions.unfoldExcept(Trees.minus(whole.arguments().get(0), plain), keep);
      c.requireZero(difference, Show.of(whole.arguments().get(0)) + " == " + Show.of(plain));
      return c.established(goal);
    }
    throw new Refusal("expected Abs[X] <= Sum[Abs[E], {" + over + ", ...}]");
  }

  @Override
  public String trusts() {
    return "triangle inequality";
  }
}
