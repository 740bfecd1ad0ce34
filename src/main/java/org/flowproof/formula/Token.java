package org.flowproof.formula;

/**
 * A lexical unit.
 *
 * @param text as written; empty at the end of the formula
 * @param position 0-based offset
 * @param value the exact number of a number token, otherwise {@code null}
 */
record Token(Kind kind, String text, int position, Rational value) {

  /** What a token is. */
  enum Kind {
    NUMBER,
    NAME,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean opens() {
    return is("(") || is("[") || is("{");
  }

  boolean closes() {
    return is(")") || is("]") || is("}");
  }

  /** For messages. */
  String shown() {
    return kind == Kind.END ? "end of formula" : text;
  }
}
