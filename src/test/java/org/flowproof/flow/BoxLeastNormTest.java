package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.flowproof.problem.Vectors;
import org.junit.jupiter.api.Test;

/** The minimal-norm element of a box of vectors. */
class BoxLeastNormTest {

  @Test
  void oneColumnIsProjectedOrClipped() {
    double[][] column = {{2, 0}};
    BoxLeastNorm inside = BoxLeastNorm.solve(new double[] {-1, 3}, column, 0, 1);
    assertTrue(inside.free(0));
    assertEquals(0.5, inside.theta(0), 1e-15);
    assertArrayEquals(new double[] {0, 3}, inside.element(), 1e-15);
    BoxLeastNorm above = BoxLeastNorm.solve(new double[] {-5, 3}, column, 0, 1);
    assertFalse(above.free(0));
    assertEquals(1, above.theta(0));
    assertEquals(0.1, BoxLeastNorm.solve(new double[] {5, 3}, column, 0.1, 1).theta(0));
  }

  @Test
  void noElementOnAGridIsShorter() {
    Random random = new Random(4);
    for (int trial = 0; trial < 200; trial++) {
      // three columns in the plane: dependent
      double[][] columns = new double[3][2];
      double[] offset = {random.nextGaussian(), random.nextGaussian()};
      for (double[] column : columns) {
        column[0] = random.nextGaussian();
        column[1] = random.nextGaussian();
      }
      double[] element = BoxLeastNorm.solve(offset, columns, 0.2, 1).element();
      double found = Math.hypot(element[0], element[1]);
      int steps = 20;
      for (int p = 0; p < (steps + 1) * (steps + 1) * (steps + 1); p++) {
        double[] sum = offset.clone();
        int rest = p;
        for (double[] column : columns) {
          double theta = 0.2 + 0.8 * (rest % (steps + 1)) / steps;
          rest /= steps + 1;
          sum[0] += theta * column[0];
          sum[1] += theta * column[1];
        }
        assertTrue(found <= Math.hypot(sum[0], sum[1]) + 1e-12, "trial " + trial);
      }
    }
  }

  @Test
  void noVariableOfManyCanShortenTheElement() {
    Random random = new Random(5);
    int atBounds = 0;
    int inside = 0;
    for (int trial = 0; trial < 200; trial++) {
      int count = 6 + random.nextInt(10);
      double[][] columns = new double[count][20];
      double[] offset = random.doubles(20, -8, 2).toArray();
      for (double[] column : columns) {
        for (int c = 0; c < 20; c++) {
          column[c] = random.nextGaussian();
        }
      }
      BoxLeastNorm solution = BoxLeastNorm.solve(offset, columns, 0.2, 1);
      for (int l = 0; l < count; l++) {
        double slope = Vectors.dot(columns[l], solution.element());
        if (solution.free(l)) {
          inside++;
          assertEquals(0, slope, 1e-11, "trial " + trial);
          assertTrue(solution.theta(l) >= 0.2 && solution.theta(l) <= 1);
        } else {
          atBounds++;
          assertTrue(solution.theta(l) == 0.2 || solution.theta(l) == 1, "trial " + trial);
          assertTrue(solution.theta(l) == 0.2 ? slope >= -1e-11 : slope <= 1e-11);
        }
      }
    }
    assertTrue(inside > 100 && atBounds > 100, inside + " inside, " + atBounds + " at bounds");
  }
}
