package org.flowproof.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.flowproof.formula.FormulaException.Reason;

/** Reads the prime, indices and time of an observable. */
final class ObservableParser {
  private static final Term NOW = new Term.Name(Heads.TIME);

  private final TokenStream tokens;
  private final Scope scope;

  ObservableParser(TokenStream tokens, Scope scope) {
    this.tokens = tokens;
    this.scope = scope;
  }

  /** Reads on after the name. */
  Parsed after(Token name, Signature signature) {
    int primes = primes(signature);
    if (!tokens.accept("[")) {
      if (!signature.indices().isEmpty()) {
        throw wrongArity(name, signature);
      }
      return signature.timed()
          ? Parsed.of(new Term.Observed(name.text(), primes, List.of(), NOW), name)
          : Parsed.of(new Term.Name(name.text()), name);
    }
    int arguments = tokens.argumentMarks().size();
    int indices = signature.indices().size();
    if (arguments == 0
        || arguments < indices
        || arguments > indices + (signature.timed() ? 1 : 0)) {
      throw wrongArity(name, signature);
    }
    List<Term> arguments0 = new ArrayList<>();
    for (IndexKind kind : signature.indices()) {
      if (!arguments0.isEmpty()) {
        tokens.expect(",");
      }
      arguments0.add(index(kind));
    }
    Term time = signature.timed() ? NOW : null;
    if (arguments > indices) {
      if (indices > 0) {
        tokens.expect(",");
      }
      time = time();
    }
    tokens.expect("]");
    return Parsed.of(new Term.Observed(name.text(), primes, arguments0, time), name);
  }

  private int primes(Signature signature) {
    if (!tokens.peek().is("'")) {
      return 0;
    }
    if (!signature.timed()) {
      throw tokens.unexpected(signature.name() + " does not depend on time");
    }
    tokens.take();
    if (tokens.peek().is("'")) {
      throw tokens.unexpected("expected at most one derivative");
    }
    return 1;
  }

  private Term index(IndexKind kind) {
    Token token = tokens.peek();
    String expected =
        "expected an index of a " + kind.name().toLowerCase(Locale.ROOT) + " or its number from 1";
    if (!tokens.singleTokenArgument()) {
      throw wrongIndex(token, expected);
    }
    if (token.kind() == Token.Kind.NAME) {
      if (scope.index(token.text()).filter(kind::equals).isPresent()) {
        tokens.take();
        return new Term.Name(token.text());
      }
      if (!scope.plain(token.text()) && scope.declared(token.text()).isEmpty()) {
        throw scope.unknown(token);
      }
    } else if (token.text().matches("[1-9][0-9]{0,8}")) {
      tokens.take();
      return new Term.Literal(token.value());
    }
    throw wrongIndex(token, expected);
  }

  /**
   * Reads a time: {@code 0}, {@code t}, a bound time variable, or {@code t+1} ({@code t+eta}) where
   * time is counted in such steps.
   */
  Term time() {
    Token token = tokens.peek();
    Optional<Term> next = scope.nextTime();
    if (next.isPresent() && tokens.argumentText().matches("t *\\+ *" + symbol(next.get()))) {
      tokens.take();
      tokens.take();
      tokens.take();
      return new Term.Operation(Term.Operator.PLUS, NOW, next.get());
    }
    if (tokens.singleTokenArgument()) {
      if (token.kind() == Token.Kind.NAME && scope.time(token.text())) {
        tokens.take();
        return new Term.Name(token.text());
      }
      if (token.text().equals("0")) {
        tokens.take();
        return new Term.Literal(Rational.ZERO);
      }
      if (token.kind() == Token.Kind.NAME
          && !scope.plain(token.text())
          && !Heads.head(token.text())
          && scope.declared(token.text()).isEmpty()) {
        throw scope.unknown(token);
      }
    }
    throw new FormulaException(
        Reason.WRONG_TIME,
        token.position(),
        shown(token),
        "expected 0, t"
            + next.map(n -> ", t+" + symbol(n)).orElse("")
            + " or a bound time variable");
  }

  private static String symbol(Term step) {
    return TextPrinter.print(step);
  }

  private FormulaException wrongIndex(Token token, String expected) {
    return new FormulaException(Reason.WRONG_INDEX, token.position(), shown(token), expected);
  }

  private String shown(Token token) {
    String argument = tokens.argumentText();
    return argument.isEmpty() ? token.shown() : argument;
  }

  private static FormulaException wrongArity(Token name, Signature signature) {
    List<String> arguments = new ArrayList<>();
    signature.indices().forEach(kind -> arguments.add(kind.name().toLowerCase(Locale.ROOT)));
    String all = String.join(", ", arguments);
    String expected;
    if (arguments.isEmpty()) {
      expected =
          signature.timed()
              ? name.text() + " or " + name.text() + "[time]"
              : name.text() + " without brackets";
    } else {
      expected = name.text() + "[" + all + "]";
      expected += signature.timed() ? " or " + name.text() + "[" + all + ", time]" : "";
    }
    return new FormulaException(
        Reason.WRONG_ARITY, name.position(), name.text(), "expected " + expected);
  }
}
