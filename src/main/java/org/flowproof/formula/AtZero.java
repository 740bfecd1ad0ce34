package org.flowproof.formula;

import java.util.List;
import java.util.Optional;

/**
 * Simplifies terms read at time 0, so that ties there are seen without numbers: {@code
 * N[0]*Exp[2*M*t]} becomes {@code N[0]} even though {@code M} contains square roots.
 *
 * <p>Every rule keeps the value wherever the original has one; it may add values where the original
 * has none, so callers make sure that the original has a value first.
 */
public final class AtZero {
  private static final Term ZERO = new Term.Literal(Rational.ZERO);
  private static final Term ONE = new Term.Literal(Rational.ONE);
  private static final String TIME = "t";

  private AtZero() {}

  /** The term with {@code t = 0}, simplified. */
  public static Term simplify(Term term) {
    return rewrite(term, TIME, ZERO);
  }

  private static Term rewrite(Term term, String time, Term value) {
    if (term instanceof Term.Name name) {
      return name.name().equals(time) ? value : name;
    } else if (term instanceof Term.Observed o) {
      return new Term.Observed(
          o.name(),
          o.primes(),
          o.indices(),
          o.time() == null ? null : rewrite(o.time(), time, value));
    } else if (term instanceof Term.Negation n) {
      Term operand = rewrite(n.operand(), time, value);
      return operand.equals(ZERO) ? ZERO : new Term.Negation(operand);
    } else if (term instanceof Term.Operation op) {
      return operation(
          op.operator(), rewrite(op.left(), time, value), rewrite(op.right(), time, value));
    } else if (term instanceof Term.Call call) {
      return call(
          call.function(), call.arguments().stream().map(a -> rewrite(a, time, value)).toList());
    } else if (term instanceof Term.Over over) {
      Term body = rewrite(over.body(), time, value);
      return over.fold() == Term.Fold.SUM && body.equals(ZERO)
          ? ZERO
          : new Term.Over(over.fold(), over.index(), over.size(), body);
    } else if (term instanceof Term.OverTime over) {
      return overTime(over, rewrite(over.from(), time, value), rewrite(over.to(), time, value));
    }
    return term;
  }

  private static Term overTime(Term.OverTime over, Term from, Term to) {
    if (!from.equals(to)) {
      return new Term.OverTime(over.fold(), over.variable(), from, to, over.body());
    }
    return over.fold() == Term.TimeFold.INTEGRAL ? ZERO : rewrite(over.body(), over.variable(), to);
  }

  private static Term operation(Term.Operator operator, Term left, Term right) {
    return switch (operator) {
      case PLUS ->
          left.equals(ZERO) ? right : right.equals(ZERO) ? left : plain(operator, left, right);
      case MINUS ->
          right.equals(ZERO) ? left : left.equals(right) ? ZERO : plain(operator, left, right);
      case TIMES -> product(left, right);
      case DIVIDE ->
          left.equals(ZERO)
              ? ZERO
              : right.equals(ONE) ? left : left.equals(right) ? ONE : plain(operator, left, right);
      case POWER -> right.equals(ONE) ? left : plain(operator, left, right);
    };
  }

  private static Term product(Term left, Term right) {
    if (left.equals(ZERO) || right.equals(ZERO)) {
      return ZERO;
    }
    if (left.equals(ONE)) {
      return right;
    }
    if (right.equals(ONE)) {
      return left;
    }
    return cancelled(left, right)
        .or(() -> cancelled(right, left))
        .orElseGet(() -> plain(Term.Operator.TIMES, left, right));
  }

  /** {@code p * (q / p)} is {@code q}. */
  private static Optional<Term> cancelled(Term factor, Term quotient) {
    return quotient instanceof Term.Operation q
            && q.operator() == Term.Operator.DIVIDE
            && q.right().equals(factor)
        ? Optional.of(q.left())
        : Optional.empty();
  }

  private static Term plain(Term.Operator operator, Term left, Term right) {
    return new Term.Operation(operator, left, right);
  }

  private static Term call(Term.Function function, List<Term> arguments) {
    Term first = arguments.get(0);
    boolean zero = first.equals(ZERO);
    return switch (function) {
      case EXP, COSH, COS -> zero ? ONE : inverse(function, Term.Function.LOG, first);
      case TANH -> zero ? ZERO : inverse(function, Term.Function.ARTANH, first);
      case SINH, SQRT, ABS, ARTANH, SIN -> zero ? ZERO : new Term.Call(function, arguments);
      case LOG -> first.equals(ONE) ? ZERO : inverse(function, Term.Function.EXP, first);
      case MAX, MIN -> first.equals(arguments.get(1)) ? first : new Term.Call(function, arguments);
    };
  }

  private static Term inverse(Term.Function outer, Term.Function inner, Term argument) {
    boolean undoes =
        outer != Term.Function.COSH
            && outer != Term.Function.COS
            && argument instanceof Term.Call call
            && call.function() == inner;
    return undoes
        ? ((Term.Call) argument).arguments().get(0)
        : new Term.Call(outer, List.of(argument));
  }
}
