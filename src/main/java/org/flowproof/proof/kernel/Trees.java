package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.proof.StepScope;
import org.flowproof.proof.exact.Instantiation;
import org.flowproof.proof.exact.TreeRewriter;

/** Small constructions on trees that several rules need. */
final class Trees {
  static final Term T = new Term.Name("t");
  static final Term ZERO = new Term.Literal(Rational.ZERO);

  private Trees() {}

  static Term minus(Term left, Term right) {
    return new Term.Operation(Term.Operator.MINUS, left, right);
  }

  static Term plus(Term left, Term right) {
    return new Term.Operation(Term.Operator.PLUS, left, right);
  }

  static Term times(Term left, Term right) {
    return new Term.Operation(Term.Operator.TIMES, left, right);
  }

  static Term square(Term base) {
    return new Term.Operation(Term.Operator.POWER, base, literal(2));
  }

  static Term literal(long value) {
    return new Term.Literal(Rational.of(value));
  }

  static Term sum(String index, Term body) {
    IndexKind kind = StepScope.LETTERS.get(index);
    if (kind == null) {
      throw new Refusal("'" + index + "' is not an index letter");
    }
    return new Term.Over(Term.Fold.SUM, index, kind.size(), body);
  }

  static Term at(Term term, Term time) {
    return Instantiation.apply(term, Map.of("t", time));
  }

  static Proposition.Comparison equal(Term left, Term right) {
    return new Proposition.Comparison(Proposition.Relation.EQUAL, left, right);
  }

  static boolean same(Term left, Term right) {
    return Instantiation.canonical(left).equals(Instantiation.canonical(right));
  }

  static boolean same(Proposition left, Proposition right) {
    return Instantiation.canonical(left).equals(Instantiation.canonical(right));
  }

  /** Whether some subterm satisfies a test; looks inside observables' indices and times too. */
  static boolean any(Term term, Predicate<Term> test) {
    List<Term> found = new ArrayList<>();
    new TreeRewriter() {
      @Override
      public Term term(Term t) {
        if (test.test(t)) {
          found.add(t);
        }
        return super.term(t);
      }
    }.term(term);
    return !found.isEmpty();
  }

  /** Whether a term changes when {@code t} does. */
  static boolean mentionsTime(Term term) {
    return any(term, T::equals);
  }

  /** Whether a statement changes when {@code t} does. */
  static boolean mentionsTime(Proposition p) {
    boolean[] found = {false};
    new TreeRewriter() {
      @Override
      protected Term name(Term.Name name) {
        found[0] |= name.equals(T);
        return name;
      }
    }.proposition(p);
    return found[0];
  }

  /** The observable without its prime. */
  static Term.Observed unprimed(Term.Observed o) {
    return new Term.Observed(o.name(), 0, o.indices(), o.time());
  }

  /** An observable's derivative at {@code t} on the left of a comparison. */
  static Term.Observed derivativeOnLeft(Proposition.Comparison c) {
    if (c.left() instanceof Term.Observed o && o.primes() == 1 && T.equals(o.time())) {
      return o;
    }
    throw new Refusal("the left side must be a derivative at t");
  }

  /** Replaces each subterm that equals {@code old}. */
  static Term replace(Term in, Term old, Term by) {
    return new TreeRewriter() {
      @Override
      public Term term(Term t) {
        return t.equals(old) ? by : super.term(t);
      }
    }.term(in);
  }
}
