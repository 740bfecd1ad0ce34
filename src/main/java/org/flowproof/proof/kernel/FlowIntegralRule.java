package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Dot;
import org.flowproof.proof.exact.Instantiation;
import org.flowproof.proof.exact.Question;
import org.flowproof.proof.exact.Show;
import org.flowproof.proof.exact.TreeRewriter;

/**
 * {@code integral-along-flow}: {@code X[t] - X[0] == Integral[G[tau], {tau, 0, t}]} for a term X,
 * or {@code X[t] == X[0]} (then G is 0), because G is the derivative of X by the chain rule, at
 * almost every time, with the field derived from the loss.
 *
 * <p>X is absolutely continuous; plain {@code t} in it is refused. Premises are equations between
 * observables at t that hold on the whole interval; the left one is replaced by the right one in
 * the field and in G.
 */
final class FlowIntegralRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    Field field = c.field();
    Set<String> keep = c.observables("keep");
    Proposition.Comparison goal = c.equation();
    Term now = goal.left();
    Term integrand = Trees.ZERO;
    if (goal.right() instanceof Term.OverTime o) {
      integrand = integrand(o);
      now = difference(goal.left());
    } else if (!Trees.same(goal.right(), Trees.at(now, Trees.ZERO))) {
      throw expected();
    }
    Continuity.requireFromStart(c, now);
    if (Trees.mentionsTime(withoutObservables(now))) {
      throw new Refusal("t stands outside the observables: " + Show.of(now));
    }
    Rewriting rewriting = new Rewriting(c, keep);
    Term derived = c.definitions.unfoldExcept(now, keep);
    Term right = rewriting.term(c.definitions.unfoldExcept(integrand, keep));
    c.checks.requireDefined(
        c.premises(true), List.of(now, derived, integrand, right), c.definitions, c.relu());
    Function<Term.Observed, Dot> dots = field.dots(keep);
    Question question =
        new Question(
            derived,
            new Term.Negation(right),
            o ->
                dots.apply(o) instanceof Dot.Known known
                    ? new Dot.Known(rewriting.term(known.derivative()))
                    : dots.apply(o),
            Map.of(),
            c.freeIndices(derived, right));
    field.derive(c.checks);
    c.checks.requireZero(question, "d/dt (" + Show.of(now) + ") == " + Show.of(integrand));
    return Fact.of(c.universals, goal, false);
  }

  private static Refusal expected() {
    return new Refusal("expected X[t] - X[0] == Integral[G[tau], {tau, 0, t}] or X[t] == X[0]");
  }

  private static Term difference(Term left) {
    if (left instanceof Term.Operation o
        && o.operator() == Term.Operator.MINUS
        && Trees.same(o.right(), Trees.at(o.left(), Trees.ZERO))) {
      return o.left();
    }
    throw expected();
  }

  private static Term integrand(Term.OverTime o) {
    if (o.fold() == Term.TimeFold.INTEGRAL
        && o.from().equals(Trees.ZERO)
        && o.to().equals(Trees.T)
        && !Trees.mentionsTime(o.body())) {
      return Instantiation.apply(o.body(), Map.of(o.variable(), Trees.T));
    }
    throw expected();
  }

  private static Term withoutObservables(Term term) {
    return new TreeRewriter() {
      @Override
      public Term term(Term t) {
        return t instanceof Term.Observed ? Trees.ZERO : super.term(t);
      }
    }.term(term);
  }

  /** Replaces observables by what the premises say they equal. */
  private static final class Rewriting extends TreeRewriter {
    private record Equation(Set<String> universals, Term.Observed left, Term right) {}

    private final List<Equation> equations = new ArrayList<>();

    Rewriting(StepContext c, Set<String> keep) {
      for (Fact fact : c.from) {
        if (fact.restricted()) {
          throw new Refusal("a premise holds at the end of the interval only");
        }
        for (Proposition p : fact.parts()) {
          if (p instanceof Proposition.Comparison e
              && e.relation() == Proposition.Relation.EQUAL
              && e.left() instanceof Term.Observed left
              && left.primes() == 0
              && Trees.T.equals(left.time())) {
            equations.add(
                new Equation(
                    fact.universals().keySet(), left, c.definitions.unfoldBelow(e.right(), keep)));
            continue;
          }
          throw new Refusal("a premise does not say what an observable at t equals");
        }
      }
    }

    @Override
    protected Term observed(Term.Observed o) {
      for (Equation e : equations) {
        Optional<Map<String, Term>> names = match(e, o);
        if (names.isPresent()) {
          return Instantiation.raw(e.right(), names.get());
        }
      }
      return o;
    }

    private static Optional<Map<String, Term>> match(Equation e, Term.Observed o) {
      if (!o.name().equals(e.left().name())
          || o.primes() > 0
          || !Trees.T.equals(o.time())
          || o.indices().size() != e.left().indices().size()) {
        return Optional.empty();
      }
      Map<String, Term> names = new HashMap<>();
      for (int p = 0; p < o.indices().size(); p++) {
        Term pattern = e.left().indices().get(p);
        Term index = o.indices().get(p);
        boolean free = pattern instanceof Term.Name n && e.universals().contains(n.name());
        Term known = free ? names.putIfAbsent(((Term.Name) pattern).name(), index) : pattern;
        if (known != null && !known.equals(index)) {
          return Optional.empty();
        }
      }
      // what is bound must fix every universal index of the right side
      return names.keySet().containsAll(e.universals()) ? Optional.of(names) : Optional.empty();
    }
  }

  @Override
  public String trusts() {
    return "chain rule along the flow for almost every time, with the field derived from the loss,"
        + " and the fundamental theorem of calculus";
  }
}
