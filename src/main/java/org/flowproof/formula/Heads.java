package org.flowproof.formula;

import java.util.LinkedHashSet;
import java.util.Set;

/** The fixed words of the language: heads with square brackets, the time, the sizes. */
final class Heads {
  static final String NOT = "Not";
  static final String IMPLIES = "Implies";
  static final String TIME = "t";

  private static final Set<String> ALL = all();

  private Heads() {}

  /** Whether a name is a head, the time or a size, so that nothing else may be called so. */
  static boolean reserved(String name) {
    return head(name) || name.equals(TIME) || IndexKind.ofSize(name).isPresent();
  }

  static boolean head(String name) {
    return ALL.contains(name);
  }

  /** All heads. */
  static Set<String> names() {
    return ALL;
  }

  private static Set<String> all() {
    Set<String> names = new LinkedHashSet<>();
    for (Term.Function function : Term.Function.values()) {
      names.add(function.head());
    }
    for (Term.Fold fold : Term.Fold.values()) {
      names.add(fold.head());
    }
    for (Term.TimeFold fold : Term.TimeFold.values()) {
      names.add(fold.head());
    }
    for (Proposition.Quantifier quantifier : Proposition.Quantifier.values()) {
      names.add(quantifier.head());
    }
    names.add(NOT);
    names.add(IMPLIES);
    return java.util.Collections.unmodifiableSet(names);
  }
}
