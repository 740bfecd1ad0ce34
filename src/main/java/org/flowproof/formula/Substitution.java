package org.flowproof.formula;

import java.util.Map;

/** Replaces names by the terms that define them. */
public final class Substitution {
  private Substitution() {}

  /**
   * Replaces where-names, also inside the definitions themselves.
   *
   * @throws IllegalArgumentException when definitions refer to each other in a circle or the result
   *     would be unreasonably large
   */
  public static Term expand(Term term, Map<String, Term> definitions) {
    throw new UnsupportedOperationException(term + "" + definitions);
  }

  /**
   * Replaces where-names, also inside the definitions themselves.
   *
   * @throws IllegalArgumentException when definitions refer to each other in a circle or the result
   *     would be unreasonably large
   */
  public static Proposition expand(Proposition proposition, Map<String, Term> definitions) {
    throw new UnsupportedOperationException(proposition + "" + definitions);
  }
}
