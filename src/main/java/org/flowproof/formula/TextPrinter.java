package org.flowproof.formula;

/** Prints trees as formula text; reading the text again gives the same tree. */
public final class TextPrinter {
  private TextPrinter() {}

  /** The text of a term. */
  public static String print(Term term) {
    throw new UnsupportedOperationException(String.valueOf(term));
  }

  /** The text of a statement. */
  public static String print(Proposition proposition) {
    throw new UnsupportedOperationException(String.valueOf(proposition));
  }
}
