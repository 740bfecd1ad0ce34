package org.flowproof.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.flowproof.formula.FormulaException.Reason;

/**
 * Cuts formula text into tokens. ASCII only: characters that look like others, that are invisible,
 * or that change the reading direction are refused by code point.
 */
final class Lexer {
  static final int MAX_LENGTH = 4000;
  static final int MAX_DIGITS = 1000;
  static final int MAX_DECIMAL_EXPONENT = 400;

  private static final Pattern NUMBER =
      Pattern.compile("(0|[1-9][0-9]*)(\\.[0-9]+)?(e[+-]?[0-9]+)?");
  private static final List<String> SYMBOLS =
      List.of(
          "==", "!=", "<=", ">=", "&&", "||", "<", ">", "+", "-", "*", "/", "^", "(", ")", "[", "]",
          "{", "}", ",", "'");

  private final String text;
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /** All tokens, ended by one of kind END. */
  static List<Token> tokens(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new FormulaException(
          Reason.TOO_LONG,
          MAX_LENGTH,
          "character " + (MAX_LENGTH + 1),
          "expected at most " + MAX_LENGTH + " characters, found " + text.length());
    }
    return new Lexer(text).run();
  }

  private List<Token> run() {
    List<Token> tokens = new ArrayList<>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else {
        Token token = next(c);
        tokens.add(token);
        at = token.position() + token.text().length();
      }
    }
    tokens.add(new Token(Token.Kind.END, "", text.length(), null));
    return tokens;
  }

  private Token next(char c) {
    if (digit(c) || (c == '.' && at + 1 < text.length() && digit(text.charAt(at + 1)))) {
      return number();
    }
    if (letter(c)) {
      int end = at;
      while (end < text.length() && (letter(text.charAt(end)) || digit(text.charAt(end)))) {
        end++;
      }
      return new Token(Token.Kind.NAME, text.substring(at, end), at, null);
    }
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        return new Token(Token.Kind.SYMBOL, symbol, at, null);
      }
    }
    throw forbidden();
  }

  private Token number() {
    int end = at;
    while (end < text.length() && partOfNumber(end)) {
      end++;
    }
    String word = text.substring(at, end);
    if (!NUMBER.matcher(word).matches()) {
      throw malformed(word, "expected digits as in 12, 0.5 or 1e-8 (a product needs *)");
    }
    int mark = word.indexOf('e');
    String mantissa = mark < 0 ? word : word.substring(0, mark);
    if (mantissa.length() > MAX_DIGITS) {
      throw malformed(word, "expected at most " + MAX_DIGITS + " digits");
    }
    int exponent = mark < 0 ? 0 : exponent(word, word.substring(mark + 1));
    Rational value = Rational.ofDecimal(new BigDecimal(mantissa).scaleByPowerOfTen(exponent));
    return new Token(Token.Kind.NUMBER, word, at, value);
  }

  private boolean partOfNumber(int i) {
    char c = text.charAt(i);
    if (digit(c) || letter(c) || c == '.' || c == '_') {
      return true;
    }
    // the sign of a decimal exponent, when the word so far is a number and a digit follows
    return (c == '+' || c == '-')
        && text.charAt(i - 1) == 'e'
        && i + 1 < text.length()
        && digit(text.charAt(i + 1))
        && NUMBER.matcher(text.substring(at, i - 1)).matches();
  }

  private int exponent(String word, String digits) {
    int value = digits.length() > 5 ? Integer.MAX_VALUE : Math.abs(Integer.parseInt(digits));
    if (value > MAX_DECIMAL_EXPONENT) {
      throw malformed(
          word, "expected a decimal exponent between -" + MAX_DECIMAL_EXPONENT + " and 400");
    }
    return digits.startsWith("-") ? -value : value;
  }

  private FormulaException malformed(String word, String expected) {
    String shown = word.length() > 40 ? word.substring(0, 40) + "..." : word;
    return new FormulaException(Reason.MALFORMED_NUMBER, at, shown, expected);
  }

  private FormulaException forbidden() {
    int codePoint = text.codePointAt(at);
    String name = String.format(Locale.ROOT, "U+%04X", codePoint);
    boolean printable = codePoint > ' ' && codePoint < 127;
    String expected =
        switch (codePoint) {
          case '=' -> "write == for equality";
          case '&' -> "write && for and";
          case '|' -> "write || for or, Abs[...] for the absolute value";
          case '!' -> "write Not[...] or !=";
          case 0x2212, 0x2013, 0x2014, 0x2010, 0x2011, 0xFF0D -> "did you mean the ASCII minus -?";
          case 0x00D7, 0x22C5, 0x00B7, 0x2217 -> "did you mean *?";
          case 0x2264 -> "did you mean <=?";
          case 0x2265 -> "did you mean >=?";
          case 0x2260 -> "did you mean !=?";
          case 0x2032, 0x2019 -> "did you mean the ASCII prime '?";
          default -> "expected ASCII letters, digits and + - * / ^ ( ) [ ] { } , ' < > = ! & |";
        };
    return printable
        ? new FormulaException(
            Reason.FORBIDDEN_CHARACTER, at, Character.toString(codePoint), name + "; " + expected)
        : new FormulaException(Reason.FORBIDDEN_CHARACTER, at, name, expected);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
