package org.flowproof.proof.exact;

import java.util.List;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;

/** Exact values of index-free terms and statements; division by zero throws ArithmeticException. */
public final class Scalars {
  private final Map<String, Rational> values;

  /**
   * @param values of all names that occur
   */
  public Scalars(Map<String, Rational> values) {
    this.values = values;
  }

  /** The value of a term. */
  public Rational value(Term t) {
    if (t instanceof Term.Literal l) {
      return l.value();
    } else if (t instanceof Term.Name n) {
      return values.get(n.name());
    } else if (t instanceof Term.Negation n) {
      return value(n.operand()).negate();
    } else if (t instanceof Term.Operation o) {
      Rational left = value(o.left());
      if (o.operator() == Term.Operator.POWER) {
        return left.pow(Exponents.integer(o.right()));
      }
      Rational right = value(o.right());
      return switch (o.operator()) {
        case PLUS -> left.plus(right);
        case MINUS -> left.minus(right);
        case TIMES -> left.times(right);
        case DIVIDE -> left.dividedBy(right);
        case POWER -> throw new IllegalStateException();
      };
    } else if (t instanceof Term.Call c) {
      List<Rational> x = c.arguments().stream().map(this::value).toList();
      return switch (c.function()) {
        case ABS -> x.get(0).abs();
        case MAX -> x.get(0).compareTo(x.get(1)) >= 0 ? x.get(0) : x.get(1);
        case MIN -> x.get(0).compareTo(x.get(1)) <= 0 ? x.get(0) : x.get(1);
        default -> throw new NotRationalException("not polynomial: " + c.function().head());
      };
    }
    throw new NotRationalException("not polynomial");
  }

  /** Whether a statement holds. */
  public boolean holds(Proposition p) {
    if (p instanceof Proposition.Comparison c) {
      int sign = value(c.left()).compareTo(value(c.right()));
      return switch (c.relation()) {
        case EQUAL -> sign == 0;
        case NOT_EQUAL -> sign != 0;
        case LESS -> sign < 0;
        case LESS_OR_EQUAL -> sign <= 0;
        case GREATER -> sign > 0;
        case GREATER_OR_EQUAL -> sign >= 0;
      };
    } else if (p instanceof Proposition.And a) {
      return a.parts().stream().allMatch(this::holds);
    } else if (p instanceof Proposition.Or o) {
      return o.parts().stream().anyMatch(this::holds);
    } else if (p instanceof Proposition.Not n) {
      return !holds(n.operand());
    } else if (p instanceof Proposition.Implies i) {
      return !holds(i.premise()) || holds(i.consequence());
    }
    throw new NotRationalException("a quantified statement is not polynomial");
  }
}
