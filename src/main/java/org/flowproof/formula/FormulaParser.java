package org.flowproof.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.formula.FormulaException.Reason;

/**
 * Reads formula text into resolved trees. Closed by default: what is not in the language or in the
 * vocabulary is refused, with position, symbol and where possible a suggestion.
 *
 * <p>Binding from loose to tight: {@code ||}, {@code &&}, comparison (does not chain), {@code + -},
 * {@code * /}, unary minus, {@code ^} (to the right). So {@code -a^2} is {@code -(a^2)}.
 *
 * <p>Bounds: {@value Lexer#MAX_LENGTH} characters, {@value #MAX_NESTING} brackets inside each
 * other, {@value Scope#MAX_RANGES} ranges inside each other, trees of height {@value
 * Parsed#MAX_DEPTH}, constant exponents up to {@value Exponents#MAX}.
 */
public final class FormulaParser {
  static final int MAX_NESTING = 100;

  private final TokenStream tokens;
  private final Scope scope;
  private final BracketParser brackets;
  private int nesting;

  private FormulaParser(String text, Vocabulary vocabulary) {
    this.tokens = new TokenStream(text);
    this.scope = new Scope(vocabulary);
    this.brackets = new BracketParser(tokens, scope, this::expression);
  }

  /**
   * Reads a statement.
   *
   * @throws FormulaException when the text is not a statement of the language over these names
   */
  public static Proposition proposition(String text, Vocabulary vocabulary) {
    return new FormulaParser(text, vocabulary).whole().asProposition();
  }

  /**
   * Reads a numeric expression.
   *
   * @throws FormulaException when the text is not a term of the language over these names
   */
  public static Term term(String text, Vocabulary vocabulary) {
    return new FormulaParser(text, vocabulary).whole().asTerm();
  }

  private Parsed whole() {
    Parsed parsed = expression();
    if (tokens.peek().kind() != Token.Kind.END) {
      throw tokens.unexpected(
          tokens.peek().kind() == Token.Kind.SYMBOL
              ? "expected an operator or the end"
              : "expected an operator or the end (a product needs *)");
    }
    return parsed;
  }

  private Parsed expression() {
    Token first = tokens.peek();
    enter(first);
    List<Parsed> parts = new ArrayList<>();
    do {
      parts.add(conjunction());
    } while (tokens.accept("||"));
    nesting--;
    return parts.size() == 1
        ? parts.get(0)
        : Parsed.of(
            new Proposition.Or(parts.stream().map(Parsed::asProposition).toList()), first, parts);
  }

  private void enter(Token first) {
    if (++nesting > MAX_NESTING) {
      throw new FormulaException(
          Reason.TOO_DEEP,
          first.position(),
          first.shown(),
          "expected at most " + MAX_NESTING + " brackets or exponents inside each other");
    }
  }

  private Parsed conjunction() {
    Token first = tokens.peek();
    List<Parsed> parts = new ArrayList<>();
    do {
      parts.add(comparison());
    } while (tokens.accept("&&"));
    return parts.size() == 1
        ? parts.get(0)
        : Parsed.of(
            new Proposition.And(parts.stream().map(Parsed::asProposition).toList()), first, parts);
  }

  private Parsed comparison() {
    Parsed left = sum();
    Optional<Proposition.Relation> relation = relation(tokens.peek());
    if (relation.isEmpty()) {
      return left;
    }
    tokens.take();
    Parsed right = sum();
    Term leftTerm = left.asTerm();
    Term rightTerm = right.asTerm();
    if (relation(tokens.peek()).isPresent()) {
      throw tokens.unexpected("comparisons do not chain; join two of them with &&");
    }
    return Parsed.of(
        new Proposition.Comparison(relation.get(), leftTerm, rightTerm),
        left.first(),
        List.of(left, right));
  }

  private static Optional<Proposition.Relation> relation(Token token) {
    for (Proposition.Relation relation : Proposition.Relation.values()) {
      if (token.is(relation.symbol())) {
        return Optional.of(relation);
      }
    }
    return Optional.empty();
  }

  private Parsed sum() {
    Parsed left = product();
    while (tokens.peek().is("+") || tokens.peek().is("-")) {
      boolean plus = tokens.take().is("+");
      if (!plus && tokens.peek().is("-")) {
        throw tokens.unexpected("expected a number; write a-(-b) with parentheses");
      }
      left = operation(plus ? Term.Operator.PLUS : Term.Operator.MINUS, left, product());
    }
    return left;
  }

  private Parsed product() {
    Parsed left = signed();
    while (tokens.peek().is("*") || tokens.peek().is("/")) {
      boolean times = tokens.take().is("*");
      left = operation(times ? Term.Operator.TIMES : Term.Operator.DIVIDE, left, signed());
    }
    return left;
  }

  private Parsed signed() {
    Token first = tokens.peek();
    if (!tokens.accept("-")) {
      return power();
    }
    if (tokens.peek().is("-")) {
      throw tokens.unexpected("expected a number; write -(-a) with parentheses");
    }
    Parsed operand = power();
    return Parsed.of(new Term.Negation(operand.asTerm()), first, operand);
  }

  private Parsed power() {
    Parsed base = atom();
    if (!tokens.peek().is("^")) {
      return base;
    }
    Token sign = tokens.take();
    enter(sign);
    Parsed exponent = signed();
    nesting--;
    Exponents.check(exponent);
    return operation(Term.Operator.POWER, base, exponent);
  }

  private static Parsed operation(Term.Operator operator, Parsed left, Parsed right) {
    return Parsed.of(
        new Term.Operation(operator, left.asTerm(), right.asTerm()), left.first(), left, right);
  }

  private Parsed atom() {
    Token token = tokens.peek();
    if (token.kind() == Token.Kind.NUMBER) {
      tokens.take();
      return Parsed.of(new Term.Literal(token.value()), token);
    }
    if (token.kind() == Token.Kind.NAME) {
      return brackets.named();
    }
    if (tokens.accept("(")) {
      Parsed inner = expression();
      tokens.expect(")");
      return inner;
    }
    throw tokens.unexpected("expected a number, a name or '('");
  }
}
