package org.flowproof.proof.smt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Proposition.Comparison;
import org.flowproof.formula.Proposition.Relation;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.proof.Symbol;
import org.flowproof.proof.exact.Definitions;
import org.flowproof.proof.exact.Exponents;
import org.flowproof.proof.exact.Instantiation;
import org.flowproof.proof.exact.NotRationalException;
import org.flowproof.proof.exact.Show;

/**
 * Turns statements about observables into statements about scalars: every observable at one place,
 * every sum and every transcendental value becomes a name of its own, with the facts that hold by
 * its kind. Collects what must be true for the formulas to have values.
 */
public final class Abstraction {
  private static final Rational ZERO = Rational.ZERO;

  /**
   * Something that must hold for a formula to have a value.
   *
   * @param condition over the scalar names
   * @param roots how many square roots are older; only their defining facts may be used
   * @param about readable
   */
  public record Obligation(Proposition condition, int roots, String about) {}

  private final Definitions definitions;
  private final Signs signs;
  private final Totality totality;
  private final boolean relu;
  private final Map<IndexKind, Integer> depths = new EnumMap<>(IndexKind.class);
  private final Map<String, Term.Name> atoms = new LinkedHashMap<>();
  private final Map<String, RealQuestion.Domain> domains = new LinkedHashMap<>();
  private final List<Proposition> kinds = new ArrayList<>();
  private final List<Proposition> roots = new ArrayList<>();
  private final List<Obligation> obligations = new ArrayList<>();

  /**
   * @param relu whether the slope below zero is known to be 0
   */
  public Abstraction(Definitions definitions, boolean relu) {
    this.definitions = definitions;
    this.signs = new Signs(definitions);
    this.totality = new Totality(definitions, signs);
    this.relu = relu;
  }

  /** What holds of the scalars by their kind. */
  public List<Proposition> kindFacts() {
    return List.copyOf(kinds);
  }

  /** What defines the square roots, oldest first. */
  public List<Proposition> rootFacts() {
    return List.copyOf(roots);
  }

  /** What must hold for everything seen so far to have a value. */
  public List<Obligation> obligations() {
    return List.copyOf(obligations);
  }

  public Map<String, RealQuestion.Domain> domains() {
    return Map.copyOf(domains);
  }

  /** The scalar names with what they stand for. */
  public Map<String, String> legend() {
    Map<String, String> legend = new LinkedHashMap<>();
    atoms.forEach((key, name) -> legend.put(name.name(), key));
    return legend;
  }

  /** The statement over scalars. */
  public Proposition of(Proposition p) {
    if (p instanceof Comparison c) {
      return new Comparison(c.relation(), of(c.left()), of(c.right()));
    } else if (p instanceof Proposition.And a) {
      return new Proposition.And(a.parts().stream().map(this::of).toList());
    } else if (p instanceof Proposition.Or o) {
      return new Proposition.Or(o.parts().stream().map(this::of).toList());
    } else if (p instanceof Proposition.Not n) {
      return new Proposition.Not(of(n.operand()));
    } else if (p instanceof Proposition.Implies i) {
      return new Proposition.Implies(of(i.premise()), of(i.consequence()));
    }
    throw new NotRationalException("a quantified statement is not about scalars: " + Show.of(p));
  }

  /** The term over scalars. */
  public Term of(Term t) {
    if (t instanceof Term.Literal) {
      return t;
    } else if (t instanceof Term.Name n) {
      totality.partial(new Term.Observed(n.name(), 0, List.of(), null)).ifPresent(this::of);
      return atom(t);
    } else if (t instanceof Term.Observed o) {
      // an abbreviation has a value where its definition has one
      totality.partial(o).ifPresent(this::of);
      return atom(t);
    } else if (t instanceof Term.Over o) {
      underBinder(o); // for the conditions under which the body has a value
      return atom(t);
    } else if (t instanceof Term.OverTime o) {
      of(o.body());
      return atom(t);
    } else if (t instanceof Term.Negation n) {
      return new Term.Negation(of(n.operand()));
    } else if (t instanceof Term.Operation o) {
      return operation(o);
    }
    return call((Term.Call) t);
  }

  /** What an index below a sum is called in conditions: any value of it, of the depth given. */
  public static String anyIndex(IndexKind kind, int depth) {
    return "any " + kind.name().toLowerCase(Locale.ROOT) + " " + depth;
  }

  private void underBinder(Term.Over o) {
    IndexKind kind = IndexKind.ofSize(o.size()).orElseThrow();
    int depth = depths.merge(kind, 1, Integer::sum);
    of(Instantiation.raw(o.body(), Map.of(o.index(), new Term.Name(anyIndex(kind, depth)))));
    depths.merge(kind, -1, Integer::sum);
  }

  private Term operation(Term.Operation o) {
    Term left = of(o.left());
    if (o.operator() == Term.Operator.POWER) {
      if (Exponents.integer(o.right()) < 0) {
        nonZero(left, o.left());
      }
      return new Term.Operation(o.operator(), left, o.right());
    }
    Term right = of(o.right());
    if (o.operator() == Term.Operator.DIVIDE) {
      nonZero(right, o.right());
    }
    return new Term.Operation(o.operator(), left, right);
  }

