package org.flowproof.check.margins;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.flowproof.problem.SeededStream;

/** The conditions that single out the solution, on random programs. */
class NonnegativeProgramProperties {

  @Property(tries = 200)
  void solutionsMeetTheConditions(
      @ForAll @IntRange(min = 1, max = 12) int n,
      @ForAll @IntRange(min = 0, max = 20) int extra,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
    double[][] x = new double[n][n + extra];
    for (double[] row : x) {
      for (int i = 0; i < row.length; i++) {
        row[i] = stream.nextGaussian() + 0.5;
      }
    }
    double[][] q = new double[n][n];
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      b[i] = 1;
      for (int k = 0; k < n; k++) {
        for (int c = 0; c < x[i].length; c++) {
          q[i][k] += x[i][c] * x[k][c];
        }
      }
    }
    double[] alpha = NonnegativeProgram.solve(q, b).orElseThrow();
    for (int i = 0; i < n; i++) {
      double slope = -b[i];
      for (int k = 0; k < n; k++) {
        slope += q[i][k] * alpha[k];
      }
      assertTrue(alpha[i] >= 0);
      assertTrue(slope >= -1e-9, "slope " + slope);
      assertEquals(0, alpha[i] == 0 ? 0 : slope, 1e-7);
    }
  }

  @Example
  void knownSolutions() {
    double[][] q = {{2, 1}, {1, 2}};
    double[] both = NonnegativeProgram.solve(q, new double[] {1, 1}).orElseThrow();
    assertArrayEquals(new double[] {1.0 / 3, 1.0 / 3}, both, 1e-15);
    double[] one = NonnegativeProgram.solve(q, new double[] {1, 0.4}).orElseThrow();
    assertArrayEquals(new double[] {0.5, 0}, one, 1e-15);
    double[] none = NonnegativeProgram.solve(q, new double[] {-1, 0}).orElseThrow();
    assertArrayEquals(new double[] {0, 0}, none);
  }
}
