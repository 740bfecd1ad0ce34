package org.flowproof.formula;

/**
 * A formula text that is not in the language. Names the position and the symbol, so that the caller
 * can point into the file it came from.
 */
public final class FormulaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Longest part of a formula that a message repeats. */
  private static final int LONGEST_SYMBOL = 60;

  private final Reason reason;
  private final int position;
  private final String symbol;
  private final String expected;

  /**
   * @param position 0-based offset of the offending symbol in the text
   * @param symbol the offending symbol, printable
   * @param expected what would have been accepted, with a suggestion where there is one
   */
  public FormulaException(Reason reason, int position, String symbol, String expected) {
    super(
        reason.text() + " '" + shown(symbol) + "' at position " + (position + 1) + ": " + expected);
    this.reason = reason;
    this.position = position;
    this.symbol = shown(symbol);
    this.expected = expected;
  }

  /** One line, however the formula was broken into lines. */
  private static String shown(String symbol) {
    String line = symbol.strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST_SYMBOL ? line.substring(0, LONGEST_SYMBOL) + "..." : line;
  }

  public Reason reason() {
    return reason;
  }

  public int position() {
    return position;
  }

  public String symbol() {
    return symbol;
  }

  /** What would have been accepted, to be read after the word "expected". */
  public String expected() {
    return expected.startsWith("expected ") ? expected.substring("expected ".length()) : expected;
  }

  /** Kinds of refusal. */
  public enum Reason {
    TOO_LONG("formula too long at"),
    TOO_DEEP("formula nested too deeply at"),
    FORBIDDEN_CHARACTER("character not in the language:"),
    MALFORMED_NUMBER("malformed number"),
    UNEXPECTED_SYMBOL("unexpected"),
    UNKNOWN_NAME("unknown name"),
    WRONG_ARITY("wrong number of arguments for"),
    WRONG_INDEX("wrong index"),
    WRONG_TIME("wrong time argument"),
    SHADOWED_NAME("name already in use:"),
    EXPONENT_TOO_LARGE("exponent too large"),
    NOT_A_TERM("a number was expected, found"),
    NOT_A_PROPOSITION("a statement was expected, found");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
