package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.flowproof.formula.Proposition;

/**
 * {@code inequality} and {@code rewrite}: a statement about scalars that follows from the premises
 * for all real values, by the SMT solver and by exact sampling. Observables listed under {@code
 * unfold} are replaced by their definitions first; all others, and all sums, are opaque.
 * Denominators and arguments of roots are shown to be admissible.
 */
final class ConsequenceRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    Set<String> unfold = c.observables("unfold");
    Proposition goal = c.shows();
    Proposition wanted = c.definitions.unfold(goal, unfold);
    List<Proposition> read = new ArrayList<>(c.premises(false));
    read.replaceAll(p -> c.definitions.unfold(p, unfold));
    read.add(wanted);
    List<Proposition> premises =
        BelowSums.of(c, false, read).stream().map(p -> c.definitions.unfold(p, unfold)).toList();
    if (!c.from.isEmpty() && premises.isEmpty()) {
      throw new Refusal("no premise speaks about the indices of this step");
    }
    c.checks.requireConsequence(premises, wanted, c.definitions, c.relu());
    return c.established(goal);
  }

  @Override
  public String trusts() {
    return "Z3 on nonlinear real arithmetic";
  }
}
