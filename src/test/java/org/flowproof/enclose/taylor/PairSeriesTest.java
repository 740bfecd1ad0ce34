package org.flowproof.enclose.taylor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.BiFunction;
import org.flowproof.formula.Rational;
import org.junit.jupiter.api.Test;

/**
 * Taylor models with coefficients in two doubles, against exact arithmetic: results lie within
 * their remainders, and these are as small as two doubles allow.
 */
class PairSeriesTest {
  private static final int DEGREE = 9;
  private static final int PAIRS = 4;
  private static final int TRIES = 300;
  private static final double[] TIMES = {0, 0.25, 0.5, 1};

  private final Random random = new Random(20261122);

  @Test
  void sumsProductsAndDerivativesAreWithinTheirRemainders() {
    double worst = 0;
    for (int i = 0; i < TRIES; i++) {
      Series a = series(i % 3 == 0 ? 0 : PAIRS);
      Series b = series(PAIRS);
      worst = Math.max(worst, judge(a.plus(b), at(a, b, Rational::plus)));
      worst = Math.max(worst, judge(a.minus(b), at(a, b, Rational::minus)));
      worst = Math.max(worst, judge(a.times(b), at(a, b, Rational::times)));
      double factor = number(1);
      Rational exact = Rational.ofDouble(factor);
      worst = Math.max(worst, judge(b.times(factor), at(b, b, (x, y) -> x.times(exact))));
      worst = Math.max(worst, judge(b.over(factor), at(b, b, (x, y) -> x.dividedBy(exact))));
      worst = Math.max(worst, judge(b.derivative(), slopes(b)));
    }
    // a bound that is never nearly reached could hide an error of a smaller size
    assertTrue(worst > 0.01 && worst <= 1, "worst " + worst);
  }

  @Test
  void combinationsAreWithinTheirRemainders() {
    for (int i = 0; i < TRIES; i++) {
      Series[] terms = {series(PAIRS), series(0), series(PAIRS)};
      double[] factors = {number(1), number(1), number(1)};
      double[] rests = {factors[0] * 1e-17, 0, factors[2] * -3e-17};
      Rational[] exact = zeros();
      for (int t = 0; t < terms.length; t++) {
        Rational factor = Rational.ofDouble(factors[t]).plus(Rational.ofDouble(rests[t]));
        Rational[] values = at(terms[t], terms[t], (x, y) -> x.times(factor));
        for (int p = 0; p < exact.length; p++) {
          exact[p] = exact[p].plus(values[p]);
        }
      }
      judge(Series.combination(factors, rests, terms, DEGREE), exact);
    }
  }

  /** Cancellation is what the second doubles are for. */
  @Test
  void whatCancelsLeavesNoRoundoffOfItsTerms() {
    for (int i = 0; i < TRIES; i++) {
      Series a = shortSeries();
      Series b = shortSeries();
      Series difference = a.plus(b).times(a.minus(b)).minus(a.times(a)).plus(b.times(b));
      assertTrue(difference.magnitude() < 1e-28, () -> "left " + difference.magnitude());
    }
  }

  /** A mutant that drops the rests of products is caught by the remainder. */
  @Test
  void restsMatter() {
    Series a = shortSeries();
    Series product = a.times(a);
    double[] rounded = new double[DEGREE + 1];
    for (int l = 0; l <= DEGREE; l++) {
      rounded[l] = product.coefficient(l);
    }
    Rational[] exact = at(a, a, Rational::times);
    Rational dropped = value(Series.exact(rounded), Rational.ONE).minus(exact[TIMES.length - 1]);
    assertTrue(dropped.abs().compareTo(Rational.ofDouble(product.remainder())) > 0);
    assertTrue(product.radius() > product.remainder());
  }

  @Test
  void boundsUseTheRests() {
    Series above = Series.exact(new double[] {1, 0}, new double[] {-1e-20});
    assertTrue(SeriesRange.lower(above) < 1);
    assertTrue(SeriesRange.upper(above.negate()) > -1);
    assertTrue(SeriesRange.above(above, 1, 1 - 1e-15));
    assertTrue(!SeriesRange.above(above, 1, 1));
  }

  private double judge(Series series, Rational[] exact) {
    double worst = 0;
    for (int p = 0; p < TIMES.length; p++) {
      Rational off = value(series, Rational.ofDouble(TIMES[p])).minus(exact[p]).abs();
      assertTrue(
          off.compareTo(Rational.ofDouble(series.remainder())) <= 0,
          () -> "off by " + off.toDouble() + " of " + series.remainder());
      if (series.remainder() > 0) {
        worst = Math.max(worst, off.toDouble() / series.remainder());
      }
    }
    return worst;
  }

  private Rational[] zeros() {
    Rational[] zeros = new Rational[TIMES.length];
    java.util.Arrays.fill(zeros, Rational.ZERO);
    return zeros;
  }

  private Rational[] at(Series a, Series b, BiFunction<Rational, Rational, Rational> operation) {
    Rational[] values = zeros();
    for (int p = 0; p < TIMES.length; p++) {
      Rational s = Rational.ofDouble(TIMES[p]);
      values[p] = operation.apply(value(a, s), value(b, s));
    }
    return values;
  }

  private Rational[] slopes(Series series) {
    Rational[] values = zeros();
    for (int p = 0; p < TIMES.length; p++) {
      Rational s = Rational.ofDouble(TIMES[p]);
      for (int l = DEGREE; l > 0; l--) {
        values[p] = values[p].times(s).plus(coefficient(series, l).times(Rational.of(l)));
      }
    }
    return values;
  }

  private static Rational value(Series series, Rational s) {
    Rational sum = Rational.ZERO;
    for (int l = series.degree(); l >= 0; l--) {
      sum = sum.times(s).plus(coefficient(series, l));
    }
    return sum;
  }

  private static Rational coefficient(Series series, int l) {
    Rational high = Rational.ofDouble(series.coefficient(l));
    return l < series.pairs() ? high.plus(Rational.ofDouble(series.rest(l))) : high;
  }

  /** Coefficients fall, as those of a step do, or do not. */
  private Series series(int pairs) {
    double ratio = random.nextBoolean() ? 1 : 0.05;
    double[] c = new double[DEGREE + 1];
    double[] rests = new double[pairs];
    for (int l = 0; l <= DEGREE; l++) {
      c[l] = number(Math.pow(ratio, l));
    }
    for (int l = 0; l < pairs; l++) {
      // not always below the roundoff: nothing may rest on that
      rests[l] = number(c[l] * (random.nextInt(5) == 0 ? 1e-10 : 1e-17));
    }
    return Series.exact(c, rests);
  }

  private Series shortSeries() {
    double[] c = new double[DEGREE + 1];
    double[] rests = new double[PAIRS];
    c[0] = number(1);
    c[1] = number(1);
    rests[0] = c[0] * 1e-17;
    rests[1] = c[1] * 1e-17;
    return Series.exact(c, rests);
  }

  private double number(double scale) {
    double value = (random.nextDouble() * 2 - 1) * scale;
    return value == 0 ? scale : value;
  }

  @Test
  void degreesStay() {
    assertEquals(DEGREE, series(PAIRS).times(series(PAIRS)).degree());
  }
}
