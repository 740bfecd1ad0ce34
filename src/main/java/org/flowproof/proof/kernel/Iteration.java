package org.flowproof.proof.kernel;

import java.util.Set;
import org.flowproof.formula.Term;

/** How one iteration changes the state. */
interface Iteration {

  /** The time after {@code t}. */
  Term next();

  /** Where the increments come from. */
  Field field();

  /**
   * The value of an observable at the next time by values at {@code t}; itself when it is not part
   * of the state. Bound names of the result are new.
   *
   * @param o at the next time
   * @param keep what stays an abbreviation in the increment
   */
  Term value(Term.Observed o, Set<String> keep);

  /** An observable of the next time at {@code t}. */
  static Term.Observed now(Term.Observed o) {
    return new Term.Observed(o.name(), o.primes(), o.indices(), Trees.T);
  }
}
