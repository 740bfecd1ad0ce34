package org.flowproof.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.flowproof.formula.FormulaException.Reason;

/** Reads what starts with a name: heads with arguments, binders, observables, plain names. */
final class BracketParser {
  private final TokenStream tokens;
  private final Scope scope;
  private final Supplier<Parsed> expression;
  private final ObservableParser observables;

  BracketParser(TokenStream tokens, Scope scope, Supplier<Parsed> expression) {
    this.tokens = tokens;
    this.scope = scope;
    this.expression = expression;
    this.observables = new ObservableParser(tokens, scope);
  }

  Parsed named() {
    Token name = tokens.take();
    if (Heads.head(name.text())) {
      return head(name);
    }
    if (scope.plain(name.text())) {
      return Parsed.of(new Term.Name(name.text()), name);
    }
    return observables.after(name, scope.declared(name.text()).orElseThrow(() -> unknown(name)));
  }

  private FormulaException unknown(Token name) {
    return scope.unknown(name);
  }

  private Parsed head(Token head) {
    if (!tokens.accept("[")) {
      throw tokens.unexpected("expected '[' after " + head.text());
    }
    List<Integer> marks = tokens.argumentMarks();
    boolean binderFirst = !marks.isEmpty() && tokens.peek().is("{");
    boolean binderSecond = marks.size() >= 2 && braceAt(marks.get(1));
    Parsed parsed =
        quantifier(head, marks.size(), binderFirst)
            .or(() -> logical(head, marks.size()))
            .or(() -> timeFold(head, marks, binderSecond))
            .or(() -> fold(head, marks, binderSecond))
            .orElseGet(() -> function(head, marks.size()));
    tokens.expect("]");
    return parsed;
  }

  private boolean braceAt(int mark) {
    int here = tokens.mark();
    tokens.reset(mark);
    boolean brace = tokens.peek().is("{");
    tokens.reset(here);
    return brace;
  }

  private Optional<Parsed> quantifier(Token head, int arguments, boolean binder) {
    for (Proposition.Quantifier quantifier : Proposition.Quantifier.values()) {
      if (quantifier.head().equals(head.text())) {
        requireArity(head, binder && arguments == 2, head.text() + "[{index, m}, statement]");
        IndexBinder bound = indexBinder();
        tokens.expect(",");
        scope.bindIndex(bound.index(), bound.kind());
        Parsed body = expression.get();
        scope.release(bound.index());
        return Optional.of(
            Parsed.of(
                new Proposition.Quantified(
                    quantifier, bound.index().text(), bound.kind().size(), body.asProposition()),
                head,
                List.of(body)));
      }
    }
    return Optional.empty();
  }

  private Optional<Parsed> logical(Token head, int arguments) {
    if (head.text().equals(Heads.NOT)) {
      requireArity(head, arguments == 1, "Not[statement]");
      Parsed operand = expression.get();
      return Optional.of(
          Parsed.of(new Proposition.Not(operand.asProposition()), head, List.of(operand)));
    }
    if (head.text().equals(Heads.IMPLIES)) {
      requireArity(head, arguments == 2, "Implies[statement, statement]");
      Parsed premise = expression.get();
      tokens.expect(",");
      Parsed consequence = expression.get();
      return Optional.of(
          Parsed.of(
              new Proposition.Implies(premise.asProposition(), consequence.asProposition()),
              head,
              List.of(premise, consequence)));
    }
    return Optional.empty();
  }

  private Optional<Parsed> timeFold(Token head, List<Integer> marks, boolean binder) {
    for (Term.TimeFold fold : Term.TimeFold.values()) {
      if (fold.head().equals(head.text())) {
        requireArity(head, binder && marks.size() == 2, head.text() + "[term, {tau, 0, t}]");
        int bodyMark = tokens.mark();
        tokens.reset(marks.get(1));
        tokens.expect("{");
        Token variable = tokens.expectName("a time variable");
        tokens.expect(",");
        Term from = observables.time();
        tokens.expect(",");
        Term to = observables.time();
        tokens.expect("}");
        int after = tokens.mark();
        tokens.reset(bodyMark);
        scope.bindTime(variable);
        Parsed body = expression.get();
        scope.release(variable);
        tokens.expect(",");
        tokens.reset(after);
        return Optional.of(
            Parsed.of(
                new Term.OverTime(fold, variable.text(), from, to, body.asTerm()), head, body));
      }
    }
    return Optional.empty();
  }

  private Optional<Parsed> fold(Token head, List<Integer> marks, boolean binder) {
    for (Term.Fold fold : Term.Fold.values()) {
      if (fold.head().equals(head.text()) && (binder || fold == Term.Fold.SUM)) {
        requireArity(head, binder && marks.size() == 2, head.text() + "[term, {index, m}]");
        int bodyMark = tokens.mark();
        tokens.reset(marks.get(1));
        IndexBinder bound = indexBinder();
        int after = tokens.mark();
        tokens.reset(bodyMark);
        scope.bindIndex(bound.index(), bound.kind());
        Parsed body = expression.get();
        scope.release(bound.index());
        tokens.expect(",");
        tokens.reset(after);
        return Optional.of(
            Parsed.of(
                new Term.Over(fold, bound.index().text(), bound.kind().size(), body.asTerm()),
                head,
                body));
      }
    }
    return Optional.empty();
  }

  private Parsed function(Token head, int arguments) {
    for (Term.Function function : Term.Function.values()) {
      if (function.head().equals(head.text())) {
        requireArity(head, arguments == function.arity(), usage(function));
        List<Parsed> parts = new ArrayList<>();
        parts.add(expression.get());
        while (parts.size() < arguments) {
          tokens.expect(",");
          parts.add(expression.get());
        }
        return Parsed.of(
            new Term.Call(function, parts.stream().map(Parsed::asTerm).toList()),
            head,
            parts.toArray(Parsed[]::new));
      }
    }
    throw new IllegalStateException("head without reading: " + head.text());
  }

  private static String usage(Term.Function function) {
    return function.arity() == 1
        ? function.head() + "[number]"
        : function.head() + "[a, b] or " + function.head() + "[term, {index, m}]";
  }

  private static void requireArity(Token head, boolean right, String usage) {
    if (!right) {
      throw new FormulaException(
          Reason.WRONG_ARITY, head.position(), head.text(), "expected " + usage);
    }
  }

  private record IndexBinder(Token index, IndexKind kind) {}

  private IndexBinder indexBinder() {
    tokens.expect("{");
    Token index = tokens.expectName("an index name");
    tokens.expect(",");
    Token size = tokens.expectName("the size m, n or d");
    IndexKind kind =
        IndexKind.ofSize(size.text())
            .orElseThrow(
                () ->
                    new FormulaException(
                        Reason.WRONG_INDEX,
                        size.position(),
                        size.text(),
                        "expected the size m (neurons), n (samples) or d (coordinates)"));
    tokens.expect("}");
    return new IndexBinder(index, kind);
  }
}
