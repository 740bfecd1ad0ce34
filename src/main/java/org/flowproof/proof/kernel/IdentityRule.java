package org.flowproof.proof.kernel;

import java.util.List;
import java.util.Set;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Show;

/**
 * {@code identity}: an equation between rational expressions with sums, true for all values of what
 * is kept (key {@code keep}) and of the primitives. Premises may only serve to show that
 * denominators do not vanish.
 */
final class IdentityRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    Proposition.Comparison e = c.equation();
    Set<String> keep = c.observables("keep");
    Term difference = c.definitions.unfoldExcept(Trees.minus(e.left(), e.right()), keep);
    c.checks.requireDefined(
        BelowSums.of(c, false, e.left(), e.right(), difference),
        List.of(e.left(), e.right(), difference),
        c.definitions,
        c.relu());
    c.requireZero(difference, Show.of(e));
    return c.established(e);
  }

  @Override
  public String trusts() {
    return "sizes theorem for polynomial identities with sums";
  }
}
