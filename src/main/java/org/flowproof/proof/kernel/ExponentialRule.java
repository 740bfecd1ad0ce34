package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Proposition.Relation;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;

/**
 * {@code exponential}: a comparison in which a side is {@code Exp[E]} follows from the comparison
 * of the logarithms of both sides, which must follow from the premises: of {@code Exp[E]} the
 * logarithm is E, of 1 it is 0, of anything else Q it is {@code Log[Q]} as it stands, once Q &gt; 0
 * is shown.
 */
final class ExponentialRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    Proposition.Comparison goal = c.comparison();
    if (!isExponential(goal.left()) && !isExponential(goal.right())) {
      throw new Refusal("neither side is an exponential");
    }
    List<Proposition> wanted = new ArrayList<>();
    for (Term side : List.of(goal.left(), goal.right())) {
      if (!isExponential(side) && !isOne(side)) {
        wanted.add(new Proposition.Comparison(Relation.GREATER, side, Trees.ZERO));
      }
    }
    wanted.add(
        new Proposition.Comparison(
            goal.relation(), logarithm(goal.left()), logarithm(goal.right())));
    List<Proposition> premises = c.premises(false);
    if (!c.from.isEmpty() && premises.isEmpty()) {
      throw new Refusal("no premise speaks about the indices of this step");
    }
    wanted.forEach(p -> c.checks.requireConsequence(premises, p, c.definitions, c.relu()));
    return c.established(goal);
  }

  private static boolean isExponential(Term t) {
    return t instanceof Term.Call call && call.function() == Term.Function.EXP;
  }

  private static boolean isOne(Term t) {
    return t instanceof Term.Literal l && l.value().equals(Rational.ONE);
  }

  private static Term logarithm(Term side) {
    if (isExponential(side)) {
      return ((Term.Call) side).arguments().get(0);
    }
    return isOne(side) ? Trees.ZERO : new Term.Call(Term.Function.LOG, List.of(side));
  }

  @Override
  public String trusts() {
    return "the exponential function is increasing and inverse to the logarithm";
  }
}
