package org.flowproof.proof.kernel;

import java.util.List;
import java.util.Map;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Proposition.Relation;
import org.flowproof.formula.Term;
import org.flowproof.proof.StepScope;
import org.flowproof.proof.exact.Instantiation;

/**
 * {@code sum-over}: adds a weak inequality or an equation over an index (key {@code over}) for
 * every value of which it is known; an empty range gives {@code 0 <= 0}. Strict signs are refused:
 * they are lost when the range is empty.
 */
final class SumOverRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    String over = c.parameter("over");
    Proposition.Comparison goal = c.comparison();
    if (goal.relation() == Relation.LESS
        || goal.relation() == Relation.GREATER
        || goal.relation() == Relation.NOT_EQUAL) {
      throw new Refusal("a strict comparison cannot be summed");
    }
    IndexKind kind = StepScope.LETTERS.get(over);
    if (kind == null || c.indices().containsKey(over)) {
      throw new Refusal("'" + over + "' is not an index that can be summed over here");
    }
    if (c.from.size() != 1) {
      throw new Refusal("the rule sums exactly one premise");
    }
    Map<String, IndexKind> scope = c.indices();
    scope.put(over, kind);
    Fact premise = c.from.get(0);
    if (premise.universals().values().stream().noneMatch(kind::equals)) {
      throw new Refusal("the premise is not known for every " + over);
    }
    for (Proposition p : premise.at(scope)) {
      if (p instanceof Proposition.Comparison term
          && term.relation() == goal.relation()
          && Trees.same(sum(over, kind, term.left()), goal.left())
          && Trees.same(sum(over, kind, term.right()), goal.right())) {
        return c.established(goal);
      }
    }
    throw new Refusal("the sides are not the sums of the premise's sides");
  }

  private static Term sum(String over, IndexKind kind, Term body) {
    return Instantiation.canonical(new Term.Over(Term.Fold.SUM, over, kind.size(), body));
  }

  @Override
  public String trusts() {
    return "finite sums preserve weak inequalities";
  }
}
