package org.flowproof.proof.kernel;

import java.util.List;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.TreeRewriter;

/**
 * {@code nonempty}: what holds for every index of a sort and does not mention the index holds,
 * since there is at least one neuron, sample and coordinate.
 */
final class NonemptyRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    if (c.from.size() != 1) {
      throw new Refusal("the rule takes exactly one premise");
    }
    Fact premise = c.from.get(0);
    Proposition goal = c.shows();
    if (premise.universals().isEmpty() || !premise.parts().contains(goal)) {
      throw new Refusal("the premise does not say this for every index");
    }
    if (mentions(goal, premise.universals())) {
      throw new Refusal("the statement depends on the index");
    }
    return Fact.of(Map.of(), goal, premise.restricted());
  }

  private static boolean mentions(Proposition p, Map<String, ?> names) {
    boolean[] found = {false};
    new TreeRewriter() {
      @Override
      protected Term name(Term.Name name) {
        found[0] |= names.containsKey(name.name());
        return name;
      }
    }.proposition(p);
    return found[0];
  }

  @Override
  public String trusts() {
    return "there is at least one neuron, sample and coordinate";
  }
}
