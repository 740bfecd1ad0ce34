package org.flowproof.proof.exact;

import org.flowproof.formula.Term;

/** How an atom changes in time. */
public sealed interface Dot {
  /** It does not. */
  record Constant() implements Dot {}

  /** Its derivative is a given term. */
  record Known(Term derivative) implements Dot {}

  /** It abbreviates a term, and its derivative is that of the term. */
  record Abbreviates(Term definition) implements Dot {}

  /** Its derivative is a factor times the derivative of a term: the chain rule. */
  record Chain(Term factor, Term of) implements Dot {}

  /** Its derivative is not known. */
  record Unknown() implements Dot {}
}
