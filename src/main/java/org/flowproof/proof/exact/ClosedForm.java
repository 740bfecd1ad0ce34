package org.flowproof.proof.exact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;

/**
 * Rewrites closed forms in time as rational expressions over generators with known derivatives.
 *
 * <p>Observables, sums and sizes become opaque scalars. A square root becomes a generator whose
 * square is its argument; the relation is used up by solving it for a scalar in which the argument
 * is affine. {@code Exp[p*t]} becomes a power of a generator e with e' = p/2 e; the hyperbolic
 * functions are rational in it, and {@code Tanh[p*t + ArcTanh[z]]} by the addition theorem.
 */
public final class ClosedForm {
  private static final Term ONE = new Term.Literal(Rational.ONE);
  private static final Term TWO = new Term.Literal(Rational.of(2));
  private static final Term TIME = new Term.Name("t");

  private final Predicate<Term> zero;
  private final Map<String, Term.Name> atoms = new LinkedHashMap<>();
  private final Map<String, Term> rootsByArgument = new LinkedHashMap<>();
  private final Map<String, Term> solved = new TreeMap<>();
  private final Map<Term, Term.Name> bases = new LinkedHashMap<>();
  private final TreeSet<String> solvable = new TreeSet<>();

  /**
   * @param zero decides whether an expression over names vanishes identically
   */
  public ClosedForm(Predicate<Term> zero) {
    this.zero = zero;
  }

  /** The rational form; apply {@link #settle} to it when all forms have been read. */
  public Term rational(Term t) {
    if (t instanceof Term.Literal) {
      return t;
    } else if (t instanceof Term.Name n && n.name().equals("t")) {
      return t;
    } else if (t instanceof Term.Negation n) {
      return new Term.Negation(rational(n.operand()));
    } else if (t instanceof Term.Operation o) {
      return o.operator() == Term.Operator.POWER
          ? op(Term.Operator.POWER, rational(o.left()), integer(Exponents.integer(o.right())))
          : op(o.operator(), rational(o.left()), rational(o.right()));
    } else if (t instanceof Term.Call c) {
      return call(c);
    }
    return atom(t);
  }

  /** Replaces the scalars that were solved for. */
  public Term settle(Term t) {
    return Instantiation.raw(t, solved);
  }

  /** Derivatives of {@code t} and of the exponential generators. */
  public Map<String, Term> dots() {
    Map<String, Term> dots = new TreeMap<>();
    dots.put("t", ONE);
    bases.forEach(
        (base, generator) ->
            dots.put(generator.name(), op(Term.Operator.TIMES, settle(rate(base)), generator)));
    return dots;
  }

  private Term atom(Term t) {
    if (moves(t)) {
      throw new NotRationalException("moves in a way that is not known: " + Show.of(t));
    }
    String key = Show.of(t);
    Term.Name known = atoms.get(key);
    if (known == null) {
      known = new Term.Name("o" + (atoms.size() + 1));
      atoms.put(key, known);
      solvable.add(known.name());
    }
    return known;
  }

  private Term call(Term.Call c) {
    Term argument = c.arguments().get(0);
    switch (c.function()) {
      case SQRT -> {
        return root(rational(argument));
      }
      case EXP -> {
        return exponential(rational(argument));
      }
      case SINH -> {
        Term e = exponential(rational(argument));
        return half(op(Term.Operator.MINUS, e, op(Term.Operator.DIVIDE, ONE, e)));
      }
      case COSH -> {
        Term e = exponential(rational(argument));
        return half(op(Term.Operator.PLUS, e, op(Term.Operator.DIVIDE, ONE, e)));
      }
      case TANH -> {
        return tangent(argument);
      }
      default -> throw new NotRationalException("no generator for " + c.function().head());
    }
  }

  // tanh(x + artanh z) = (E (1 + z) - (1 - z)) / (E (1 + z) + (1 - z)) with E = exp(2 x)
  private Term tangent(Term argument) {
    List<Term> parts = new ArrayList<>();
    flatten(argument, parts);
    Term z = null;
    Term x = new Term.Literal(Rational.ZERO);
    for (Term part : parts) {
      if (part instanceof Term.Call c && c.function() == Term.Function.ARTANH && z == null) {
        z = rational(c.arguments().get(0));
      } else {
        x = op(Term.Operator.PLUS, x, rational(part));
      }
    }
    Term e = exponential(op(Term.Operator.TIMES, TWO, x));
    Term zero = z == null ? new Term.Literal(Rational.ZERO) : z;
    Term up = op(Term.Operator.TIMES, e, op(Term.Operator.PLUS, ONE, zero));
    Term down = op(Term.Operator.MINUS, ONE, zero);
    return op(
        Term.Operator.DIVIDE, op(Term.Operator.MINUS, up, down), op(Term.Operator.PLUS, up, down));
  }

