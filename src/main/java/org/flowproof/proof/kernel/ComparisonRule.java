package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Proposition.Relation;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Exponents;
import org.flowproof.proof.exact.Show;
import org.flowproof.proof.exact.TreeRewriter;

/**
 * {@code comparison}: from {@code E' <= F(E)} on the range (or {@code >=}) and a closed form B with
 * {@code B' == F(B)} and {@code B(0) == E(0)}, conclude {@code E <= B} (or {@code >=}).
 *
 * <p>F is polynomial in E and contains nothing else that moves, except suprema {@code Sup[...,
 * {tau, 0, t}]}: these are frozen at the end of the interval, which is admissible because they grow
 * with t and F is monotone in them in the right direction (checked). B must exist on the whole
 * interval: conditions without t are shown outright; a denominator that moves must be nonincreasing
 * in t and positive at the end.
 */
final class ComparisonRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    c.requireContinuousTime();
    Proposition.Comparison goal = c.comparison();
    if (goal.relation() != Relation.LESS_OR_EQUAL && goal.relation() != Relation.GREATER_OR_EQUAL) {
      throw new Refusal("expected <= or >=");
    }
    if (!(goal.left() instanceof Term.Observed e) || e.primes() > 0 || !Trees.T.equals(e.time())) {
      throw new Refusal("the left side must be an observable at t");
    }
    Continuity.requireFromStart(c, e);
    Term right = rightSide(c, e, goal.relation());
    Map<Term, Term> frozen = suprema(right, goal.right());
    Term f = freeze(right, frozen);
    Term bound = freeze(goal.right(), frozen);
    if (movingAtom(f, Map.of(e, e)) || Trees.any(replaced(f, e), Trees.T::equals)) {
      throw new Refusal("the right side contains something else that moves: " + Show.of(right));
    }
    if (movingAtom(bound, Map.of())) {
      throw new Refusal("the bound contains something that moves: " + Show.of(goal.right()));
    }
    requirePolynomial(f, e);
    for (Term name : frozen.values()) {
      requireMonotone(c, f, name, goal.relation(), earlierPremises(c, frozen));
    }
    requireExists(c, bound, frozen);
    OdeCheck.requireEqual(c, Trees.at(bound, Trees.ZERO), Trees.at(e, Trees.ZERO));
    OdeCheck.requireSolves(c, bound, Trees.replace(f, e, bound));
    return c.established(goal);
  }

  private static Term rightSide(StepContext c, Term.Observed e, Relation relation) {
    Term.Observed derivative = new Term.Observed(e.name(), 1, e.indices(), e.time());
    for (Proposition p : c.premises(true)) {
      if (p instanceof Proposition.Comparison q && q.left().equals(derivative)) {
        if (q.relation() == relation || q.relation() == Relation.EQUAL) {
          return q.right();
        }
        throw new Refusal("the premise bounds the derivative from the other side");
      }
    }
    throw new Refusal("no premise that holds on the whole interval bounds " + Show.of(derivative));
  }

  /** Whether something other than the given unknowns changes with time; plain t is allowed. */
  static boolean movingAtom(Term term, Map<Term, Term> unknowns) {
    return Trees.any(
        hide(term, unknowns),
        t ->
            (t instanceof Term.Observed o && o.time() != null && !o.time().equals(Trees.ZERO))
                || t instanceof Term.OverTime);
  }

  private static Term hide(Term term, Map<Term, Term> unknowns) {
    Term hidden = term;
    for (Term z : unknowns.keySet()) {
      hidden = replaced(hidden, z);
    }
    return hidden;
  }

  private static Term replaced(Term term, Term unknown) {
    return Trees.replace(term, unknown, Trees.ZERO);
  }

  /** Requires that an unknown occurs in sums, products and natural powers only. */
  static void requirePolynomial(Term term, Term unknown) {
    if (term.equals(unknown) || !Trees.any(term, unknown::equals)) {
      return;
    }
    if (term instanceof Term.Negation n) {
      requirePolynomial(n.operand(), unknown);
      return;
    }
    if (term instanceof Term.Operation o) {
      boolean natural =
          switch (o.operator()) {
            case PLUS, MINUS, TIMES -> true;
            case DIVIDE -> !Trees.any(o.right(), unknown::equals);
            case POWER -> Exponents.integer(o.right()) >= 0;
          };
      if (natural) {
        requirePolynomial(o.left(), unknown);
        requirePolynomial(o.right(), unknown);
        return;
      }
    }
    throw new Refusal("not polynomial in " + Show.of(unknown) + ": " + Show.of(term));
  }

  private static Map<Term, Term> suprema(Term... terms) {
    Map<Term, Term> found = new LinkedHashMap<>();
    for (Term term : terms) {
      Trees.any(
          term,
          t -> {
            if (t instanceof Term.Over sum
                && Trees.any(sum.body(), inner -> inner instanceof Term.OverTime)) {
              // it may depend on the index, so it is not one number
              throw new Refusal("a supremum below a sum: " + Show.of(t));
            }
            if (t instanceof Term.OverTime o
                && o.fold() == Term.TimeFold.SUPREMUM
                && o.from().equals(Trees.ZERO)
                && o.to().equals(Trees.T)
                && !Trees.mentionsTime(o.body())
                && !found.containsKey(t)) {
              found.put(t, new Term.Name("frozen " + (found.size() + 1)));
            }
            return false;
          });
    }
    return found;
  }

  private static Term freeze(Term term, Map<Term, Term> frozen) {
    Term result = term;
    for (Map.Entry<Term, Term> f : frozen.entrySet()) {
      result = Trees.replace(result, f.getKey(), f.getValue());
    }
    return result;
  }

  private static List<Proposition> frozenPremises(
      StepContext c, boolean unrestrictedOnly, Map<Term, Term> frozen) {
    List<Proposition> all = new ArrayList<>();
    for (Proposition p : c.premises(unrestrictedOnly)) {
      all.add(
          new TreeRewriter() {
            @Override
            public Term term(Term t) {
              return frozen.containsKey(t) ? frozen.get(t) : super.term(t);
            }
          }.proposition(p));
    }
    return all;
  }

  // F(E, C(tau)) is bounded by F(E, C(t)) for tau <= t when F is affine in C with the right sign.
  private static void requireMonotone(
      StepContext c, Term f, Term name, Relation relation, List<Proposition> earlier) {
    Term at0 = Trees.replace(f, name, Trees.ZERO);
    Term slope = Trees.minus(Trees.replace(f, name, Trees.literal(1)), at0);
    c.requireZero(
        Trees.minus(f, Trees.plus(at0, Trees.times(slope, name))),
        "right side is affine in " + Show.of(name));
    Relation sign =
        relation == Relation.LESS_OR_EQUAL ? Relation.GREATER_OR_EQUAL : Relation.LESS_OR_EQUAL;
    c.checks.requireConsequence(
        earlier, new Proposition.Comparison(sign, slope, Trees.ZERO), c.definitions, c.relu());
  }

  private static void requireExists(StepContext c, Term bound, Map<Term, Term> frozen) {
    List<Proposition> atEnd = frozenPremises(c, false, frozen);
    c.checks.requireDefined(atEnd, List.of(bound), c.definitions, c.relu());
    new TreeRewriter() {
      @Override
      public Term term(Term t) {
        if (t instanceof Term.Operation o
            && o.operator() == Term.Operator.DIVIDE
            && Trees.mentionsTime(o.right())) {
          requirePositiveUntilEnd(c, o.right(), atEnd, earlierPremises(c, frozen));
        } else if (t instanceof Term.Operation o
            && o.operator() == Term.Operator.POWER
            && Exponents.integer(o.right()) < 0
            && Trees.mentionsTime(o.left())) {
          throw new Refusal("a negative power of something that moves: " + Show.of(t));
        } else if (t instanceof Term.Call call && mayLackValue(call) && Trees.mentionsTime(call)) {
          throw new Refusal("the argument must not move: " + Show.of(t));
        }
        return super.term(t);
      }
    }.term(bound);
  }

  // What is known at the times before the end. With the suprema frozen at the end, a premise that
  // says something about them and about an earlier time was not shown.
  private static List<Proposition> earlierPremises(StepContext c, Map<Term, Term> frozen) {
    List<Proposition> earlier = frozenPremises(c, true, frozen);
    earlier.removeIf(p -> Trees.mentionsTime(p) && mentionsFrozen(p, frozen));
    return earlier;
  }

  private static boolean mentionsFrozen(Proposition p, Map<Term, Term> frozen) {
    boolean[] found = {false};
    new TreeRewriter() {
      @Override
      protected Term name(Term.Name name) {
        found[0] |= frozen.containsValue(name);
        return name;
      }
    }.proposition(p);
    return found[0];
  }

  private static boolean mayLackValue(Term.Call call) {
    return switch (call.function()) {
      case SQRT, LOG, ARTANH -> true;
      default -> false;
    };
  }

  private static void requirePositiveUntilEnd(
      StepContext c, Term denominator, List<Proposition> atEnd, List<Proposition> earlier) {
    Term zero = new Term.Literal(Rational.ZERO);
    c.checks.requireConsequence(
        atEnd,
        new Proposition.Comparison(Relation.GREATER, denominator, zero),
        c.definitions,
        c.relu());
    Term slope = TimeDerivative.of(denominator);
    OdeCheck.requireSolves(c, denominator, slope);
    c.checks.requireConsequence(
        earlier,
        new Proposition.Comparison(Relation.LESS_OR_EQUAL, slope, zero),
        c.definitions,
        c.relu());
  }

  @Override
  public String trusts() {
    return "comparison theorem for scalar differential inequalities with locally Lipschitz sides";
  }
}
