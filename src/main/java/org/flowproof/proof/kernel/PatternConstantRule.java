package org.flowproof.proof.kernel;

import java.util.List;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;

/**
 * {@code pattern-constant}: {@code s[j,k] == s[j,k,0]} when the range contains {@code t <
 * firstEvent[j]}, which is what {@code firstEvent} means.
 */
final class PatternConstantRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    c.requireContinuousTime();
    c.requireNoPremises();
    if (!c.definitions.network()) {
      throw new Refusal("the rule is about the two-layer network");
    }
    Proposition.Comparison e = c.equation();
    if (e.left() instanceof Term.Observed gate
        && gate.name().equals("s")
        && gate.primes() == 0
        && Trees.T.equals(gate.time())
        && Trees.same(e.right(), Trees.at(gate, Trees.ZERO))) {
      if (!c.range.patternConstant(gate.indices().get(0))) {
        throw new Refusal("the range must contain t < firstEvent of the neuron");
      }
      return c.established(e);
    }
    throw new Refusal("expected s[j,k] == s[j,k,0]");
  }

  @Override
  public String trusts() {
    return "before its first event the gates of a neuron are those at time 0";
  }
}
