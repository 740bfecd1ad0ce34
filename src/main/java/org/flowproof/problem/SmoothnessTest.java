package org.flowproof.problem;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.CompiledTerm;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;
import org.flowproof.formula.RationalArithmetic;
import org.flowproof.formula.Signature;
import org.flowproof.formula.Term;
import org.flowproof.formula.Terms;
import org.flowproof.formula.Valuation;
import org.flowproof.formula.Vocabulary;

/**
 * Whether a formula can serve as a smooth activation. Functions of the language without kinks are
 * analytic wherever they have a value, so it is enough that ball arithmetic finds values on balls
 * that cover an interval.
 */
final class SmoothnessTest {
  /** Only the argument. */
  static final Vocabulary VOCABULARY =
      new Vocabulary() {
        @Override
        public java.util.Optional<Signature> find(String name) {
          return name.equals(SmoothFunction.ARGUMENT)
              ? java.util.Optional.of(new Signature(name, java.util.List.of(), false, "z"))
              : java.util.Optional.empty();
        }

        @Override
        public Set<String> names() {
          return Set.of(SmoothFunction.ARGUMENT);
        }

        @Override
        public Map<String, IndexKind> genericIndices() {
          return Map.of();
        }
      };

  /** Values are wanted on {@code [-REACH, REACH]}. */
  private static final double REACH = 16;

  private static final double PIECE = 1.0 / 16;
  private static final int HALVINGS = 20;
  private static final int EVALUATIONS = 50_000;

  /** Relative error that a value close to 0 may have; a dozen roundings stay far below it. */
  private static final double LOSS = 1e-13;

  private static final int SMALLEST_EXPONENT = -150;

  /** Below this numbers are not normal. */
  private static final double TINY = 1e-290;

  private final CompiledTerm<Ball> value;
  private final CompiledTerm<Ball> slope;
  private int left = EVALUATIONS;
  private double steepest;

  private SmoothnessTest(Term formula, Term derivative) {
    value = new Compiler<>(new BallArithmetic()).compile(formula);
    slope = new Compiler<>(new BallArithmetic()).compile(derivative);
  }

  /** Refuses names other than the argument, which the language knows without being told. */
  static void requireOneName(Term formula) {
    for (String name : Terms.names(formula)) {
      if (!name.equals(SmoothFunction.ARGUMENT)) {
        throw new IllegalArgumentException("it mentions '" + name + "', not z alone");
      }
    }
    requireNoFold(formula);
  }

  private static void requireNoFold(Term term) {
    if (term instanceof Term.Over || term instanceof Term.OverTime) {
      throw new IllegalArgumentException("it sums or integrates, which an activation does not");
    }
    if (term instanceof Term.Observed) {
      throw new IllegalArgumentException("z has no indices");
    }
    if (term instanceof Term.Operation operation) {
      requireNoFold(operation.left());
      requireNoFold(operation.right());
    } else if (term instanceof Term.Negation negation) {
      requireNoFold(negation.operand());
    } else if (term instanceof Term.Call call) {
      call.arguments().forEach(SmoothnessTest::requireNoFold);
    }
  }

  /**
   * Tests a function.
   *
   * @return a bound on the absolute value of the derivative where it was tested
   * @throws IllegalArgumentException with the reason when it does not serve
   */
  static double steepest(Term formula, Term derivative) {
    requireZeroAtZero(formula);
    SmoothnessTest test = new SmoothnessTest(formula, derivative);
    for (int i = 0; i * PIECE < REACH; i++) {
      test.cover(i * PIECE + PIECE / 2, PIECE / 2, HALVINGS);
      test.cover(-(i * PIECE + PIECE / 2), PIECE / 2, HALVINGS);
    }
    for (int exponent = -1; exponent >= SMALLEST_EXPONENT; exponent--) {
      test.requireDigits(Math.pow(10, exponent));
      test.requireDigits(-Math.pow(10, exponent));
    }
    return test.steepest;
  }

  private static void requireZeroAtZero(Term formula) {
    try {
      Rational zero =
          new Compiler<>(new RationalArithmetic())
              .compile(formula)
              .evaluate(new Point<>(Rational.ZERO), Map.of(), Rational.ZERO);
      if (zero.signum() == 0) {
        return;
      }
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "its value at z = 0 is %.6g, not 0", zero.toDouble()));
    } catch (NoValueException e) {
      throw new IllegalArgumentException("its value at z = 0 is not seen to be 0", e);
    }
  }

  /** An enclosure of a formula at one argument. */
  static Ball at(Term formula, Ball z) {
    return new Compiler<>(new BallArithmetic())
        .compile(formula)
        .evaluate(new Point<>(z), Map.of(), z);
  }

  private void cover(double centre, double radius, int halvings) {
    try {
      if (--left < 0) {
        throw new IllegalArgumentException(
            "it takes too long to see that it has values everywhere");
      }
      Ball here = new Ball(centre, radius);
      value.evaluate(new Point<>(here), Map.of(), here);
      Ball rise = slope.evaluate(new Point<>(here), Map.of(), here);
      steepest = Math.max(steepest, Math.abs(rise.value()) + rise.radius());
    } catch (NoValueException e) {
      if (halvings == 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "it may have no value, or no derivative, near z = %.6g", centre),
            e);
      }
      cover(centre - radius / 2, radius / 2, halvings - 1);
      cover(centre + radius / 2, radius / 2, halvings - 1);
    }
  }

  /** Rounding near 0 relative to the value: what is lost here no second run would show. */
  private void requireDigits(double z) {
    Ball at = Ball.exact(z);
    Ball there = value.evaluate(new Point<>(at), Map.of(), at);
    Ball rise = slope.evaluate(new Point<>(at), Map.of(), at);
    double size = Math.abs(there.value());
    double scale = Math.max(Math.abs(rise.value()), size / Math.abs(z));
    boolean lost = there.radius() > LOSS * size && there.radius() > TINY;
    if (lost || (rise.radius() > LOSS * scale && rise.radius() > TINY)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "it loses its digits near 0 (at z = %.0e they are off by up to %.1e); write it"
                  + " without differences of nearly equal numbers, such as Sinh[z/2] for those of"
                  + " exponentials",
              z,
              there.radius() / Math.max(size, Double.MIN_NORMAL)));
    }
  }

  /** The argument at one point. */
  private record Point<T>(T z) implements Valuation<T> {
    @Override
    public int size(IndexKind kind) {
      throw new IllegalArgumentException("no sizes here");
    }

    @Override
    public T constant(String name) {
      return z;
    }

    @Override
    public T observable(String name, java.util.List<Integer> indices, int primes, T time) {
      throw new IllegalArgumentException("no observables here");
    }

    @Override
    public T overTime(Term.TimeFold fold, T from, T to, java.util.function.Function<T, T> body) {
      throw new IllegalArgumentException("no folds here");
    }
  }
}
