package org.flowproof.enclose.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.Rational;
import org.junit.jupiter.api.Test;

/** Rank, least eigenvalue and least squares where the answer is known exactly. */
class ExactAlgebraTest {
  private static List<Rational> column(Random random, int n) {
    List<Rational> column = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      column.add(Rational.ofDouble(random.nextGaussian()));
    }
    return column;
  }

  @Test
  void rankSeesADependenceThatRoundingWouldHide() {
    Random random = new Random(1);
    List<Rational> p = column(random, 5);
    List<Rational> q = column(random, 5);
    Rational third = Rational.ofDouble(1.0 / 3);
    List<Rational> sum = new ArrayList<>();
    for (int k = 0; k < 5; k++) {
      sum.add(p.get(k).times(third).plus(q.get(k)));
    }
    assertEquals(2, ExactRank.of(List.of(p, q, sum)));
    assertEquals(2, ExactRank.atLeast(List.of(p, q, sum)));
    // a falsified twin: one entry off by the least double
    sum.set(4, sum.get(4).plus(Rational.ofDouble(Double.MIN_VALUE)));
    assertEquals(3, ExactRank.of(List.of(p, q, sum)));
    assertEquals(3, ExactRank.atLeast(List.of(p, q, sum)));
    assertEquals(0, ExactRank.of(List.of()));
    assertEquals(0, ExactRank.atLeast(List.of()));
  }

  @Test
  void aRankModuloAPrimeIsABoundOnly() {
    List<Rational> prime = List.of(Rational.of(Integer.MAX_VALUE), Rational.ZERO);
    List<Rational> other = List.of(Rational.ZERO, Rational.ONE);
    assertEquals(2, ExactRank.of(List.of(prime, other)));
    assertEquals(1, ExactRank.atLeast(List.of(prime, other)));
  }

  private static Interval[][] matrix(double[][] entries) {
    Interval[][] result = new Interval[entries.length][entries.length];
    for (int i = 0; i < entries.length; i++) {
      for (int l = 0; l < entries.length; l++) {
        result[i][l] = Interval.of(entries[i][l]);
      }
    }
    return result;
  }

  @Test
  void leastEigenvaluesAreBelowAndNear() {
    // eigenvalues 1 and 3, and 2^-20 of it
    for (double unit : new double[] {1, 0x1p-20}) {
      double least =
          LeastEigenvalue.of(matrix(new double[][] {{2 * unit, unit}, {unit, 2 * unit}}));
      assertTrue(least <= unit && least > 0.99 * unit, () -> "least " + least);
    }
    assertEquals(0, LeastEigenvalue.of(matrix(new double[][] {{1, 2}, {2, 1}})));
    assertEquals(0, LeastEigenvalue.of(matrix(new double[][] {{1, 1}, {1, 1}})));
    assertFalse(LeastEigenvalue.positiveDefinite(matrix(new double[][] {{2, 1}, {1, 2}}), 1.0001));
    Interval[][] unsure = matrix(new double[][] {{2, 1}, {1, 2}});
    unsure[1][1] = Interval.of(0.4, 2);
    assertEquals(0, LeastEigenvalue.of(unsure));
  }

  @Test
  void leastSquaresEnclosesTheFitOfALine() {
    // y = 1, 2, 4 on 1 and x = 0, 1, 2: fit 5/6, 7/3, 23/6 and what is left 1/6
    Interval one = Interval.ONE;
    List<List<Interval>> columns =
        List.of(List.of(one, one, one), List.of(Interval.ZERO, one, Interval.of(2)));
    LeastSquares solved = LeastSquares.of(columns, new double[] {1, 2, 4}).orElseThrow();
    Interval sixth = Interval.ONE.divide(Interval.of(6));
    assertTrue(solved.squares().intersects(sixth));
    assertTrue(solved.squares().width() < 1e-14);
    int[] sixths = {5, 14, 23};
    for (int k = 0; k < 3; k++) {
      assertTrue(solved.fit().get(k).contains(sixth.times(sixths[k]).midpoint()));
      assertTrue(solved.fit().get(k).width() < 1e-13);
    }
    // labels on the line are never said to be off it
    assertTrue(
        LeastSquares.of(columns, new double[] {1, 2, 3}).orElseThrow().squares().contains(0.0));
    assertTrue(LeastSquares.of(List.of(columns.get(0), columns.get(0)), new double[3]).isEmpty());
  }
}
