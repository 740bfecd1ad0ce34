package org.flowproof.enclose.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.flowproof.enclose.interval.DirectedOperation.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rounding against exact decimal arithmetic, and the checker against unsound rounding. */
class RoundingTest {
  private static final int DRAWS = 20_000;

  static List<DirectedOperation> operations() {
    return List.of(
        DirectedOperation.SUM,
        DirectedOperation.DIFFERENCE,
        DirectedOperation.PRODUCT,
        DirectedOperation.QUOTIENT,
        DirectedOperation.ROOT);
  }

  /** Any bits: subnormal numbers, zeros, overflow and underflow of the result included. */
  @ParameterizedTest
  @MethodSource("operations")
  void theExactResultOfAnyBitsIsBetween(DirectedOperation operation) {
    Random random = new Random(7);
    for (int i = 0; i < DRAWS; i++) {
      double a = first(operation, anyBits(random));
      double b = i % 4 == 0 ? a * random.nextDouble() : anyBits(random);
      if (!operation.equals(DirectedOperation.QUOTIENT) || b != 0) {
        // one double more where the error cannot be computed
        assertTrue(operation.judge(a, b, 1) == Finding.TIGHT, operation.name() + " " + a + " " + b);
      }
    }
  }

  /** Numbers of ordinary size: never more than the neighbouring doubles, exact where exact. */
  @ParameterizedTest
  @MethodSource("operations")
  void ordinaryNumbersAreRoundedToTheirNeighbours(DirectedOperation operation) {
    Random random = new Random(8);
    for (int i = 0; i < DRAWS; i++) {
      double a = first(operation, ordinary(random));
      double b = ordinary(random);
      assertTrue(operation.judge(a, b, 0) == Finding.TIGHT, operation.name() + " " + a + " " + b);
      double lower = operation.down().applyAsDouble(a, b);
      double upper = operation.up().applyAsDouble(a, b);
      assertTrue(upper == lower || upper == Math.nextUp(lower), operation.name() + " " + a);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theCheckerCatchesRoundingToNearest(DirectedOperation operation) {
    DirectedOperation mutant = operation.roundedToNearest(nearest(operation));
    Random random = new Random(9);
    int wrong = 0;
    int draws = 2_000;
    for (int i = 0; i < draws; i++) {
      double a = first(operation, ordinary(random));
      if (mutant.judge(a, ordinary(random), 0) == Finding.WRONG) {
        wrong++;
      }
    }
    // every result that is not exact
    assertTrue(wrong > draws / 2, operation.name() + ": only " + wrong + " of " + draws);
  }

  @Test
  void overflowKeepsTheLargestDoubleBelow() {
    double max = Double.MAX_VALUE;
    double inf = Double.POSITIVE_INFINITY;
    assertEquals(max, Rounding.addDown(max, max));
    assertEquals(inf, Rounding.addUp(max, max));
    assertEquals(-inf, Rounding.mulDown(-max, 2));
    assertEquals(-max, Rounding.mulUp(-max, 2));
    assertEquals(max, Rounding.divDown(max, 0.5));
    assertEquals(inf, Rounding.divUp(max, 0.5));
  }

  @Test
  void underflowKeepsTheSign() {
    double min = Double.MIN_VALUE;
    assertEquals(0, Rounding.mulDown(min, 0.25));
    assertEquals(min, Rounding.mulUp(min, 0.25));
    assertEquals(-min, Rounding.mulDown(-min, 0.25));
    assertEquals(0, Rounding.mulUp(-min, 0.25), 0);
    assertEquals(0, Rounding.divDown(min, 4));
    assertEquals(min, Rounding.divUp(min, 4));
  }

  @Test
  void zeroTimesAnUnknownBoundIsZero() {
    double inf = Double.POSITIVE_INFINITY;
    assertEquals(0, Rounding.mulDown(0, inf), 0);
    assertEquals(0, Rounding.mulUp(-inf, 0), 0);
    assertEquals(-inf, Rounding.addDown(inf, -inf));
    assertEquals(inf, Rounding.addUp(inf, -inf));
    assertEquals(-inf, Rounding.divDown(1, 0));
    assertEquals(-inf, Rounding.sqrtDown(-1));
  }

  @Test
  void noNumberGivesNoBound() {
    for (DirectedOperation operation : operations()) {
      for (double other : new double[] {0, 1, Double.POSITIVE_INFINITY}) {
        assertEquals(Double.NEGATIVE_INFINITY, operation.down().applyAsDouble(Double.NaN, other));
        assertEquals(Double.POSITIVE_INFINITY, operation.up().applyAsDouble(Double.NaN, other));
      }
    }
  }

  private static double first(DirectedOperation operation, double value) {
    return operation.equals(DirectedOperation.ROOT) ? Math.abs(value) : value;
  }

  private static DoubleBinaryOperator nearest(DirectedOperation operation) {
    return switch (operation.name()) {
      case "sum" -> (a, b) -> a + b;
      case "difference" -> (a, b) -> a - b;
      case "product" -> (a, b) -> a * b;
      case "quotient" -> (a, b) -> a / b;
      default -> (a, b) -> Math.sqrt(a);
    };
  }

  private static double anyBits(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> Double.MIN_VALUE * random.nextInt(100);
      case 1 -> Double.MAX_VALUE * (random.nextDouble() - 0.5) * 2;
      case 2 -> Math.scalb(1.0, random.nextInt(2000) - 1000);
      default -> {
        double value = Double.longBitsToDouble(random.nextLong());
        yield Double.isFinite(value) ? value : 0;
      }
    };
  }

  private static double ordinary(Random random) {
    double value = Math.scalb(1 + random.nextDouble(), random.nextInt(60) - 30);
    return random.nextBoolean() ? value : -value;
  }
}
