package org.flowproof.proof.kernel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Proposition.Relation;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Exponents;
import org.flowproof.proof.exact.Instantiation;
import org.flowproof.proof.exact.NotRationalException;
import org.flowproof.proof.exact.Show;

/**
 * {@code logarithm-law}: an equation in which logarithms of products, quotients, integer powers and
 * exponentials are taken apart. Every factor that is left is shown to be positive with the
 * premises, and what is left of both sides is equal as an identity, whatever value the logarithms
 * of the factors have.
 */
final class LogarithmLawRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    Proposition.Comparison e = c.equation();
    List<Proposition> premises = c.premises(false);
    if (!c.from.isEmpty() && premises.isEmpty()) {
      throw new Refusal("no premise speaks about the indices of this step");
    }
    try {
      Expansion expansion = new Expansion();
      Term difference = Trees.minus(expansion.of(e.left()), expansion.of(e.right()));
      if (expansion.logarithms == 0) {
        throw new Refusal("no logarithm in " + Show.of(e));
      }
      for (Term factor : expansion.factors) {
        c.checks.requireConsequence(
            premises,
            new Proposition.Comparison(Relation.GREATER, factor, Trees.ZERO),
            c.definitions,
            c.relu());
      }
      c.checks.requireDefined(
          premises, List.of(e.left(), e.right(), difference), c.definitions, c.relu());
      c.requireZero(difference, "logarithms of " + Show.of(e));
    } catch (NotRationalException x) {
      throw new Refusal(x.getMessage());
    }
    return c.established(e);
  }

  /** Logarithms of factors in place of logarithms of products. */
  private static final class Expansion {
    private final Set<Term> factors = new LinkedHashSet<>();
    private int logarithms;

    Term of(Term t) {
      if (t instanceof Term.Negation n) {
        return new Term.Negation(of(n.operand()));
      } else if (t instanceof Term.Operation o) {
        return switch (o.operator()) {
          case PLUS, MINUS, TIMES -> new Term.Operation(o.operator(), of(o.left()), of(o.right()));
          case DIVIDE -> new Term.Operation(o.operator(), of(o.left()), o.right());
          case POWER -> o;
        };
      } else if (t instanceof Term.Call call && call.function() == Term.Function.LOG) {
        logarithms++;
        return logarithm(call.arguments().get(0));
      }
      return t;
    }

    private Term logarithm(Term t) {
      if (t instanceof Term.Literal l && l.value().equals(Rational.ONE)) {
        return Trees.ZERO;
      } else if (t instanceof Term.Call call && call.function() == Term.Function.EXP) {
        return call.arguments().get(0);
      } else if (t instanceof Term.Operation o) {
        switch (o.operator()) {
          case TIMES -> {
            return Trees.plus(logarithm(o.left()), logarithm(o.right()));
          }
          case DIVIDE -> {
            return Trees.minus(logarithm(o.left()), logarithm(o.right()));
          }
          case POWER -> {
            Term exponent = Trees.literal(Exponents.integer(o.right()));
            return Trees.times(exponent, logarithm(o.left()));
          }
          default -> {}
        }
      }
      Term factor = Instantiation.canonical(t);
      factors.add(factor);
      return new Term.Call(Term.Function.LOG, List.of(factor));
    }
  }

  @Override
  public String trusts() {
    return "Log[x*y] == Log[x] + Log[y] for positive x and y, and Log[Exp[x]] == x";
  }
}
