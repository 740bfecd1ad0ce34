package org.flowproof.enclose.taylor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Taylor models against polynomials in exact arithmetic, at random points of [0, 1]. */
class TaylorModelTest {
  private static final int DEGREE = 6;
  private static final int ROUNDS = 300;

  private static double[] coefficients(Random random) {
    double[] c = new double[DEGREE + 1];
    for (int l = 0; l <= DEGREE; l++) {
      c[l] = random.nextInt(4) == 0 ? 0 : random.nextGaussian() * Math.scalb(1.0, -5 * l);
    }
    return c;
  }

  private static BigDecimal at(double[] c, BigDecimal s) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int l = c.length - 1; l >= 0; l--) {
      sum = sum.multiply(s).add(new BigDecimal(c[l]));
    }
    return sum;
  }

  private static BigDecimal at(Series series, BigDecimal s) {
    double[] c = new double[series.degree() + 1];
    for (int l = 0; l < c.length; l++) {
      c[l] = series.coefficient(l);
    }
    return at(c, s);
  }

  private static BigDecimal point(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> BigDecimal.ZERO;
      case 1 -> BigDecimal.ONE;
      default -> new BigDecimal(random.nextInt(1 << 20)).divide(new BigDecimal(1 << 20));
    };
  }

  /** What came of many checks. */
  private record Tally(int outside, double tightest) {}

  /** Two operands with members at the ends of their radii, and what is made of them. */
  private interface Operation {
    Series of(Series p, Series q);

    BigDecimal exact(BigDecimal p, BigDecimal q);
  }

  /** Counts results outside; the mutant sees every radius through a lens. */
  private static Tally tally(Operation operation, boolean radii, UnaryOperator<Double> lens) {
    Random random = new Random(17);
    int outside = 0;
    double worst = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double pRadius = radii ? Math.abs(random.nextGaussian()) * 1e-9 : 0;
      double qRadius = radii ? Math.abs(random.nextGaussian()) * 1e-9 : 0;
      double[] p = coefficients(random);
      double[] q = coefficients(random);
      Series result = operation.of(Series.of(p, pRadius), Series.of(q, qRadius));
      BigDecimal radius = new BigDecimal(lens.apply(result.radius()));
      for (int trial = 0; trial < 8; trial++) {
        BigDecimal s = point(random);
        BigDecimal pMember =
            at(p, s).add(new BigDecimal(random.nextBoolean() ? pRadius : -pRadius));
        BigDecimal qMember =
            at(q, s).add(new BigDecimal(random.nextBoolean() ? qRadius : -qRadius));
        BigDecimal off = operation.exact(pMember, qMember).subtract(at(result, s)).abs();
        outside += off.compareTo(radius) > 0 ? 1 : 0;
        worst = Math.max(worst, off.doubleValue() / Math.max(result.radius(), 1e-300));
      }
    }
    return new Tally(outside, worst);
  }

  private static void holds(Operation operation, double tightRounding, double tightRadii) {
    Tally rounding = tally(operation, false, r -> r);
    Tally radii = tally(operation, true, r -> r);
    assertEquals(0, rounding.outside());
    assertEquals(0, radii.outside());
    assertTrue(rounding.tightest() > tightRounding, () -> "loose: " + rounding);
    assertTrue(radii.tightest() > tightRadii, () -> "loose: " + radii);
    // the same check finds the mutant that forgets the radius, or most of it
    assertTrue(tally(operation, false, r -> 0.0).outside() > ROUNDS);
    assertTrue(tally(operation, true, r -> 0.4 * r).outside() > 10);
  }

  private static Operation operation(
      java.util.function.BinaryOperator<Series> series,
      java.util.function.BinaryOperator<BigDecimal> exact) {
    return new Operation() {
      @Override
      public Series of(Series p, Series q) {
        return series.apply(p, q);
      }

      @Override
      public BigDecimal exact(BigDecimal p, BigDecimal q) {
        return exact.apply(p, q);
      }
    };
  }

  @Test
  void sumsContainTheExactSum() {
    holds(operation(Series::plus, BigDecimal::add), 0.1, 0.9);
    holds(operation(Series::minus, BigDecimal::subtract), 0.1, 0.9);
  }

  @Test
  void productsContainTheExactProduct() {
    holds(operation(Series::times, BigDecimal::multiply), 0.01, 0.5);
  }

  @Test
  void combinationsContainTheExactCombination() {
    double f = 0.1;
    double g = -1.7;
    holds(
        operation(
            (p, q) -> Series.combination(new double[] {f, 0, g}, new Series[] {p, p, q}, DEGREE),
            (p, q) -> p.multiply(new BigDecimal(f)).add(q.multiply(new BigDecimal(g)))),
        0.1,
        0.9);
  }

  @Test
  void multiplesAndQuotientsContainTheExactOnes() {
    double f = -0.3;
    holds(operation((p, q) -> p.times(f), (p, q) -> p.multiply(new BigDecimal(f))), 0.2, 0.9);
    holds(operation((p, q) -> p.over(7).times(8).over(8), (p, q) -> sevenths(p)), 0.1, 0.9);
  }

  private static BigDecimal sevenths(BigDecimal p) {
    return p.divide(new BigDecimal(7), new java.math.MathContext(120));
  }

  @Test
  void derivativesContainTheExactDerivative() {
    Random random = new Random(3);
    for (int round = 0; round < ROUNDS; round++) {
      double[] c = coefficients(random);
      double[] exact = new double[DEGREE + 1];
      Series derivative = Series.exact(c).derivative();
      BigDecimal s = point(random);
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal power = BigDecimal.ONE;
      for (int l = 1; l <= DEGREE; l++) {
        sum = sum.add(new BigDecimal(c[l]).multiply(new BigDecimal(l)).multiply(power));
        power = power.multiply(s);
      }
      assertEquals(0, exact[0]);
      BigDecimal off = sum.subtract(at(derivative, s)).abs();
      assertTrue(off.compareTo(new BigDecimal(derivative.radius())) <= 0);
    }
    assertThrows(IllegalStateException.class, () -> Series.of(new double[2], 1).derivative());
  }

  @Test
  void rangesContainEveryMemberAndAreTight() {
    Random random = new Random(5);
    for (int round = 0; round < ROUNDS; round++) {
      double[] c = coefficients(random);
      double radius = round % 2 == 0 ? 0 : 1e-6 * random.nextDouble();
      Series series = Series.of(c, radius);
      double lower = SeriesRange.lower(series);
      double upper = SeriesRange.upper(series);
      BigDecimal least = at(c, BigDecimal.ZERO);
      BigDecimal most = least;
      for (int i = 0; i <= 512; i++) {
        BigDecimal value = at(c, new BigDecimal(i / 512.0));
        least = least.min(value);
        most = most.max(value);
      }
      least = least.subtract(new BigDecimal(radius));
      most = most.add(new BigDecimal(radius));
      assertTrue(least.compareTo(new BigDecimal(lower)) >= 0);
      assertTrue(most.compareTo(new BigDecimal(upper)) <= 0);
      // six halvings leave little
      double slack = 0.02 * series.norm() + 1e-15;
      assertTrue(least.doubleValue() - lower < slack && upper - most.doubleValue() < slack);
      double below = least.doubleValue() - slack;
      assertTrue(SeriesRange.above(series, 1, below));
      assertTrue(!SeriesRange.above(series, 1, Math.nextUp(least.doubleValue())));
      assertTrue(!SeriesRange.above(series, -1, Math.nextUp(-most.doubleValue())));
    }
  }

  @Test
  void aDoubleRootIsNotTakenForAbove() {
    // (s - 1/3)^2 rounded, less a little: below 0 between the nodes of any halving
    double third = 1.0 / 3;
    Series dips = Series.exact(new double[] {third * third - 1e-13, -2 * third, 1});
    assertTrue(!SeriesRange.above(dips, 1, 0));
    assertTrue(SeriesRange.lower(dips) <= -1e-13);
    Series clears = Series.exact(new double[] {third * third + 1e-2, -2 * third, 1});
    assertTrue(SeriesRange.above(clears, 1, 0));
  }

  @Test
  void aFallThatEndsJustAboveABoundIsSeen() {
    // 1e-12 at the end, reached along a bend that halves are too coarse for
    Series falls = Series.exact(new double[] {1, -1.25, 0.25 + 0x1p-40});
    assertTrue(SeriesRange.above(falls, 1, 0.9 * 0x1p-40));
    assertTrue(!SeriesRange.above(falls, 1, 0x1p-40));
    // the same with a dip below 0 on the way: no longer monotone
    Series dips = Series.exact(new double[] {1, -2.25, 1.25 + 0x1p-40});
    assertTrue(!SeriesRange.above(dips, 1, 0));
  }

  @Test
  void compensatedSumsAreAsGoodAsTheySay() {
    Random random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      Compensated sum = new Compensated();
      BigDecimal exact = BigDecimal.ZERO;
      double size = 0;
      for (int i = 0; i < 12; i++) {
        double a = random.nextGaussian() * Math.scalb(1.0, random.nextInt(40));
        double b = random.nextGaussian();
        sum.addProduct(a, b);
        exact = exact.add(new BigDecimal(a).multiply(new BigDecimal(b)));
        size += Math.abs(a * b);
      }
      // cancel most of it
      double near = -exact.doubleValue();
      sum.add(near);
      exact = exact.add(new BigDecimal(near));
      double off = exact.subtract(new BigDecimal(sum.value())).abs().doubleValue();
      assertTrue(off <= sum.error());
      // a plain sum is off by some 1e-16 of the size
      assertTrue(sum.error() < 1e-27 * size, () -> "loose: " + sum.error());
    }
  }

  @Test
  void boundsNeverAcceptWhatIsNotANumber() {
    assertEquals(Double.POSITIVE_INFINITY, Bounds.up(Double.NaN));
    assertEquals(Double.POSITIVE_INFINITY, Bounds.up(-1e-300));
    assertEquals(Double.POSITIVE_INFINITY, Bounds.expUp(Double.NaN));
    assertEquals(0, Bounds.down(Double.NaN));
    assertTrue(Bounds.up(0) > 0 && Bounds.down(1) < 1);
  }
}
