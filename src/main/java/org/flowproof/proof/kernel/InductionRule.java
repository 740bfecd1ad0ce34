package org.flowproof.proof.kernel;

import java.util.List;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.proof.exact.Instantiation;
import org.flowproof.proof.exact.Show;

/**
 * {@code induction}: a statement P(t) at every iteration, from P(0) and from {@code Implies[P(t),
 * P(t+1)]}, both among the premises word for word.
 */
final class InductionRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    Iteration iteration = c.iteration();
    if (!c.range.startsAtZero()) {
      throw new Refusal("the range must start with t >= 0");
    }
    Proposition claim = c.shows();
    if (!Trees.mentionsTime(claim)) {
      throw new Refusal("the statement does not depend on the iteration");
    }
    List<Proposition> known = c.premises(true);
    for (Fact base : Fact.of(Map.of(), at(claim, Trees.ZERO), false)) {
      for (Proposition part : base.parts()) {
        if (!base.universals().isEmpty() || !known.contains(part)) {
          throw new Refusal("no premise gives the start " + Show.of(part));
        }
      }
    }
    Proposition step =
        Instantiation.canonical(new Proposition.Implies(claim, at(claim, iteration.next())));
    if (!known.contains(step)) {
      throw new Refusal("no premise gives the step " + Show.of(step));
    }
    return Fact.of(c.universals, claim, false);
  }

  private static Proposition at(Proposition p, org.flowproof.formula.Term time) {
    return Instantiation.apply(p, Map.of("t", time));
  }

  @Override
  public String trusts() {
    return "induction over the iterations";
  }
}
