package org.flowproof.proof.kernel;

import java.util.List;

/**
 * One way to establish something. A rule throws {@link Refusal} unless all its side conditions are
 * checked; it never assumes what it was not given.
 */
interface Rule {

  /** What is established. */
  List<Fact> apply(StepContext context);

  /** The meta-theorem that the rule leans on, one line, for the trusted base. */
  String trusts();
}
