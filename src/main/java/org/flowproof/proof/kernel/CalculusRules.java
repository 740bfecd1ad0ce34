package org.flowproof.proof.kernel;

import java.util.List;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Proposition.Relation;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Instantiation;
import org.flowproof.proof.exact.Question;
import org.flowproof.proof.exact.Show;

/**
 * From a derivative at almost every time to the values: {@code constant}, {@code monotone}, {@code
 * integrate}. Observables are absolutely continuous in time wherever the derivative rule applies,
 * so the fundamental theorem of calculus holds. Premises that were shown at the end of the interval
 * only are refused. The first premise is about the derivative; further ones serve to show that the
 * observable has a value on the whole interval.
 */
enum CalculusRules implements Rule {
  /** {@code E' == 0} gives {@code E[t] == E[0]}. */
  CONSTANT {
    @Override
    public List<Fact> apply(StepContext c) {
      Proposition.Comparison premise = premise(c);
      if (premise.relation() != Relation.EQUAL || !premise.right().equals(Trees.ZERO)) {
        throw new Refusal("the premise must say that a derivative is 0");
      }
      return conclude(c, premise, Relation.EQUAL);
    }
  },
  /** {@code E' <= 0} gives {@code E[t] <= E[0]}, and with {@code >=} likewise. */
  MONOTONE {
    @Override
    public List<Fact> apply(StepContext c) {
      Proposition.Comparison premise = premise(c);
      boolean weak =
          premise.relation() == Relation.LESS_OR_EQUAL
              || premise.relation() == Relation.GREATER_OR_EQUAL;
      if (!weak || !premise.right().equals(Trees.ZERO)) {
        throw new Refusal("the premise must say that a derivative is <= 0 or >= 0");
      }
      return conclude(c, premise, premise.relation());
    }
  },
  /** {@code E' == G} gives {@code E[t] - E[0] == Integral[G]}. */
  INTEGRATE {
    @Override
    public List<Fact> apply(StepContext c) {
      Proposition.Comparison premise = premise(c);
      if (premise.relation() != Relation.EQUAL) {
        throw new Refusal("the premise must be an equation");
      }
      Term.Observed now = continuous(c, premise);
      Term then = Trees.at(now, Trees.ZERO);
      Proposition.Comparison goal = c.equation();
      boolean forward = Trees.same(goal.left(), Trees.minus(now, then));
      boolean backward = Trees.same(goal.left(), Trees.minus(then, now));
      if ((forward || backward)
          && goal.right() instanceof Term.OverTime o
          && o.fold() == Term.TimeFold.INTEGRAL
          && o.from().equals(Trees.ZERO)
          && o.to().equals(Trees.T)
          && !Trees.mentionsTime(o.body())) {
        Term integrand = Instantiation.apply(o.body(), Map.of(o.variable(), Trees.T));
        Term difference =
            forward
                ? Trees.minus(integrand, premise.right())
                : Trees.plus(integrand, premise.right());
        c.checks.requireDefined(c.premises(true), List.of(integrand), c.definitions, c.relu());
        c.checks.requireZero(
            Question.zero(difference, c.freeIndices(difference)),
            Show.of(integrand) + (forward ? " == " : " == -") + Show.of(premise.right()));
        return Fact.of(c.universals, goal, false);
      }
      throw new Refusal("expected E[t] - E[0] == Integral[G[tau], {tau, 0, t}]");
    }
  };

  private static Proposition.Comparison premise(StepContext c) {
    c.requireContinuousTime();
    if (c.from.isEmpty()) {
      throw new Refusal("the rule needs a derivative as its first premise");
    }
    if (c.anyRestricted()) {
      throw new Refusal("the premise holds at the end of the interval only");
    }
    List<Proposition> all = c.from.get(0).at(c.indices());
    if (all.size() == 1 && all.get(0) instanceof Proposition.Comparison p) {
      return p;
    }
    throw new Refusal("the premise must be one comparison");
  }

  private static Term.Observed continuous(StepContext c, Proposition.Comparison premise) {
    Term.Observed now = Trees.unprimed(Trees.derivativeOnLeft(premise));
    Continuity.requireFromStart(c, now);
    return now;
  }

  private static List<Fact> conclude(
      StepContext c, Proposition.Comparison premise, Relation relation) {
    Term.Observed now = continuous(c, premise);
    Proposition expected = new Proposition.Comparison(relation, now, Trees.at(now, Trees.ZERO));
    if (!Trees.same(expected, c.shows())) {
      throw new Refusal("the premise gives " + Show.of(expected));
    }
    return Fact.of(c.universals, expected, false);
  }

  @Override
  public String trusts() {
    return "fundamental theorem of calculus for absolutely continuous functions";
  }
}
