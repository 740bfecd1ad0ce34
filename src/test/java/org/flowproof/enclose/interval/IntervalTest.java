package org.flowproof.enclose.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import org.flowproof.formula.Rational;
import org.junit.jupiter.api.Test;

class IntervalTest {
  private static final int DRAWS = 3_000;

  /** Exact rational results of numbers of the operands lie in the result of the intervals. */
  @Test
  void resultsContainThoseOfEveryPoint() {
    Random random = new Random(4);
    for (int i = 0; i < DRAWS; i++) {
      Interval x = draw(random);
      Interval y = draw(random);
      double p = point(x, random);
      double q = point(y, random);
      Rational a = Rational.ofDouble(p);
      Rational b = Rational.ofDouble(q);
      assertHolds(x.plus(y), a.plus(b));
      assertHolds(x.minus(y), a.minus(b));
      assertHolds(x.times(y), a.times(b));
      assertHolds(x.times(q), a.times(b));
      assertHolds(x.plus(q), a.plus(b));
      assertHolds(x.minus(q), a.minus(b));
      assertHolds(x.negate(), a.negate());
      assertHolds(x.square(), a.times(a));
      assertHolds(x.abs(), a.abs());
      assertHolds(x.min(y), p < q ? a : b);
      assertHolds(x.max(y), p < q ? b : a);
      int exponent = random.nextInt(9);
      assertHolds(x.power(exponent), a.pow(exponent));
      if (!y.contains(0)) {
        assertHolds(x.divide(y), a.dividedBy(b));
        assertHolds(y.power(-exponent), b.pow(-exponent));
      }
    }
  }

  /** The ends of products and quotients are attained at ends of the operands. */
  @Test
  void productsAreNotWiderThanTheirFourCorners() {
    Random random = new Random(5);
    for (int i = 0; i < DRAWS; i++) {
      Interval x = draw(random);
      Interval y = draw(random);
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (double a : new double[] {x.lower(), x.upper()}) {
        for (double b : new double[] {y.lower(), y.upper()}) {
          least = Math.min(least, Rounding.mulDown(a, b));
          most = Math.max(most, Rounding.mulUp(a, b));
        }
      }
      assertEquals(Interval.of(least, most), x.times(y));
      if (!y.contains(0)) {
        Interval corners =
            Interval.hull(
                Interval.hull(quotient(x.lower(), y.lower()), quotient(x.lower(), y.upper())),
                Interval.hull(quotient(x.upper(), y.lower()), quotient(x.upper(), y.upper())));
        assertEquals(corners, x.divide(y));
      }
    }
  }

  @Test
  void evenPowersKnowTheirSign() {
    assertEquals(Interval.of(0, 4), Interval.of(-1, 2).square());
    assertEquals(Interval.of(0, 4), Interval.of(-1, 2).power(2));
    assertEquals(Interval.of(-1, 8), Interval.of(-1, 2).power(3));
    assertEquals(Interval.ONE, Interval.of(-1, 2).power(0));
    assertEquals(Interval.of(0.25, 1), Interval.of(-2, -1).power(-2));
  }

  @Test
  void realPowersContainTheirExactValues() {
    Interval root = Interval.of(0.25, 4).power(Interval.of(0.5));
    assertTrue(root.contains(Interval.of(0.5, 2)) && root.width() < 1.5 + 1e-14);
    assertEquals(Interval.of(8), Interval.of(2).power(Interval.of(3)));
    assertTrue(Interval.of(0, 4).power(Interval.of(0.5)).contains(Interval.of(0, 2)));
    assertEquals(Interval.ZERO, Interval.ZERO.power(Interval.of(0.5)));
  }

  @Test
  void decimalsAndRationalsAreEnclosedByNeighbours() {
    Random random = new Random(6);
    for (int i = 0; i < DRAWS; i++) {
      BigDecimal decimal =
          new BigDecimal(new BigInteger(80, random), random.nextInt(700) - 300).negate();
      Interval around = Interval.of(decimal);
      assertTrue(Double.isInfinite(around.lower()) || exact(around.lower(), decimal) <= 0);
      assertTrue(exact(around.upper(), decimal) >= 0);
      assertTrue(around.isPoint() || around.upper() == Math.nextUp(around.lower()));
      Rational fraction = Rational.of(random.nextLong(), 1 + random.nextInt(1_000_000));
      Interval near = Interval.of(fraction);
      assertHolds(near, fraction);
      assertTrue(near.isPoint() || near.upper() == Math.nextUp(near.lower()));
    }
    assertEquals(Interval.of(0.5), Interval.of(new BigDecimal("0.5")));
    assertFalse(Interval.of(new BigDecimal("0.1")).isPoint());
    assertEquals(
        Interval.of(Double.MAX_VALUE, Double.POSITIVE_INFINITY),
        Interval.of(new BigDecimal("1e400")));
    assertEquals(Interval.of(0, Double.MIN_VALUE), Interval.of(new BigDecimal("1e-400")));
  }

