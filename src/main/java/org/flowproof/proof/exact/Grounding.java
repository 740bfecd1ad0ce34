package org.flowproof.proof.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;

/**
 * Writes a question out at one instance, for the computer-algebra system: sums become explicit,
 * observables with index values become scalars, and so do functions of equal written arguments.
 */
public final class Grounding {
  private final Question question;
  private final Instance instance;
  private final Map<String, Change> changes = new LinkedHashMap<>();

  private Grounding(Question question, Instance instance) {
    this.question = question;
    this.instance = instance;
  }

  /**
   * A question without indices.
   *
   * @param derived to be differentiated, or null
   * @param rest to be added
   * @param changes derivative of each scalar that has one; scalars that are not listed are constant
   */
  public record Written(Ground derived, Ground rest, Map<String, Change> changes) {}

  /**
   * How a scalar changes.
   *
   * <p>The derivative is {@code known + factor * d(of)/dt}.
   *
   * @param known a part that is written out
   * @param factor of the derivative of {@code of}
   * @param of a term whose derivative enters
   */
  public record Change(Ground known, Ground factor, Ground of) {
    private static final Ground ZERO = new Ground.Num(Rational.ZERO);

    /** A derivative that is written out. */
    public static Change known(Ground derivative) {
      return new Change(derivative, ZERO, ZERO);
    }

    static Change chain(Ground factor, Ground of) {
      return new Change(ZERO, factor, of);
    }
  }

  /** The question at one instance. */
  public static Written write(Question question, Instance instance) {
    Grounding g = new Grounding(question, instance);
    Ground derived =
        question.derived() == null ? null : g.ground(question.derived(), instance.indices(), true);
    Ground rest = g.ground(question.rest(), instance.indices(), false);
    return new Written(derived, rest, g.changes);
  }

  private Ground ground(Term term, Map<String, Integer> env, boolean moving) {
    if (term instanceof Term.Literal l) {
      return new Ground.Num(l.value());
    } else if (term instanceof Term.Name n) {
      return scalarName(n.name(), env, moving);
    } else if (term instanceof Term.Negation n) {
      return times(new Ground.Num(Rational.of(-1)), ground(n.operand(), env, moving));
    } else if (term instanceof Term.Operation o) {
      return operation(o, env, moving);
    } else if (term instanceof Term.Over o && o.fold() == Term.Fold.SUM) {
      int size = instance.sizes().get(IndexKind.ofSize(o.size()).orElseThrow());
      List<Ground> parts = new ArrayList<>();
      Map<String, Integer> inner = new HashMap<>(env);
      for (int value = 1; value <= size; value++) {
        inner.put(o.index(), value);
        parts.add(ground(o.body(), inner, moving));
      }
      return new Ground.Plus(parts);
    } else if (term instanceof Term.Observed o) {
      return observed(o, env, moving);
    } else if (term instanceof Term.Call c) {
      List<Ground> arguments = c.arguments().stream().map(a -> ground(a, env, moving)).toList();
      Ground.Var value = function(c.function(), arguments);
      if (moving && !changes.containsKey(value.key())) {
        changes.put(value.key(), Change.chain(slope(c, arguments, value), arguments.get(0)));
      }
      return value;
    } else if (term instanceof Term.OverTime && !moving) {
      return new Ground.Var(Show.of(withValues(term, env)));
    }
    throw new NotRationalException("not a rational expression: " + Show.of(term));
  }

  private static Ground.Var function(Term.Function function, List<Ground> arguments) {
    StringBuilder key = new StringBuilder(function.head());
    arguments.forEach(a -> key.append('|').append(a));
    return new Ground.Var(key.toString());
  }

  // Roots are not differentiable where they vanish, and absolute values have kinks.
  private static Ground slope(Term.Call c, List<Ground> arguments, Ground value) {
    return switch (c.function()) {
      case EXP -> value;
      case LOG -> new Ground.Power(arguments.get(0), -1);
      case SINH -> function(Term.Function.COSH, arguments);
      case COSH -> function(Term.Function.SINH, arguments);
      case SIN -> function(Term.Function.COS, arguments);
      case COS -> times(new Ground.Num(Rational.of(-1)), function(Term.Function.SIN, arguments));
      case TANH ->
          new Ground.Plus(
              List.of(
                  new Ground.Num(Rational.ONE),
                  times(new Ground.Num(Rational.of(-1)), new Ground.Power(value, 2))));
      default -> throw new NotRationalException("cannot differentiate " + Show.of(c));
    };
  }

  private Ground operation(Term.Operation o, Map<String, Integer> env, boolean moving) {
    Ground left = ground(o.left(), env, moving);
    if (o.operator() == Term.Operator.POWER) {
      return new Ground.Power(left, Exponents.integer(o.right()));
    }
    Ground right = ground(o.right(), env, moving);
    return switch (o.operator()) {
      case PLUS -> new Ground.Plus(List.of(left, right));
      case MINUS -> new Ground.Plus(List.of(left, times(new Ground.Num(Rational.of(-1)), right)));
      case TIMES -> times(left, right);
      case DIVIDE -> times(left, new Ground.Power(right, -1));
      case POWER -> throw new IllegalStateException();
    };
  }

  private Ground scalarName(String name, Map<String, Integer> env, boolean moving) {
    if (env.containsKey(name)) {
      throw new NotRationalException("an index is used as a number: " + name);
    }
    Term dot = question.nameDots().get(name);
    if (moving && dot != null && !changes.containsKey(name)) {
      changes.put(name, Change.known(ground(dot, env, false)));
    }
    return new Ground.Var(name);
  }

  private Ground observed(Term.Observed o, Map<String, Integer> env, boolean moving) {
    String key = Show.of(withValues(o, env));
    if (moving && !changes.containsKey(key)) {
      Dot dot = question.dots().apply(o);
      if (dot instanceof Dot.Known known) {
        changes.put(key, Change.known(ground(known.derivative(), env, false)));
      } else if (dot instanceof Dot.Abbreviates abbreviates) {
        // a mark first: the definition cannot mention the observable itself
        Ground definition = ground(abbreviates.definition(), env, true);
        changes.put(key, Change.chain(new Ground.Num(Rational.ONE), definition));
      } else if (dot instanceof Dot.Chain chain) {
        Ground of = ground(chain.of(), env, true);
        changes.put(key, Change.chain(ground(chain.factor(), env, false), of));
      } else if (dot instanceof Dot.Unknown) {
        throw new NotRationalException("how it moves is not known: " + Show.of(o));
      }
    }
    return new Ground.Var(key);
  }

  private static Term withValues(Term term, Map<String, Integer> env) {
    Map<String, Term> values = new HashMap<>();
    env.forEach((name, value) -> values.put(name, new Term.Literal(Rational.of(value))));
    return Instantiation.raw(term, values);
  }

  private static Ground times(Ground left, Ground right) {
    return new Ground.Times(List.of(left, right));
  }
}
