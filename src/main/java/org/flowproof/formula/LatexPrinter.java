package org.flowproof.formula;

import java.util.Map;

/** Prints trees as LaTeX mathematics, without dollar signs. */
public final class LatexPrinter {
  private final Vocabulary vocabulary;
  private final Map<String, String> names;

  /** Prints definitions and indices in the default style. */
  public LatexPrinter(Vocabulary vocabulary) {
    this(vocabulary, Map.of());
  }

  /**
   * @param names LaTeX for where-names and indices, before the default style
   */
  public LatexPrinter(Vocabulary vocabulary, Map<String, String> names) {
    this.vocabulary = vocabulary;
    this.names = Map.copyOf(names);
  }

  /** Mathematics of a term. */
  public String print(Term term) {
    throw new UnsupportedOperationException(term + "" + vocabulary + names);
  }

  /** Mathematics of a statement. */
  public String print(Proposition proposition) {
    throw new UnsupportedOperationException(proposition + "" + vocabulary + names);
  }
}
