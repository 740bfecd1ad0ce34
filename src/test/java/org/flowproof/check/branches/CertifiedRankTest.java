package org.flowproof.check.branches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.flowproof.formula.Ball;
import org.flowproof.formula.Rational;
import org.junit.jupiter.api.Test;

/** No rank is certified that the matrix need not have. */
class CertifiedRankTest {
  /** A product of random factors, with entries that are small whole numbers. */
  private static double[][] product(long seed, int n, int r, int p) {
    Random random = new Random(seed);
    int[][] left = new int[n][r];
    int[][] right = new int[r][p];
    for (int[] row : left) {
      java.util.Arrays.setAll(row, i -> random.nextInt(7) - 3);
    }
    for (int[] row : right) {
      java.util.Arrays.setAll(row, i -> random.nextInt(7) - 3);
    }
    double[][] all = new double[n][p];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < p; i++) {
        for (int s = 0; s < r; s++) {
          all[k][i] += left[k][s] * right[s][i];
        }
      }
    }
    return all;
  }

  private static Ball[][] balls(double[][] matrix, double radius) {
    Ball[][] balls = new Ball[matrix.length][];
    for (int k = 0; k < matrix.length; k++) {
      balls[k] = new Ball[matrix[k].length];
      for (int i = 0; i < balls[k].length; i++) {
        balls[k][i] = new Ball(matrix[k][i], radius);
      }
    }
    return balls;
  }

  private static int exactRank(double[][] matrix) {
    Rational[][] rows = new Rational[matrix.length][];
    for (int k = 0; k < rows.length; k++) {
      rows[k] =
          java.util.Arrays.stream(matrix[k]).mapToObj(Rational::ofDouble).toArray(Rational[]::new);
    }
    return ExactRank.of(rows);
  }

  @Property(tries = 300, seed = "20261127")
  void theRankOfWholeNumbersIsFound(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 7) int n,
      @ForAll @IntRange(min = 1, max = 7) int r,
      @ForAll @IntRange(min = 1, max = 7) int p) {
    double[][] matrix = product(seed, n, r, p);
    assertEquals(exactRank(matrix), CertifiedRank.atLeast(balls(matrix, 0)));
  }

  @Property(tries = 100, seed = "20261128")
  void errorsOnlyLowerIt(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int n,
      @ForAll @IntRange(max = 3) int e) {
    double[][] matrix = product(seed, n, n, n);
    int rank = CertifiedRank.atLeast(balls(matrix, Math.pow(10, e - 3)));
    assertTrue(rank <= exactRank(matrix));
  }

  @Test
  void aPivotThatMayBeZeroIsNone() {
    assertEquals(1, CertifiedRank.atLeast(balls(new double[][] {{1, 0}, {0, 1e-3}}, 1e-3)));
    assertEquals(2, CertifiedRank.atLeast(balls(new double[][] {{1, 0}, {0, 1e-3}}, 1e-4)));
    assertEquals(0, CertifiedRank.atLeast(balls(new double[][] {{0, 0}}, 0)));
    assertEquals(0, CertifiedRank.atLeast(new Ball[0][]));
  }
}