  @Test
  void midpointAndRadiusCover() {
    Random random = new Random(10);
    for (int i = 0; i < DRAWS; i++) {
      Interval x = draw(random);
      assertTrue(x.contains(x.midpoint()));
      assertTrue(Interval.around(x.midpoint(), x.radius()).contains(x));
      assertTrue(x.radius() <= x.width());
    }
    assertEquals(0, Interval.ENTIRE.midpoint());
    assertEquals(Double.POSITIVE_INFINITY, Interval.ENTIRE.radius());
    Interval large = Interval.of(Double.MAX_VALUE / 2, Double.MAX_VALUE);
    assertTrue(large.contains(large.midpoint()));
    assertTrue(Interval.of(1, Double.POSITIVE_INFINITY).contains(Double.MAX_VALUE));
  }

  @Test
  void textIsRoundedOutward() {
    Interval third = Interval.ONE.divide(Interval.of(3));
    assertEquals("[0.333, 0.334]", third.text(3));
    assertEquals("[-0.334, -0.333]", third.negate().text(3));
    assertEquals("[0, 1]", Interval.of(0, 1).text(5));
    assertEquals("[123000, 124000]", Interval.of(123456).text(3));
    assertEquals("[1.2e-9, 1.3e-9]", Interval.of(1.234e-9).text(2));
    assertEquals("[-inf, inf]", Interval.ENTIRE.text(2));
  }

  @Test
  void whatIsNoIntervalIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Interval.of(1, 0));
    assertThrows(IllegalArgumentException.class, () -> Interval.of(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Interval.of(Double.POSITIVE_INFINITY));
    assertThrows(IllegalArgumentException.class, () -> Interval.of(Double.NEGATIVE_INFINITY));
  }

  @Test
  void setsAreCompared() {
    Interval x = Interval.of(0, 2);
    assertEquals(Optional.of(Interval.of(1, 2)), x.intersection(Interval.of(1, 3)));
    assertEquals(Optional.empty(), x.intersection(Interval.of(3, 4)));
    assertTrue(x.contains(Interval.of(0, 2)) && !x.contains(Interval.of(0, 3)));
    assertTrue(x.intersects(Interval.of(2, 3)) && !x.intersects(Interval.of(3, 4)));
    assertFalse(x.isPositive());
    assertTrue(Interval.of(-2, -1).isNegative());
    assertEquals(Interval.ZERO, Interval.of(-0.0));
    assertEquals(1, Interval.of(-2, -1).mignitude());
    assertEquals(2, Interval.of(-2, -1).magnitude());
  }

  private static Interval quotient(double a, double b) {
    return Interval.of(Rounding.divDown(a, b), Rounding.divUp(a, b));
  }

  private static int exact(double value, BigDecimal other) {
    return Double.isInfinite(value) ? 1 : new BigDecimal(value).compareTo(other);
  }

  private static void assertHolds(Interval interval, Rational value) {
    assertTrue(
        Rational.ofDouble(interval.lower()).compareTo(value) <= 0
            && Rational.ofDouble(interval.upper()).compareTo(value) >= 0,
        interval + " lacks " + value);
  }

  private static Interval draw(Random random) {
    double a = number(random);
    double b = random.nextInt(5) == 0 ? a : number(random);
    return Interval.of(Math.min(a, b), Math.max(a, b));
  }

  private static double number(Random random) {
    return random.nextInt(8) == 0
        ? random.nextInt(3) - 1
        : random.nextGaussian() * Math.scalb(1.0, random.nextInt(20) - 10);
  }

  private static double point(Interval x, Random random) {
    double inside = x.lower() + (x.upper() - x.lower()) * random.nextDouble();
    return random.nextInt(4) == 0 ? x.lower() : Math.min(x.upper(), Math.max(x.lower(), inside));
  }
}
