package org.flowproof.enclose.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Rebuild;
import org.flowproof.formula.Term;

/**
 * What the range of a claim says outright: terms that are positive at all its times. Bounds have
 * poles and roots where their range ends, and a span around the end contains them; written
 * otherwise, with the same values at all times of the range, they have none.
 */
final class RangeFacts {
  /** No facts. */
  static final RangeFacts NONE = new RangeFacts();

  private static final Term ZERO = new Term.Literal(Rational.ZERO);

  private final List<Term> positive = new ArrayList<>();
  private final List<Below> below = new ArrayList<>();
  private final Set<String> unmoved = new LinkedHashSet<>();

  /** {@code |number| < bound}. */
  private record Below(Term number, Term bound) {}

  /** A comparison that may be read in place of another one at the times of the range. */
  record Cleared(Proposition.Comparison comparison, Term factor) {}

  /**
   * The facts of a range.
   *
   * @param range with its where-names expanded
   */
  static RangeFacts of(Proposition range) {
    RangeFacts facts = new RangeFacts();
    List<Proposition> parts = range instanceof Proposition.And and ? and.parts() : List.of(range);
    parts.forEach(facts::add);
    return facts;
  }

  private void add(Proposition part) {
    if (part instanceof Proposition.Comparison c) {
      switch (c.relation()) {
        case LESS -> add(c.left(), c.right());
        case GREATER -> add(c.right(), c.left());
        default -> {}
      }
    }
  }

  private void add(Term less, Term more) {
    if (less.equals(new Term.Name("t"))
        && more instanceof Term.Observed event
        && event.name().equals("firstEvent")
        && event.indices().get(0) instanceof Term.Name neuron) {
      unmoved.add(neuron.name());
    }
    positive.add(less.equals(ZERO) ? more : new Term.Operation(Term.Operator.MINUS, more, less));
    if (less instanceof Term.Call call && call.function() == Term.Function.ABS) {
      below.add(new Below(call.arguments().get(0), more));
    }
  }

  /** The neurons, 1-based, that have met no event at the times of the range. */
  Set<Integer> unmoved(Map<String, Integer> indices) {
    Set<Integer> neurons = new LinkedHashSet<>();
    for (String index : unmoved) {
      if (indices.containsKey(index)) {
        neurons.add(indices.get(index));
      }
    }
    return neurons;
  }

  /**
   * The same term at the times of the range: a root of a positive term never meets a negative
   * number, and {@code Tanh[x + ArcTanh[p/q]]} with {@code |p| < q} is {@code (q*Tanh[x] + p)/(q +
   * p*Tanh[x])}.
   */
  Term rewritten(Term term) {
    Term inner = Rebuild.mapped(term, Set.<String>of(), (part, bound) -> rewritten(part));
    if (!(inner instanceof Term.Call call)) {
      return inner;
    }
    Term argument = ((Term.Call) term).arguments().get(0);
    if (call.function() == Term.Function.SQRT && positive.contains(argument)) {
      Term kept = new Term.Call(Term.Function.MAX, List.of(call.arguments().get(0), ZERO));
      return new Term.Call(Term.Function.SQRT, List.of(kept));
    }
    return call.function() == Term.Function.TANH ? added(argument).orElse(inner) : inner;
  }

  private Optional<Term> added(Term argument) {
    if (argument instanceof Term.Operation sum
        && sum.operator() == Term.Operator.PLUS
        && sum.right() instanceof Term.Call inverse
        && inverse.function() == Term.Function.ARTANH
        && inverse.arguments().get(0) instanceof Term.Operation quotient
        && quotient.operator() == Term.Operator.DIVIDE
        && below.contains(new Below(quotient.left(), quotient.right()))) {
      Term p = rewritten(quotient.left());
      Term q = rewritten(quotient.right());
      Term tanh = new Term.Call(Term.Function.TANH, List.of(rewritten(sum.left())));
      return Optional.of(
          operation(
              Term.Operator.DIVIDE,
              operation(Term.Operator.PLUS, operation(Term.Operator.TIMES, q, tanh), p),
              operation(Term.Operator.PLUS, q, operation(Term.Operator.TIMES, p, tanh))));
    }
    return Optional.empty();
  }

  private static Term operation(Term.Operator operator, Term left, Term right) {
    return new Term.Operation(operator, left, right);
  }

  /**
   * A comparison with a quotient, multiplied by its denominator, when that is a factor times a term
   * that the range says is positive; both agree at the times of the range where the factor is
   * positive.
   */
  Optional<Cleared> cleared(Proposition.Comparison c) {
    if (c.right() instanceof Term.Operation r && r.operator() == Term.Operator.DIVIDE) {
      return factor(r.right())
          .map(
              f ->
                  new Cleared(
                      new Proposition.Comparison(
                          c.relation(),
                          operation(Term.Operator.TIMES, c.left(), r.right()),
                          r.left()),
                      f));
    }
    return Optional.empty();
  }

  private Optional<Term> factor(Term denominator) {
    try {
      LaurentForm form = LaurentForm.of(denominator);
      for (Term fact : positive) {
        Optional<Term> ratio = form.ratioTo(LaurentForm.of(fact));
        if (ratio.isPresent()) {
          return ratio;
        }
      }
    } catch (ArithmeticException tooLarge) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
