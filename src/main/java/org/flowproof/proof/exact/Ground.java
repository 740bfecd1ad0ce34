package org.flowproof.proof.exact;

import java.util.List;
import org.flowproof.formula.Rational;

/** A rational expression in named scalars, at one choice of sizes: no sums, no indices. */
public sealed interface Ground {
  /** An exact number. */
  record Num(Rational value) implements Ground {}

  /** A scalar; the name is only a key. */
  record Var(String key) implements Ground {}

  /** A sum; empty is 0. */
  record Plus(List<Ground> parts) implements Ground {}

  /** A product; empty is 1. */
  record Times(List<Ground> parts) implements Ground {}

  /** An integer power. */
  record Power(Ground base, int exponent) implements Ground {}
}
