package org.flowproof.enclose.taylor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.flowproof.formula.Rational;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums with gates, against exact arithmetic: within their remainders, which are not idle. */
class GatedSumsTest {
  private static final int DEGREE = 6;
  private static final int WIDTH = 3;
  private static final int ROWS = 7;
  private static final int TRIES = 60;
  private static final double[] TIMES = {0, 0.5, 1};

  private final Random random = new Random(20261122);

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 3", "0.1, 0", "0.1, 3", "0.75, 2", "0.3, 7"})
  void sumsAreWithinTheirRemainders(double lower, int pairs) {
    double worst = 0;
    for (int i = 0; i < TRIES; i++) {
      Series[][] rows = new Series[ROWS][WIDTH];
      for (Series[] row : rows) {
        row[0] = series(pairs);
        row[1] = series(0);
        row[2] = series(pairs).times(series(pairs));
      }
      int[] signs = signs();
      Series[] sums = GatedSums.of(rows, lower).with(signs);
      for (int place = 0; place < WIDTH; place++) {
        Rational[] exact = zeros();
        Rational free = Rational.ZERO;
        for (int t = 0; t < ROWS; t++) {
          Rational gate = gate(signs[t], lower);
          free = free.plus(gate.times(Rational.ofDouble(rows[t][place].remainder())));
          add(exact, rows[t][place], gate);
        }
        worst = Math.max(worst, judge(sums[place], exact, free));
      }
    }
    // with all orders in two doubles only squares of roundoffs are left, of which bounds are rough
    double least = pairs > DEGREE ? 1e-5 : 0.01;
    assertTrue(worst > least, "worst " + worst);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 3", "0.1, 0", "0.1, 3", "0.75, 2"})
  void sumsOfMultiplesAreWithinTheirRemainders(double lower, int pairs) {
    double worst = 0;
    for (int i = 0; i < TRIES; i++) {
      double[][] vectors = new double[ROWS][WIDTH];
      Series[] models = new Series[ROWS];
      for (int t = 0; t < ROWS; t++) {
        models[t] = series(t == 0 ? 0 : pairs);
        for (int place = 0; place < WIDTH; place++) {
          vectors[t][place] = number(t == 3 ? 1e5 : 1);
        }
      }
      int[] signs = signs();
      Series[] sums = GatedSums.of(vectors, models, lower).with(signs);
      for (int place = 0; place < WIDTH; place++) {
        Rational[] exact = zeros();
        for (int t = 0; t < ROWS; t++) {
          Rational factor = Rational.ofDouble(vectors[t][place]);
          add(exact, models[t], gate(signs[t], lower).times(factor));
        }
        worst = Math.max(worst, judge(sums[place], exact, Rational.ZERO));
      }
    }
    assertTrue(worst > 0.01, "worst " + worst);
  }

  /**
   * A model holds what it should when its remainder is at least the distance of its polynomial from
   * the exact one, and what the rows may be off by themselves.
   */
  private static double judge(Series sum, Rational[] exact, Rational free) {
    assertEquals(DEGREE, sum.degree());
    double worst = 0;
    Rational room = Rational.ofDouble(sum.remainder()).minus(free);
    for (int p = 0; p < TIMES.length; p++) {
      Rational off = value(sum, Rational.ofDouble(TIMES[p])).minus(exact[p]).abs();
      assertTrue(
          off.compareTo(room) <= 0,
          () -> "off by " + off.toDouble() + ", which may be " + room.toDouble());
      worst = Math.max(worst, off.toDouble() / room.toDouble());
    }
    return worst;
  }

  private static Rational gate(int sign, double lower) {
    return sign > 0 ? Rational.ONE : sign == 0 ? Rational.ZERO : Rational.ofDouble(lower);
  }

  private static void add(Rational[] sum, Series term, Rational factor) {
    for (int p = 0; p < sum.length; p++) {
      sum[p] = sum[p].plus(value(term, Rational.ofDouble(TIMES[p])).times(factor));
    }
  }

  private static Rational value(Series series, Rational s) {
    Rational sum = Rational.ZERO;
    for (int l = series.degree(); l >= 0; l--) {
      Rational rest = l < series.pairs() ? Rational.ofDouble(series.rest(l)) : Rational.ZERO;
      sum = sum.times(s).plus(Rational.ofDouble(series.coefficient(l))).plus(rest);
    }
    return sum;
  }

  private static Rational[] zeros() {
    Rational[] zeros = new Rational[TIMES.length];
    java.util.Arrays.fill(zeros, Rational.ZERO);
    return zeros;
  }

  private int[] signs() {
    int[] signs = new int[ROWS];
    for (int t = 0; t < ROWS; t++) {
      signs[t] = random.nextInt(5) == 0 ? 0 : random.nextBoolean() ? 1 : -1;
    }
    return signs;
  }

  private Series series(int pairs) {
    double[] c = new double[DEGREE + 1];
    double[] rests = new double[Math.min(pairs, DEGREE + 1)];
    double ratio = random.nextBoolean() ? 1 : 0.05;
    for (int l = 0; l <= DEGREE; l++) {
      c[l] = number(Math.pow(ratio, l));
    }
    for (int l = 0; l < rests.length; l++) {
      rests[l] = number(c[l] * 1e-17);
    }
    return Series.exact(c, rests);
  }

  private double number(double scale) {
    double value = (random.nextDouble() * 2 - 1) * scale;
    return value == 0 ? scale : value;
  }
}
