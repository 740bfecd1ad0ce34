package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Proposition.Relation;
import org.flowproof.formula.Term;

/**
 * {@code logarithm}: a comparison in which a side is {@code Log[Q]} follows from Q &gt; 0 and the
 * comparison of the exponentials of both sides, which must follow from the premises: of {@code
 * Log[Q]} the exponential is Q, of 0 it is 1, of anything else E it is {@code Exp[E]} as it stands.
 */
final class LogarithmRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    Proposition.Comparison goal = c.comparison();
    if (goal.relation() == Relation.EQUAL || goal.relation() == Relation.NOT_EQUAL) {
      throw new Refusal("expected a statement with <, <=, > or >=");
    }
    List<Proposition> wanted = new ArrayList<>();
    for (Term side : List.of(goal.left(), goal.right())) {
      if (isLogarithm(side)) {
        wanted.add(new Proposition.Comparison(Relation.GREATER, exponential(side), Trees.ZERO));
      }
    }
    if (wanted.isEmpty()) {
      throw new Refusal("neither side is a logarithm");
    }
    wanted.add(
        new Proposition.Comparison(
            goal.relation(), exponential(goal.left()), exponential(goal.right())));
    List<Proposition> premises = c.premises(false);
    if (!c.from.isEmpty() && premises.isEmpty()) {
      throw new Refusal("no premise speaks about the indices of this step");
    }
    wanted.forEach(p -> c.checks.requireConsequence(premises, p, c.definitions, c.relu()));
    return c.established(goal);
  }

  private static boolean isLogarithm(Term t) {
    return t instanceof Term.Call call && call.function() == Term.Function.LOG;
  }

  private static Term exponential(Term side) {
    if (isLogarithm(side)) {
      return ((Term.Call) side).arguments().get(0);
    }
    return side.equals(Trees.ZERO)
        ? Trees.literal(1)
        : new Term.Call(Term.Function.EXP, List.of(side));
  }

  @Override
  public String trusts() {
    return "the logarithm is increasing and inverse to the exponential function";
  }
}
