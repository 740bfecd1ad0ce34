package org.flowproof.proof.kernel;

import java.util.List;
import org.flowproof.formula.Proposition;

/**
 * {@code conjunction}: several premises together; shows the claim's conclusion unless told other.
 */
final class ConjunctionRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    Proposition goal = c.step.shows() == null ? c.normal.normal(c.claim.conclusion()) : c.shows();
    List<Proposition> known = c.premises(false);
    for (Fact wanted : Fact.of(c.universals, goal, false)) {
      for (Proposition part : wanted.parts()) {
        if (known.stream().noneMatch(p -> Trees.same(p, part))) {
          throw new Refusal("no premise says " + org.flowproof.proof.exact.Show.of(part));
        }
      }
    }
    return c.established(goal);
  }

  @Override
  public String trusts() {
    return "propositional logic";
  }
}
