package org.flowproof.proof.kernel;

import java.util.List;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Exponents;
import org.flowproof.proof.exact.NotRationalException;
import org.flowproof.proof.exact.Show;

/**
 * {@code exponential-law}: an equation between products and integer powers of exponentials whose
 * exponents add up to the same.
 */
final class ExponentialLawRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    c.requireNoPremises();
    Proposition.Comparison e = c.equation();
    c.checks.requireDefined(List.of(), List.of(e.left(), e.right()), c.definitions, c.relu());
    try {
      c.requireZero(
          Trees.minus(exponent(e.left()), exponent(e.right())), "exponents of " + Show.of(e));
    } catch (NotRationalException x) {
      throw new Refusal(x.getMessage());
    }
    return c.established(e);
  }

  private static Term exponent(Term t) {
    if (t instanceof Term.Literal l && l.value().equals(Rational.ONE)) {
      return Trees.ZERO;
    } else if (t instanceof Term.Call call && call.function() == Term.Function.EXP) {
      return call.arguments().get(0);
    } else if (t instanceof Term.Operation o) {
      switch (o.operator()) {
        case TIMES -> {
          return Trees.plus(exponent(o.left()), exponent(o.right()));
        }
        case DIVIDE -> {
          return Trees.minus(exponent(o.left()), exponent(o.right()));
        }
        case POWER -> {
          return Trees.times(Trees.literal(Exponents.integer(o.right())), exponent(o.left()));
        }
        default -> {}
      }
    }
    throw new Refusal("not a product of exponentials: " + Show.of(t));
  }

  @Override
  public String trusts() {
    return "Exp[x + y] == Exp[x]*Exp[y]";
  }
}
