package org.flowproof.formula;

import java.util.List;

/**
 * The derivative of a term by one of its names. Sums over indices, observables and folds over time
 * are not differentiated, nor is what has kinks. Zeros and ones that the rules bring along are left
 * out; nothing else is simplified.
 */
public final class Derivative {
  private static final Term ZERO = new Term.Literal(Rational.ZERO);
  private static final Term ONE = new Term.Literal(Rational.ONE);

  private final String name;

  private Derivative(String name) {
    this.name = name;
  }

  /**
   * The derivative.
   *
   * @param term of literals, names, arithmetic and elementary functions
   * @param name what it is differentiated by; other names are constants
   * @throws IllegalArgumentException when the term holds something that has no derivative here; the
   *     message is for readers
   */
  public static Term of(Term term, String name) {
    return new Derivative(name).derivative(term);
  }

  private Term derivative(Term term) {
    if (term instanceof Term.Literal) {
      return ZERO;
    }
    if (term instanceof Term.Name variable) {
      return variable.name().equals(name) ? ONE : ZERO;
    }
    if (term instanceof Term.Negation negation) {
      return negated(derivative(negation.operand()));
    }
    if (term instanceof Term.Operation operation) {
      return operation(operation);
    }
    if (term instanceof Term.Call call) {
      Term inner = derivative(call.arguments().get(0));
      return times(outer(call), inner);
    }
    throw new IllegalArgumentException("no derivative of " + TextPrinter.print(term));
  }

  private Term operation(Term.Operation operation) {
    Term left = operation.left();
    Term right = operation.right();
    Term first = derivative(left);
    return switch (operation.operator()) {
      case PLUS -> plus(first, derivative(right));
      case MINUS -> minus(first, derivative(right));
      case TIMES -> plus(times(first, right), times(left, derivative(right)));
      case DIVIDE -> {
        Term second = derivative(right);
        yield second.equals(ZERO)
            ? divided(first, right)
            : divided(
                minus(times(first, right), times(left, second)),
                new Term.Operation(Term.Operator.POWER, right, number(2)));
      }
      case POWER -> power(operation, first);
    };
  }

  private Term power(Term.Operation power, Term first) {
    Term second = derivative(power.right());
    if (!second.equals(ZERO)) {
      // f^g is exp(g log f)
      Term log = new Term.Call(Term.Function.LOG, List.of(power.left()));
      Term rate = plus(times(second, log), divided(times(power.right(), first), power.left()));
      return times(power, rate);
    }
    if (first.equals(ZERO)) {
      return ZERO;
    }
    Term lower = less(power.right());
    Term rest =
        lower.equals(ZERO)
            ? ONE
            : lower.equals(ONE)
                ? power.left()
                : new Term.Operation(Term.Operator.POWER, power.left(), lower);
    return times(times(power.right(), rest), first);
  }

  private static Term less(Term exponent) {
    return exponent instanceof Term.Literal literal && literal.value().compareTo(Rational.ONE) >= 0
        ? new Term.Literal(literal.value().minus(Rational.ONE))
        : exponent instanceof Term.Negation negation
                && negation.operand() instanceof Term.Literal literal
            ? new Term.Negation(new Term.Literal(literal.value().plus(Rational.ONE)))
            : new Term.Operation(Term.Operator.MINUS, exponent, ONE);
  }

  /** The derivative of an elementary function at its argument. */
  private static Term outer(Term.Call call) {
    Term x = call.arguments().get(0);
    return switch (call.function()) {
      case SQRT -> divided(ONE, times(number(2), call));
      case EXP -> call;
      case LOG -> divided(ONE, x);
      case SINH -> new Term.Call(Term.Function.COSH, List.of(x));
      case COSH -> new Term.Call(Term.Function.SINH, List.of(x));
      case TANH -> minus(ONE, new Term.Operation(Term.Operator.POWER, call, number(2)));
      case ARTANH ->
          divided(ONE, minus(ONE, new Term.Operation(Term.Operator.POWER, x, number(2))));
      case SIN -> new Term.Call(Term.Function.COS, List.of(x));
      case COS -> negated(new Term.Call(Term.Function.SIN, List.of(x)));
      case ABS, MAX, MIN ->
          throw new IllegalArgumentException(
              call.function().head() + " has kinks, where there is no derivative");
    };
  }

  private static Term number(long value) {
    return new Term.Literal(Rational.of(value));
  }

  private static Term plus(Term left, Term right) {
    return left.equals(ZERO)
        ? right
        : right.equals(ZERO) ? left : new Term.Operation(Term.Operator.PLUS, left, right);
  }

  private static Term minus(Term left, Term right) {
    return right.equals(ZERO)
        ? left
        : left.equals(ZERO) ? negated(right) : new Term.Operation(Term.Operator.MINUS, left, right);
  }

  private static Term times(Term left, Term right) {
    if (left.equals(ZERO) || right.equals(ZERO)) {
      return ZERO;
    }
    return left.equals(ONE)
        ? right
        : right.equals(ONE) ? left : new Term.Operation(Term.Operator.TIMES, left, right);
  }

  private static Term divided(Term left, Term right) {
    return left.equals(ZERO) ? ZERO : new Term.Operation(Term.Operator.DIVIDE, left, right);
  }

  private static Term negated(Term term) {
    return term.equals(ZERO) ? ZERO : new Term.Negation(term);
  }
}