  private Term call(Term.Call c) {
    List<Term> arguments = c.arguments().stream().map(this::of).toList();
    Term first = arguments.get(0);
    switch (c.function()) {
      case ABS, MAX, MIN -> {
        return new Term.Call(c.function(), arguments);
      }
      case SQRT -> {
        return root(c, first);
      }
      case LOG -> oblige(Relation.GREATER, first, literal(0), Show.of(c));
      case ARTANH -> {
        oblige(Relation.LESS, first, literal(1), Show.of(c));
        oblige(Relation.GREATER, first, literal(-1), Show.of(c));
      }
      default -> {}
    }
    return atom(c);
  }

  private Term root(Term.Call c, Term argument) {
    String key = Show.of(c);
    boolean isNew = !atoms.containsKey(key);
    if (isNew) {
      oblige(Relation.GREATER_OR_EQUAL, argument, literal(0), key);
    }
    Term.Name v = atom(c);
    if (isNew) {
      roots.add(
          new Comparison(Relation.EQUAL, new Term.Operation(Term.Operator.TIMES, v, v), argument));
    }
    return v;
  }

  private Term.Name atom(Term t) {
    String key = Show.of(t);
    Term.Name known = atoms.get(key);
    if (known != null) {
      return known;
    }
    Term.Name v = new Term.Name("x" + (atoms.size() + 1));
    atoms.put(key, v);
    String name =
        t instanceof Term.Name n ? n.name() : t instanceof Term.Observed o ? o.name() : "";
    if (name.equals("m") || name.equals("n") || name.equals("d")) {
      domains.put(v.name(), RealQuestion.Domain.SIZE);
      kinds.add(new Comparison(Relation.GREATER_OR_EQUAL, v, literal(1)));
    } else if (definitions.kind(name).isPresent() && isPlain(t)) {
      declared(v, definitions.kind(name).orElseThrow(), t);
    } else if (definitions.network() && name.equals("alpha")) {
      domains.put(v.name(), RealQuestion.Domain.UNIT);
      kinds.add(new Comparison(Relation.GREATER_OR_EQUAL, v, literal(0)));
      kinds.add(
          relu
              ? new Comparison(Relation.EQUAL, v, literal(0))
              : new Comparison(Relation.LESS, v, literal(1)));
    } else if (definitions.network() && name.equals("s") && isPlain(t)) {
      domains.put(v.name(), RealQuestion.Domain.UNIT);
      Term.Name alpha = atom(new Term.Name("alpha"));
      kinds.add(new Comparison(Relation.GREATER_OR_EQUAL, v, alpha));
      kinds.add(new Comparison(Relation.LESS_OR_EQUAL, v, literal(1)));
    } else if (t instanceof Term.Call c && c.function() == Term.Function.EXP) {
      domains.put(v.name(), RealQuestion.Domain.NONNEGATIVE);
      kinds.add(new Comparison(Relation.GREATER, v, literal(0)));
    } else if (signs.nonNegative(t)) {
      domains.put(v.name(), RealQuestion.Domain.NONNEGATIVE);
      kinds.add(new Comparison(Relation.GREATER_OR_EQUAL, v, literal(0)));
    } else {
      domains.put(v.name(), RealQuestion.Domain.REAL);
    }
    return v;
  }

  // a derivative has no sign by the kind of what it is the derivative of
  private static boolean isPlain(Term t) {
    return !(t instanceof Term.Observed o) || o.primes() == 0;
  }

  private void declared(Term.Name v, Symbol.Kind kind, Term t) {
    boolean sign = kind != Symbol.Kind.REAL || signs.nonNegative(t);
    domains.put(
        v.name(),
        switch (kind) {
          case SIZE -> RealQuestion.Domain.SIZE;
          case UNIT -> RealQuestion.Domain.UNIT;
          default -> sign ? RealQuestion.Domain.NONNEGATIVE : RealQuestion.Domain.REAL;
        });
    if (sign) {
      Relation relation =
          kind == Symbol.Kind.POSITIVE ? Relation.GREATER : Relation.GREATER_OR_EQUAL;
      kinds.add(new Comparison(relation, v, literal(kind == Symbol.Kind.SIZE ? 1 : 0)));
    }
    if (kind == Symbol.Kind.UNIT) {
      kinds.add(new Comparison(Relation.LESS_OR_EQUAL, v, literal(1)));
    }
  }

  private void nonZero(Term abstracted, Term original) {
    if (abstracted instanceof Term.Literal l && !l.value().equals(ZERO)) {
      return;
    }
    oblige(Relation.NOT_EQUAL, abstracted, literal(0), Show.of(original));
  }

  private void oblige(Relation relation, Term left, Term right, String about) {
    obligations.add(new Obligation(new Comparison(relation, left, right), roots.size(), about));
  }

  private static Term literal(long value) {
    return new Term.Literal(Rational.of(value));
  }
}
