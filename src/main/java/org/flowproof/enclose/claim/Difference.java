package org.flowproof.enclose.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;

/**
 * The difference of two terms as a sum of different terms with rational factors, so that what both
 * sides have in common drops out. It has the value of the difference wherever both sides have one.
 */
final class Difference {
  private static final Term ZERO = new Term.Literal(Rational.ZERO);
  private static final Term ONE = new Term.Literal(Rational.ONE);

  private final Map<Term, Rational> summands = new LinkedHashMap<>();

  private Difference() {}

  /** {@code left - right}. */
  static Difference of(Term left, Term right) {
    Difference difference = new Difference();
    difference.add(left, Rational.ONE);
    difference.add(right, Rational.ONE.negate());
    return difference;
  }

  private void add(Term term, Rational factor) {
    if (term instanceof Term.Literal literal) {
      put(ONE, factor.times(literal.value()));
    } else if (term instanceof Term.Negation negation) {
      add(negation.operand(), factor.negate());
    } else if (term instanceof Term.Operation o && o.operator() == Term.Operator.PLUS) {
      add(o.left(), factor);
      add(o.right(), factor);
    } else if (term instanceof Term.Operation o && o.operator() == Term.Operator.MINUS) {
      add(o.left(), factor);
      add(o.right(), factor.negate());
    } else if (term instanceof Term.Operation o
        && o.operator() == Term.Operator.TIMES
        && o.left() instanceof Term.Literal literal) {
      add(o.right(), factor.times(literal.value()));
    } else if (term instanceof Term.Operation o
        && o.operator() == Term.Operator.TIMES
        && o.right() instanceof Term.Literal literal) {
      add(o.left(), factor.times(literal.value()));
    } else {
      put(term, factor);
    }
  }

  private void put(Term term, Rational factor) {
    Rational sum = summands.merge(term, factor, Rational::plus);
    if (sum.signum() == 0) {
      summands.remove(term);
    }
  }

  /** The difference as a term. */
  Term term() {
    Term sum = null;
    for (Map.Entry<Term, Rational> summand : summands.entrySet()) {
      Rational factor = summand.getValue();
      Term size = sized(summand.getKey(), factor.abs());
      if (sum == null) {
        sum = factor.signum() < 0 ? new Term.Negation(size) : size;
      } else {
        sum =
            new Term.Operation(
                factor.signum() < 0 ? Term.Operator.MINUS : Term.Operator.PLUS, sum, size);
      }
    }
    return sum == null ? ZERO : sum;
  }

  private static Term sized(Term term, Rational factor) {
    if (term.equals(ONE)) {
      return new Term.Literal(factor);
    }
    return factor.equals(Rational.ONE)
        ? term
        : new Term.Operation(Term.Operator.TIMES, new Term.Literal(factor), term);
  }
}
