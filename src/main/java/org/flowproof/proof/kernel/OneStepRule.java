package org.flowproof.proof.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Show;
import org.flowproof.proof.exact.TreeRewriter;

/**
 * {@code one-step}: the next value of an observable where time is counted, {@code X[..., t+1] ==
 * E}. X is written out in the next values of the state, and these as values plus increments, which
 * were derived from the loss.
 */
final class OneStepRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    Iteration iteration = c.iteration();
    Proposition.Comparison e = c.equation();
    if (!(e.left() instanceof Term.Observed x
        && x.primes() == 0
        && iteration.next().equals(x.time()))) {
      throw new Refusal("the left side must be a value at " + Show.of(iteration.next()));
    }
    Set<String> keep = c.observables("keep");
    // what does not move may stay; what is read at the next time must be written out
    Set<String> still = new HashSet<>(keep);
    still.removeIf(name -> c.claim.vocabulary().find(name).orElseThrow().timed());
    Term written = c.definitions.unfoldBelow(x, still);
    Term next =
        new TreeRewriter() {
          @Override
          protected Term observed(Term.Observed o) {
            return iteration.next().equals(o.time()) && o.primes() == 0
                ? iteration.value(o, keep)
                : o;
          }
        }.term(written);
    Term difference = Trees.minus(next, c.definitions.unfoldBelow(e.right(), keep));
    c.checks.requireDefined(
        BelowSums.of(c, true, x, e.right(), difference),
        List.of(x, e.right(), difference),
        c.definitions,
        c.relu());
    iteration.field().derive(c.checks);
    c.requireZero(org.flowproof.proof.exact.Instantiation.canonical(difference), Show.of(e));
    return Fact.of(c.universals, e, false);
  }

  @Override
  public String trusts() {
    return "one iteration adds step times minus the gradient, derived from the loss";
  }
}
