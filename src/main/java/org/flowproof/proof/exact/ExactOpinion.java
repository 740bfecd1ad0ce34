package org.flowproof.proof.exact;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;

/**
 * The second opinion on identities: exact rational arithmetic over the formula tree at random
 * integer points, with forward-mode differentiation. Shares no code with the computer-algebra
 * system nor with {@link Grounding}.
 *
 * <p>A rational expression that is not identically zero, with numerator of degree at most D,
 * vanishes at a point with coordinates drawn from {@value #RANGE_BITS}-bit integers with
 * probability at most {@code D * 2^-40} (Schwartz and Zippel), and at most {@code D * 2^-39} among
 * the points at which the denominators do not vanish. D is bounded by {@link DegreeBound}, and so
 * many points are taken that the probability for all of them is at most {@code 2^-60}.
 */
public final class ExactOpinion {
  static final int RANGE_BITS = 40;
  private static final int ERROR_BITS = 60;
  private static final int LEAST_POINTS = 2;

  /** More would take too long to evaluate. */
  private static final double LARGEST_DEGREE = 100_000;

  private static final int RETRIES = 20;

  private ExactOpinion() {}

  /** How this opinion is named in evidence. */
  public static String tool() {
    return "exact rational evaluation at random points of "
        + RANGE_BITS
        + " bits, error at most 2^-"
        + ERROR_BITS;
  }

  /** How many points are taken for a numerator of at most this degree. */
  static int points(double degree) {
    double bits = RANGE_BITS - 1 - Math.log(degree) / Math.log(2);
    if (!(degree <= LARGEST_DEGREE)) {
      throw new NotRationalException("the degree may be as large as " + degree);
    }
    return Math.max(LEAST_POINTS, (int) Math.ceil(ERROR_BITS / bits));
  }

  /** The bound on the degree with the number of points, for evidence. */
  public static String effort(Question question, Instance instance) {
    double degree = DegreeBound.of(question, instance);
    return "degree at most " + (long) degree + ", " + points(degree) + " points";
  }

  /**
   * The value of the question at random points.
   *
   * @param seed of the points
   * @return empty text when it is zero at every point, else the first non-zero value
   */
  public static String answer(Question question, Instance instance, long seed) {
    Random random = new Random(seed);
    int points = points(DegreeBound.of(question, instance));
    int done = 0;
    for (int attempt = 0; done < points; attempt++) {
      try {
        Rational value = new Point(question, instance, random).total();
        done++;
        if (value.signum() != 0) {
          String text = value.toString();
          return "non-zero at a random point: "
              + (text.length() > 60 ? "about " + value.toDouble() : text);
        }
      } catch (ArithmeticException zeroDivision) {
        // a pole at the random point: draw another one, but not for ever
        if (attempt > RETRIES) {
          return "no point found at which every denominator is non-zero";
        }
      }
    }
    return "";
  }

  /** One random point; atoms get their values on first use. */
  private static final class Point {
    private final Question question;
    private final Instance instance;
    private final Random random;
    private final Map<List<Object>, Rational> values = new HashMap<>();

    Point(Question question, Instance instance, Random random) {
      this.question = question;
      this.instance = instance;
      this.random = random;
    }

    Rational total() {
      Rational rest = eval(question.rest(), instance.indices(), false).value();
      return question.derived() == null
          ? rest
          : rest.plus(eval(question.derived(), instance.indices(), true).dot());
    }

    private Rational atom(List<Object> key) {
      Rational known = values.get(key);
      if (known == null) {
        known = new Rational(new BigInteger(RANGE_BITS, random), BigInteger.ONE);
        values.put(key, known);
      }
      return known;
    }

