package org.flowproof.enclose.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;

/**
 * A term as a sum of products of powers of what it is made of, with rational factors; whatever is
 * no sum, product, quotient by a single product, or integer power counts as one thing. Two terms
 * with the same form have the same value wherever both have one.
 */
final class LaurentForm {
  private static final int LARGEST_POWER = 4;
  private static final int MOST_SUMMANDS = 400;

  private final Map<Map<Term, Integer>, Rational> summands;

  private LaurentForm(Map<Map<Term, Integer>, Rational> summands) {
    this.summands = summands;
  }

  /** The form of a term. */
  static LaurentForm of(Term term) {
    if (term instanceof Term.Literal literal) {
      return single(Map.of(), literal.value());
    }
    if (term instanceof Term.Negation negation) {
      return of(negation.operand()).times(single(Map.of(), Rational.ONE.negate()));
    }
    if (term instanceof Term.Operation o) {
      switch (o.operator()) {
        case PLUS -> {
          return of(o.left()).plus(of(o.right()));
        }
        case MINUS -> {
          return of(o.left()).plus(of(new Term.Negation(o.right())));
        }
        case TIMES -> {
          return of(o.left()).times(of(o.right()));
        }
        case DIVIDE -> {
          Optional<LaurentForm> inverse = of(o.right()).inverse();
          if (inverse.isPresent()) {
            return of(o.left()).times(inverse.get());
          }
        }
        case POWER -> {
          if (o.right() instanceof Term.Literal l
              && l.value().isInteger()
              && l.value().signum() > 0
              && l.value().compareTo(Rational.of(LARGEST_POWER)) <= 0) {
            LaurentForm base = of(o.left());
            LaurentForm power = base;
            for (int i = 1; i < l.value().numerator().intValueExact(); i++) {
              power = power.times(base);
            }
            return power;
          }
        }
      }
    }
    return single(Map.of(term, 1), Rational.ONE);
  }

  private static LaurentForm single(Map<Term, Integer> product, Rational factor) {
    Map<Map<Term, Integer>, Rational> one = new LinkedHashMap<>();
    if (factor.signum() != 0) {
      one.put(product, factor);
    }
    return new LaurentForm(one);
  }

  private LaurentForm plus(LaurentForm other) {
    Map<Map<Term, Integer>, Rational> sum = new LinkedHashMap<>(summands);
    other.summands.forEach((product, factor) -> add(sum, product, factor));
    return new LaurentForm(sum);
  }

  private static void add(
      Map<Map<Term, Integer>, Rational> sum, Map<Term, Integer> product, Rational factor) {
    if (sum.merge(product, factor, Rational::plus).signum() == 0) {
      sum.remove(product);
    }
  }

  private LaurentForm times(LaurentForm other) {
    if ((long) summands.size() * other.summands.size() > MOST_SUMMANDS) {
      throw new ArithmeticException("too many summands");
    }
    Map<Map<Term, Integer>, Rational> all = new LinkedHashMap<>();
    summands.forEach(
        (p, f) -> other.summands.forEach((q, g) -> add(all, product(p, q), f.times(g))));
    return new LaurentForm(all);
  }

  private static Map<Term, Integer> product(Map<Term, Integer> p, Map<Term, Integer> q) {
    Map<Term, Integer> product = new LinkedHashMap<>(p);
    q.forEach(
        (term, power) -> {
          if (product.merge(term, power, Integer::sum) == 0) {
            product.remove(term);
          }
        });
    return product;
  }

  private Optional<LaurentForm> inverse() {
    if (summands.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<Map<Term, Integer>, Rational> only = summands.entrySet().iterator().next();
    Map<Term, Integer> product = new LinkedHashMap<>();
    only.getKey().forEach((term, power) -> product.put(term, -power));
    return Optional.of(single(product, Rational.ONE.dividedBy(only.getValue())));
  }

  /** The single product c with {@code this = c * other}, as a term; empty when there is none. */
  Optional<Term> ratioTo(LaurentForm other) {
    if (summands.isEmpty() || summands.size() != other.summands.size()) {
      return Optional.empty();
    }
    LaurentForm first = firstSummand();
    for (Map.Entry<Map<Term, Integer>, Rational> candidate : other.summands.entrySet()) {
      LaurentForm ratio =
          first.times(single(candidate.getKey(), candidate.getValue()).inverse().orElseThrow());
      if (other.times(ratio).summands.equals(summands)) {
        return Optional.of(ratio.term());
      }
    }
    return Optional.empty();
  }

  private LaurentForm firstSummand() {
    Map.Entry<Map<Term, Integer>, Rational> first = summands.entrySet().iterator().next();
    return single(first.getKey(), first.getValue());
  }

  private Term term() {
    Map.Entry<Map<Term, Integer>, Rational> only = summands.entrySet().iterator().next();
    Term product = new Term.Literal(only.getValue());
    for (Map.Entry<Term, Integer> power : only.getKey().entrySet()) {
      Term exponent = new Term.Literal(Rational.of(power.getValue()));
      product =
          new Term.Operation(
              Term.Operator.TIMES,
              product,
              new Term.Operation(Term.Operator.POWER, power.getKey(), exponent));
    }
    return product;
  }
}
