package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** One tree, three readings that must not contradict each other. */
class ArithmeticAgreementProperties {

  private record Readings(Rational exact, Ball ball, Double plain) {}

  private static <T> T orNull(java.util.function.Supplier<T> reading) {
    try {
      return reading.get();
    } catch (NoValueException e) {
      return null;
    }
  }

  /** Reads a term at a point with exact doubles. */
  private static Readings read(Term term, long seed) {
    Random random = new Random(seed);
    Map<String, Rational> exact = new LinkedHashMap<>();
    Map<String, Ball> balls = new LinkedHashMap<>();
    Map<String, Double> doubles = new LinkedHashMap<>();
    double kappa = random.nextInt(64) / 8.0 - 2;
    double time = random.nextInt(64) / 16.0;
    exact.put("kappa", Rational.ofDouble(kappa));
    balls.put("kappa", Ball.exact(kappa));
    doubles.put("kappa", kappa);
    return new Readings(
        orNull(
            () ->
                new Compiler<>(new RationalArithmetic())
                    .compile(term)
                    .evaluate(new Point<>(exact), Map.of(), Rational.ofDouble(time))),
        orNull(
            () ->
                new Compiler<>(new BallArithmetic())
                    .compile(term)
                    .evaluate(new Point<>(balls), Map.of(), Ball.exact(time))),
        orNull(
            () ->
                new Compiler<>(new DoubleArithmetic())
                    .compile(term)
                    .evaluate(new Point<>(doubles), Map.of(), time)));
  }

  @Property(tries = 5000)
  void ballsContainTheExactValue(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int depth) {
    Term term = RandomTrees.arithmetic(seed).term(depth);
    Readings readings = read(term, seed);
    boolean both = readings.exact() != null && readings.ball() != null;
    Statistics.collect(both);
    // nearly half of the trees have both values; without them the test would be empty
    Statistics.coverage(checker -> checker.check(true).percentage(p -> p > 10));
    if (both) {
      Ball ball = readings.ball();
      Rational error = readings.exact().minus(Rational.ofDouble(ball.value())).abs();
      assertTrue(
          error.compareTo(Rational.ofDouble(ball.radius())) <= 0,
          () -> TextPrinter.print(term) + " = " + readings.exact().toDouble() + " not in " + ball);
    }
  }

  @Property(tries = 5000)
  void ballsContainTheDoubleUpToItsOwnRounding(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int depth) {
    Term term = RandomTrees.arithmetic(seed).term(depth);
    Readings readings = read(term, seed);
    if (readings.ball() != null && readings.plain() != null) {
      double distance = Math.abs(readings.plain() - readings.ball().value());
      // both err by at most the radius; Math and StrictMath and the power algorithms differ, so
      // the double may lie as far again on the other side
      assertTrue(
          distance <= 2 * readings.ball().radius() + 8 * Math.ulp(readings.plain()),
          () -> TextPrinter.print(term) + ": " + readings);
    }
  }

  /** Elementary functions against the same functions on the ends of a much narrower ball. */
  @Property(tries = 3000)
  void widerBallsContainNarrowerOnes(
      @ForAll @IntRange(min = 0, max = 7) int which,
      @ForAll @IntRange(min = -2000, max = 2000) int milli,
      @ForAll @IntRange(min = -1000, max = 1000) int offset,
      @ForAll @IntRange(min = 1, max = 12) int digits) {
    Term.Function function = Term.Function.values()[which];
    double middle = milli / 1000.0;
    double radius = Math.pow(10, -digits);
    Ball wide = orNull(() -> apply(function, new Ball(middle, radius)));
    double inside = middle + radius * offset / 1001.0;
    Ball point = orNull(() -> apply(function, Ball.exact(inside)));
    if (wide != null) {
      assertTrue(point != null, () -> function + " has a value around but not at " + inside);
      // the point itself is known to its radius only
      BigDecimal distance =
          new BigDecimal(point.value()).subtract(new BigDecimal(wide.value())).abs();
      assertTrue(
          distance.doubleValue() <= wide.radius() + point.radius(),
          () -> function + " at " + inside + ": " + point + " outside " + wide);
    }
  }

  private static Ball apply(Term.Function function, Ball x) {
    return new BallArithmetic().apply(function, java.util.List.of(x));
  }

  @Property(tries = 2000)
  void rationalsCancelExactly(
      @ForAll @IntRange(min = -9, max = 9) int a, @ForAll @IntRange(min = -9, max = 9) int b) {
    Map<String, Rational> values = Map.of("kappa", Rational.of(a));
    Term term = FormulaParser.term("(kappa - t)*(kappa + t) - kappa^2", TestVocabulary.INSTANCE);
    Rational value =
        new Compiler<>(new RationalArithmetic())
            .compile(term)
            .evaluate(new Point<>(values), Map.of(), Rational.of(b));
    assertEquals(Rational.of(-(long) b * b), value);
  }
}