  private static void flatten(Term t, List<Term> parts) {
    if (t instanceof Term.Operation o && o.operator() == Term.Operator.PLUS) {
      flatten(o.left(), parts);
      flatten(o.right(), parts);
    } else {
      parts.add(t);
    }
  }

  private static boolean moves(Term term) {
    return contains(term, TIME);
  }

  private static boolean contains(Term term, Term wanted) {
    boolean[] found = {false};
    new TreeRewriter() {
      @Override
      protected Term name(Term.Name name) {
        found[0] |= name.equals(wanted);
        return name;
      }
    }.term(term);
    return found[0];
  }

  private Term root(Term argument) {
    if (moves(argument) || bases.values().stream().anyMatch(e -> contains(argument, e))) {
      throw new NotRationalException("a square root that moves: " + Show.of(argument));
    }
    Term settled = settle(argument);
    String key = Show.of(settled);
    Term known = rootsByArgument.get(key);
    if (known != null) {
      return known;
    }
    Term.Name rho = new Term.Name("root" + (rootsByArgument.size() + 1));
    for (String name : solvable) {
      Term rest = Instantiation.raw(settled, Map.of(name, new Term.Literal(Rational.ZERO)));
      Term slope = op(Term.Operator.MINUS, Instantiation.raw(settled, Map.of(name, ONE)), rest);
      Term affine =
          op(Term.Operator.PLUS, rest, op(Term.Operator.TIMES, slope, new Term.Name(name)));
      if (isZero(op(Term.Operator.MINUS, settled, affine)) && !isZero(slope)) {
        Term value =
            op(
                Term.Operator.DIVIDE,
                op(Term.Operator.MINUS, op(Term.Operator.POWER, rho, TWO), rest),
                slope);
        solved.replaceAll((n, old) -> Instantiation.raw(old, Map.of(name, value)));
        solved.put(name, value);
        solvable.remove(name);
        // roots of equal arguments must be found under the argument as it reads from now on
        rootsByArgument.put(Show.of(settle(settled)), rho);
        rootsByArgument.put(key, rho);
        return rho;
      }
    }
    throw new NotRationalException("no scalar can be solved for in Sqrt[" + key + "]");
  }

  private Term exponential(Term argument) {
    Term settled = settle(argument);
    if (isZero(settled)) {
      return ONE;
    }
    for (Map.Entry<Term, Term.Name> base : bases.entrySet()) {
      Term b = settle(base.getKey());
      Rational ratio = ratioAtRandomPoint(settled, b);
      if (ratio.isInteger()
          && isZero(
              op(
                  Term.Operator.MINUS,
                  settled,
                  op(Term.Operator.TIMES, new Term.Literal(ratio), b)))) {
        return op(Term.Operator.POWER, base.getValue(), integer(ratio.numerator().intValueExact()));
      }
    }
    Term base = half(argument);
    Term.Name generator = new Term.Name("e" + (bases.size() + 1));
    if (!isZero(
        op(Term.Operator.MINUS, settle(base), op(Term.Operator.TIMES, TIME, settle(rate(base)))))) {
      throw new NotRationalException("the exponent is not proportional to t: " + Show.of(argument));
    }
    bases.put(base, generator);
    return op(Term.Operator.POWER, generator, TWO);
  }

  // for a base p*t, the factor p
  private static Term rate(Term base) {
    return Instantiation.raw(base, Map.of("t", ONE));
  }

  private boolean isZero(Term t) {
    return zero.test(t);
  }

  private static Rational ratioAtRandomPoint(Term a, Term b) {
    Random random = new Random(5);
    Map<String, Rational> values = new TreeMap<>();
    TreeSet<String> names = new TreeSet<>();
    TreeRewriter collect =
        new TreeRewriter() {
          @Override
          protected Term name(Term.Name name) {
            names.add(name.name());
            return name;
          }
        };
    collect.term(a);
    collect.term(b);
    names.forEach(n -> values.put(n, Rational.of(1 + random.nextInt(1 << 20))));
    Scalars scalars = new Scalars(values);
    try {
      return scalars.value(a).dividedBy(scalars.value(b));
    } catch (ArithmeticException pole) {
      throw new NotRationalException("exponents cannot be compared: " + Show.of(a));
    }
  }

  private static Term integer(int value) {
    return value >= 0
        ? new Term.Literal(Rational.of(value))
        : new Term.Negation(new Term.Literal(Rational.of(-value)));
  }

  private static Term half(Term t) {
    return op(Term.Operator.DIVIDE, t, TWO);
  }

  private static Term op(Term.Operator operator, Term left, Term right) {
    return new Term.Operation(operator, left, right);
  }
}
