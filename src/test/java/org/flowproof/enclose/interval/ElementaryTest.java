package org.flowproof.enclose.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.flowproof.formula.NoValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Elementary functions against references of many digits. */
class ElementaryTest {
  private static final int DRAWS = 150;

  /**
   * A function with its reference.
   *
   * @param ulps allowed width at a point, in ulp of the result: both widenings and what composed
   *     operations add
   */
  private record Case(
      String name,
      double from,
      double to,
      UnaryOperator<Interval> enclosure,
      UnaryOperator<BigDecimal> reference,
      DoubleUnaryOperator nearest,
      int ulps) {
    boolean holdsAt(UnaryOperator<Interval> enclosed, Interval x, double point) {
      BigDecimal value = reference.apply(new BigDecimal(point));
      Interval result = enclosed.apply(x);
      return new BigDecimal(result.lower()).compareTo(value) <= 0
          && new BigDecimal(result.upper()).compareTo(value) >= 0;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> functions() {
    return List.of(
        new Case("exp", -40, 40, Interval::exp, PreciseFunctions::exp, StrictMath::exp, 4),
        new Case("log", 1e-9, 40, Interval::log, PreciseFunctions::log, StrictMath::log, 4),
        new Case(
            "logOnePlus",
            -0.99,
            3,
            Interval::logOnePlus,
            PreciseFunctions::logOnePlus,
            StrictMath::log1p,
            4),
        new Case("sinh", -30, 30, Interval::sinh, PreciseFunctions::sinh, StrictMath::sinh, 8),
        new Case("cosh", -30, 30, Interval::cosh, PreciseFunctions::cosh, StrictMath::cosh, 8),
        new Case("tanh", -3, 3, Interval::tanh, PreciseFunctions::tanh, StrictMath::tanh, 8),
        new Case(
            "artanh",
            -0.999,
            0.999,
            Interval::artanh,
            PreciseFunctions::artanh,
            x -> 0.5 * StrictMath.log((1 + x) / (1 - x)),
            12),
        new Case("sin", -35, 35, Interval::sin, PreciseFunctions::sin, StrictMath::sin, 4),
        new Case("cos", -35, 35, Interval::cos, PreciseFunctions::cos, StrictMath::cos, 4),
        new Case(
            "sigmoid",
            -30,
            30,
            Interval::sigmoid,
            PreciseFunctions::sigmoid,
            x -> 1 / (1 + StrictMath.exp(-x)),
            12));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void pointsAreEnclosedTightly(Case function) {
    Random random = new Random(1);
    for (int i = 0; i < DRAWS; i++) {
      double x = function.from + (function.to - function.from) * random.nextDouble();
      Interval result = function.enclosure.apply(Interval.of(x));
      assertTrue(function.holdsAt(function.enclosure, Interval.of(x), x), function + " at " + x);
      assertTrue(
          result.width() <= function.ulps * Math.ulp(result.magnitude()),
          function + " at " + x + ": " + result);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyPointOfAnIntervalIsEnclosed(Case function) {
    Random random = new Random(2);
    for (int i = 0; i < DRAWS; i++) {
      double a = function.from + (function.to - function.from) * random.nextDouble();
      double b = Math.min(function.to, a + random.nextDouble() * (i % 3 == 0 ? 8 : 2));
      double inside = a + (b - a) * random.nextDouble();
      assertTrue(
          function.holdsAt(function.enclosure, Interval.of(a, b), Math.min(inside, b)),
          function + " on [" + a + ", " + b + "] at " + inside);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theCheckerCatchesResultsWithoutWidening(Case function) {
    Random random = new Random(3);
    int wrong = 0;
    for (int i = 0; i < 40; i++) {
      double x = function.from + (function.to - function.from) * random.nextDouble();
      UnaryOperator<Interval> mutant =
          point -> Interval.of(function.nearest.applyAsDouble(point.lower()));
      if (!function.holdsAt(mutant, Interval.of(x), x)) {
        wrong++;
      }
    }
    assertTrue(wrong > 30, function + ": only " + wrong + " of 40");
  }

  @Test
  void wavesReachTheirExtrema() {
    assertEquals(1, Interval.of(1, 2).sin().upper());
    assertEquals(-1, Interval.of(3, 3.5).cos().lower());
    assertTrue(Interval.of(3, 3.5).cos().upper() < -0.9);
    assertEquals(Interval.of(-1, 1), Interval.of(0, 7).sin());
    assertEquals(Interval.of(-1, 1), Interval.ENTIRE.cos());
    assertFalse(Interval.of(1, 1.5).sin().contains(1));
    // a point beside the maximum: pi/2 is not a double
    assertTrue(Interval.of(Math.PI / 2, Math.nextUp(Math.PI / 2)).sin().contains(1));
  }

  @Test
  void valuesAreExactWhereKnown() {
    assertEquals(Interval.ONE, Interval.ZERO.exp());
    assertEquals(Interval.ZERO, Interval.ONE.log());
    assertEquals(Interval.ZERO, Interval.ZERO.logOnePlus());
    assertEquals(Interval.ZERO, Interval.ZERO.tanh());
    assertEquals(Interval.ONE, Interval.ZERO.cosh());
  }

  @Test
  void theEndsOfTheRangeStayBounds() {
    assertEquals(Double.POSITIVE_INFINITY, Interval.of(800).exp().upper());
    assertTrue(Double.isFinite(Interval.of(800).exp().lower()));
    assertEquals(0, Interval.of(-800).exp().lower());
    assertTrue(Interval.of(-800).exp().upper() > 0);
    assertEquals(Interval.of(0, 1), Interval.ENTIRE.sigmoid());
    assertEquals(Interval.of(-1, 1), Interval.ENTIRE.tanh());
    assertTrue(Interval.of(-800).sigmoid().upper() > 0);
  }

  @Test
  void outsideTheDomainThereIsNoValue() {
    assertThrows(NoValueException.class, () -> Interval.of(0, 1).log());
    assertThrows(NoValueException.class, () -> Interval.of(-1).logOnePlus());
    assertThrows(NoValueException.class, () -> Interval.of(1).artanh());
    assertThrows(NoValueException.class, () -> Interval.of(-1e-300, 1).sqrt());
    assertThrows(NoValueException.class, () -> Interval.ONE.divide(Interval.of(-1, 1)));
    assertThrows(NoValueException.class, () -> Interval.of(-1, 1).power(-1));
    assertThrows(NoValueException.class, () -> Interval.of(-1, 1).power(Interval.of(0.5)));
  }
}
