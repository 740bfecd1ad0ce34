package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Show;

/**
 * {@code solves-ode}: unknowns {@code z[t]} equal closed forms {@code B(t)}, because both satisfy
 * the same equations {@code z' == F(z, t)} with the same start, and F is polynomial in the
 * unknowns, so that solutions are unique. The closed forms have values on the whole range, with the
 * premises.
 */
final class SolvesOdeRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    c.requireContinuousTime();
    Map<Term, Term> solution = new LinkedHashMap<>();
    Proposition goal = c.shows();
    for (Proposition p : goal instanceof Proposition.And a ? a.parts() : List.of(goal)) {
      if (p instanceof Proposition.Comparison e
          && e.relation() == Proposition.Relation.EQUAL
          && e.left() instanceof Term.Observed o
          && Trees.T.equals(o.time())
          && o.primes() == 0
          && solution.put(o, e.right()) == null) {
        if (ComparisonRule.movingAtom(e.right(), Map.of())) {
          throw new Refusal("the closed form contains what is not known: " + Show.of(e.right()));
        }
        continue;
      }
      throw new Refusal("expected equations z[t] == closed form");
    }
    List<Proposition> premises = c.premises(true);
    c.checks.requireDefined(premises, new ArrayList<>(solution.values()), c.definitions, c.relu());
    requireTimeFreeConditions(solution.values());
    for (Map.Entry<Term, Term> entry : solution.entrySet()) {
      Continuity.requireFromStart(c, entry.getKey());
      Term right = rightSide(premises, (Term.Observed) entry.getKey());
      if (ComparisonRule.movingAtom(right, solution)) {
        throw new Refusal("the equation is not closed: " + Show.of(right));
      }
      solution.keySet().forEach(z -> ComparisonRule.requirePolynomial(right, z));
      Term substituted = right;
      for (Map.Entry<Term, Term> z : solution.entrySet()) {
        substituted = Trees.replace(substituted, z.getKey(), z.getValue());
      }
      OdeCheck.requireSolves(c, entry.getValue(), substituted);
      OdeCheck.requireEqual(
          c, Trees.at(entry.getValue(), Trees.ZERO), Trees.at(entry.getKey(), Trees.ZERO));
    }
    return Fact.of(c.universals, goal, false);
  }

  private static Term rightSide(List<Proposition> premises, Term.Observed z) {
    Term.Observed derivative = new Term.Observed(z.name(), 1, z.indices(), z.time());
    for (Proposition p : premises) {
      if (p instanceof Proposition.Comparison e
          && e.relation() == Proposition.Relation.EQUAL
          && e.left().equals(derivative)) {
        return e.right();
      }
    }
    throw new Refusal("no premise gives " + Show.of(derivative));
  }

  // Conditions such as non-zero denominators were shown for one t; they must not depend on t unless
  // they hold for every t of the range, which the plain premises guarantee.
  private static void requireTimeFreeConditions(Iterable<Term> forms) {
    for (Term form : forms) {
      if (Trees.any(form, t -> t instanceof Term.OverTime)) {
        throw new Refusal("closed forms must not contain integrals or suprema");
      }
    }
  }

  @Override
  public String trusts() {
    return "uniqueness for locally Lipschitz ordinary differential equations";
  }
}
