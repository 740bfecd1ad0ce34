package org.flowproof.formula;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.formula.FormulaException.Reason;

/** A cursor over tokens with the look-ahead that binders after their body need. */
final class TokenStream {
  private final String text;
  private final List<Token> tokens;
  private int at;

  TokenStream(String text) {
    this.text = text;
    this.tokens = Lexer.tokens(text);
  }

  Token peek() {
    return tokens.get(at);
  }

  Token take() {
    Token token = tokens.get(at);
    if (token.kind() != Token.Kind.END) {
      at++;
    }
    return token;
  }

  boolean accept(String symbol) {
    boolean found = peek().is(symbol);
    if (found) {
      at++;
    }
    return found;
  }

  Token expect(String symbol) {
    if (!peek().is(symbol)) {
      throw unexpected("expected '" + symbol + "'");
    }
    return take();
  }

  Token expectName(String what) {
    if (peek().kind() != Token.Kind.NAME) {
      throw unexpected("expected " + what);
    }
    return take();
  }

  FormulaException unexpected(String expected) {
    return new FormulaException(
        Reason.UNEXPECTED_SYMBOL, peek().position(), peek().shown(), expected);
  }

  int mark() {
    return at;
  }

  void reset(int mark) {
    at = mark;
  }

  /**
   * Where the arguments of a bracket start whose opening sign was just taken. An unclosed bracket
   * counts up to the end.
   *
   * @return marks of the first tokens of the arguments, none for empty brackets
   */
  List<Integer> argumentMarks() {
    List<Integer> marks = new ArrayList<>();
    int depth = 0;
    if (!tokens.get(at).closes()) {
      marks.add(at);
    }
    for (int i = at; depth >= 0 && tokens.get(i).kind() != Token.Kind.END; i++) {
      Token token = tokens.get(i);
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      if (depth == 0 && token.is(",")) {
        marks.add(i + 1);
      }
    }
    return marks;
  }

  /** Whether the argument that starts here is one token, which then is the next one. */
  boolean singleTokenArgument() {
    return tokens.get(at).kind() != Token.Kind.END
        && (tokens.get(at + 1).is(",") || tokens.get(at + 1).closes());
  }

  /** The text of the argument that starts here, for messages. */
  String argumentText() {
    int depth = 0;
    int i = at;
    while (tokens.get(i).kind() != Token.Kind.END) {
      Token token = tokens.get(i);
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      if (depth < 0 || (depth == 0 && token.is(","))) {
        break;
      }
      i++;
    }
    String argument = text.substring(tokens.get(at).position(), tokens.get(i).position()).strip();
    return argument.length() > 40 ? argument.substring(0, 40) + "..." : argument;
  }
}
