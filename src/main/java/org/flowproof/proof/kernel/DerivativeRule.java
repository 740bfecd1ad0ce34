package org.flowproof.proof.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.Setting;
import org.flowproof.proof.exact.Question;
import org.flowproof.proof.exact.Show;

/**
 * {@code derivative-along-flow}: {@code X'[...] == E} for an observable X, by the chain rule with
 * the vector field that was derived from the loss.
 *
 * <p>Side conditions: loss and layers of the model are the ones the field was derived for; gates
 * enter X only through outputs {@code h}, or functions of a setting with gates as slopes (where the
 * chain rule holds for almost every time, because on the set of times at which a preactivation is
 * zero its derivative is zero almost everywhere), or belong to a neuron whose pattern is constant
 * over the range; denominators do not vanish.
 */
final class DerivativeRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    Field field = c.field();
    Proposition.Comparison e = c.equation();
    Term.Observed derivative = Trees.derivativeOnLeft(e);
    if (Trees.any(e.right(), t -> t instanceof Term.Observed o && o.primes() > 0)) {
      throw new Refusal("the right side must not contain derivatives");
    }
    Term.Observed observable = Trees.unprimed(derivative);
    Set<String> keep = new HashSet<>(c.observables("keep"));
    keep.remove(observable.name());
    Term derived = c.definitions.unfoldExcept(observable, keep);
    Term right = c.definitions.unfoldExcept(e.right(), keep);
    if (c.definitions.network() || c.claim.setting().filter(Setting::kinks).isPresent()) {
      Continuity.require(c, observable);
    }
    c.checks.requireDefined(
        BelowSums.of(c, true, observable, derived, e.right(), right),
        List.of(observable, derived, e.right(), right),
        c.definitions,
        c.relu());
    Question question =
        new Question(
            derived,
            new Term.Negation(right),
            field.dots(keep),
            Map.of(),
            c.freeIndices(derived, right));
    field.derive(c.checks);
    c.checks.requireZero(question, Show.of(e));
    return Fact.of(c.universals, e, false);
  }

  @Override
  public String trusts() {
    return "chain rule along the flow for almost every time, with the field derived from the loss";
  }
}
