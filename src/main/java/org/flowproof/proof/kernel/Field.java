package org.flowproof.proof.kernel;

import java.util.Set;
import java.util.function.Function;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Dot;

/** How things move, shown to come from the loss before it is used. */
interface Field {

  /** How atoms change along the flow; everything but the kept observables is unfolded. */
  Function<Term.Observed, Dot> dots(Set<String> keep);

  /**
   * Shows that the field is the negative gradient of the loss.
   *
   * @throws Refusal when it is not
   */
  void derive(Checks checks);
}
