package org.flowproof.proof.kernel;

import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Exponents;
import org.flowproof.proof.exact.Show;

/**
 * Writes down the derivative in {@code t} of a closed form. Only a proposal: the caller has both
 * opinions confirm it.
 */
final class TimeDerivative {
  private TimeDerivative() {}

  static Term of(Term term) {
    if (!Trees.mentionsTime(term)) {
      return Trees.ZERO;
    } else if (term.equals(Trees.T)) {
      return Trees.literal(1);
    } else if (term instanceof Term.Negation n) {
      return new Term.Negation(of(n.operand()));
    } else if (term instanceof Term.Call c && c.function() == Term.Function.EXP) {
      return Trees.times(of(c.arguments().get(0)), c);
    } else if (term instanceof Term.Operation o) {
      switch (o.operator()) {
        case PLUS -> {
          return Trees.plus(of(o.left()), of(o.right()));
        }
        case MINUS -> {
          return Trees.minus(of(o.left()), of(o.right()));
        }
        case TIMES -> {
          return Trees.plus(
              Trees.times(of(o.left()), o.right()), Trees.times(o.left(), of(o.right())));
        }
        case DIVIDE -> {
          if (!Trees.mentionsTime(o.right())) {
            return new Term.Operation(Term.Operator.DIVIDE, of(o.left()), o.right());
          }
        }
        case POWER -> {
          int exponent = Exponents.integer(o.right());
          if (exponent > 0) {
            return Trees.times(
                Trees.times(Trees.literal(exponent), of(o.left())),
                new Term.Operation(Term.Operator.POWER, o.left(), Trees.literal(exponent - 1)));
          }
        }
      }
    }
    throw new Refusal("cannot differentiate " + Show.of(term) + " in t");
  }
}
