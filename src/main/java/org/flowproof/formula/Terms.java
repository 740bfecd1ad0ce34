package org.flowproof.formula;

import java.util.Set;

/** Questions about trees. */
public final class Terms {
  private Terms() {}

  /** Names of the observables with arguments or time in a term. */
  public static Set<String> observables(Term term) {
    throw new UnsupportedOperationException(String.valueOf(term));
  }

  /** Names of the observables with arguments or time in a statement. */
  public static Set<String> observables(Proposition proposition) {
    throw new UnsupportedOperationException(String.valueOf(proposition));
  }

  /** Free plain names: time, sizes, constants, definitions and generic indices. */
  public static Set<String> names(Term term) {
    throw new UnsupportedOperationException(String.valueOf(term));
  }

  /** Free plain names: time, sizes, constants, definitions and generic indices. */
  public static Set<String> names(Proposition proposition) {
    throw new UnsupportedOperationException(String.valueOf(proposition));
  }
}