    private Dual eval(Term term, Map<String, Integer> env, boolean moving) {
      if (term instanceof Term.Literal l) {
        return Dual.constant(l.value());
      } else if (term instanceof Term.Name n) {
        Rational value = atom(List.of("name", n.name()));
        Term dot = question.nameDots().get(n.name());
        return moving && dot != null
            ? new Dual(value, eval(dot, env, false).value())
            : Dual.constant(value);
      } else if (term instanceof Term.Negation n) {
        return eval(n.operand(), env, moving).negate();
      } else if (term instanceof Term.Operation o) {
        Dual left = eval(o.left(), env, moving);
        if (o.operator() == Term.Operator.POWER) {
          return left.pow(Exponents.integer(o.right()));
        }
        Dual right = eval(o.right(), env, moving);
        return switch (o.operator()) {
          case PLUS -> left.plus(right);
          case MINUS -> left.minus(right);
          case TIMES -> left.times(right);
          case DIVIDE -> left.dividedBy(right);
          case POWER -> throw new IllegalStateException();
        };
      } else if (term instanceof Term.Over o && o.fold() == Term.Fold.SUM) {
        int size = instance.sizes().get(IndexKind.ofSize(o.size()).orElseThrow());
        Map<String, Integer> inner = new HashMap<>(env);
        Dual sum = Dual.ZERO;
        for (int value = 1; value <= size; value++) {
          inner.put(o.index(), value);
          sum = sum.plus(eval(o.body(), inner, moving));
        }
        return sum;
      } else if (term instanceof Term.Observed o) {
        return observed(o, env, moving);
      } else if (term instanceof Term.Call c) {
        // any function at all: equal arguments give equal values
        List<Dual> arguments = c.arguments().stream().map(a -> eval(a, env, moving)).toList();
        Rational value = function(c.function(), arguments);
        return moving
            ? new Dual(value, slope(c, arguments, value).times(arguments.get(0).dot()))
            : Dual.constant(value);
      } else if (term instanceof Term.OverTime && !moving) {
        return Dual.constant(atom(List.of("time fold", Show.of(term), relevant(term, env))));
      }
      throw new NotRationalException("not a rational expression: " + Show.of(term));
    }

    private Rational function(Term.Function function, List<Dual> arguments) {
      return atom(List.of(function, arguments.stream().map(Dual::value).toList()));
    }

    // without roots, which have no derivative at zero, and absolute values, which have kinks
    private Rational slope(Term.Call c, List<Dual> arguments, Rational value) {
      return switch (c.function()) {
        case EXP -> value;
        case LOG -> Rational.ONE.dividedBy(arguments.get(0).value());
        case SINH -> function(Term.Function.COSH, arguments);
        case COSH -> function(Term.Function.SINH, arguments);
        case TANH -> Rational.ONE.minus(value.times(value));
        case SIN -> function(Term.Function.COS, arguments);
        case COS -> function(Term.Function.SIN, arguments).negate();
        default -> throw new NotRationalException("cannot differentiate " + Show.of(c));
      };
    }

    private Dual observed(Term.Observed o, Map<String, Integer> env, boolean moving) {
      List<Integer> indices =
          o.indices().stream()
              .map(
                  i -> {
                    if (i instanceof Term.Name n && env.containsKey(n.name())) {
                      return env.get(n.name());
                    } else if (i instanceof Term.Literal l && l.value().isInteger()) {
                      return l.value().numerator().intValueExact();
                    }
                    throw new NotRationalException("index without value: " + Show.of(i));
                  })
              .toList();
      String time = o.time() == null ? "" : Show.of(o.time());
      Rational value = atom(List.of(o.name(), o.primes(), indices, time));
      if (!moving) {
        return Dual.constant(value);
      }
      Dot dot = question.dots().apply(o);
      if (dot instanceof Dot.Known known) {
        return new Dual(value, eval(known.derivative(), env, false).value());
      } else if (dot instanceof Dot.Abbreviates abbreviates) {
        return new Dual(value, eval(abbreviates.definition(), env, true).dot());
      } else if (dot instanceof Dot.Chain chain) {
        Rational factor = eval(chain.factor(), env, false).value();
        return new Dual(value, factor.times(eval(chain.of(), env, true).dot()));
      } else if (dot instanceof Dot.Unknown) {
        throw new NotRationalException("how it moves is not known: " + Show.of(o));
      }
      return Dual.constant(value);
    }

    private static Map<String, Integer> relevant(Term term, Map<String, Integer> env) {
      Map<String, Integer> found = new HashMap<>();
      new TreeRewriter() {
        @Override
        protected Term name(Term.Name name) {
          if (env.containsKey(name.name())) {
            found.put(name.name(), env.get(name.name()));
          }
          return name;
        }
      }.term(term);
      return found;
    }
  }
}
