package org.flowproof.formula;

/** Reads formula text into resolved trees. */
public final class FormulaParser {
  private FormulaParser() {}

  /**
   * Reads a statement.
   *
   * @throws FormulaException when the text is not a statement of the language over these names
   */
  public static Proposition proposition(String text, Vocabulary vocabulary) {
    throw new UnsupportedOperationException(text + vocabulary);
  }

  /**
   * Reads a numeric expression.
   *
   * @throws FormulaException when the text is not a term of the language over these names
   */
  public static Term term(String text, Vocabulary vocabulary) {
    throw new UnsupportedOperationException(text + vocabulary);
  }
}
