package org.flowproof.proof;

import org.flowproof.formula.Vocabulary;

/** What a claim speaks about: the two-layer network of cases, or a setting of its own. */
public sealed interface Subject permits Claim.Model, Setting {

  /** The names that formulas about it may use. */
  Vocabulary vocabulary();

  /** Whether time is continuous, so that derivatives along the flow have a meaning. */
  boolean continuousTime();
}
