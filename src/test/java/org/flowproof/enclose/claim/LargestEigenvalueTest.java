package org.flowproof.enclose.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.Rational;
import org.flowproof.problem.Matrix;
import org.junit.jupiter.api.Test;

/** Against the characteristic polynomial in rational numbers. */
class LargestEigenvalueTest {
  @Test
  void oneDirectionIsItsSquare() {
    Interval one = LargestEigenvalue.ofSecondMoment(Matrix.of(new double[][] {{3}, {4}}));
    assertTrue(one.contains(12.5) && one.width() < 1e-13, one.toString());
    Interval rankOne = LargestEigenvalue.ofSecondMoment(Matrix.of(new double[][] {{3, 4}}));
    assertTrue(rankOne.contains(25) && rankOne.width() < 1e-12, rankOne.toString());
    assertEquals(
        0, LargestEigenvalue.ofSecondMoment(Matrix.of(new double[][] {{0, 0}})).upper(), 0);
  }

  @Test
  void rationalSignsAgreeInThePlane() {
    Random random = new Random(3);
    for (int trial = 0; trial < 200; trial++) {
      double[][] x = new double[4][2];
      for (double[] row : x) {
        row[0] = random.nextGaussian();
        // nearly degenerate ones too
        row[1] = random.nextGaussian() * (trial % 3 == 0 ? 1e-9 : 1);
      }
      Interval found = LargestEigenvalue.ofSecondMoment(Matrix.of(x));
      assertTrue(found.width() < 1e-13 * found.upper(), found.toString());
      // above the larger root the polynomial and its derivative are not negative
      assertTrue(polynomial(x, found.upper()).signum() >= 0, "trial " + trial);
      assertTrue(
          found.lower() * 2 >= trace(x) * (1 - 1e-15) && belowRoot(x, found.lower()),
          "trial " + trial);
    }
  }

  private static boolean belowRoot(double[][] x, double l) {
    // between the roots, or at the larger one
    return polynomial(x, l).signum() <= 0;
  }

  private static double trace(double[][] x) {
    double sum = 0;
    for (double[] row : x) {
      sum += row[0] * row[0] + row[1] * row[1];
    }
    return sum / x.length;
  }

  private static Rational polynomial(double[][] x, double l) {
    Rational p = entry(x, 0, 0).minus(Rational.ofDouble(l));
    Rational q = entry(x, 1, 1).minus(Rational.ofDouble(l));
    Rational r = entry(x, 0, 1);
    return p.times(q).minus(r.times(r));
  }

  private static Rational entry(double[][] x, int i, int c) {
    Rational sum = Rational.ZERO;
    for (double[] row : x) {
      sum = sum.plus(Rational.ofDouble(row[i]).times(Rational.ofDouble(row[c])));
    }
    return sum.dividedBy(Rational.of(x.length));
  }
}
