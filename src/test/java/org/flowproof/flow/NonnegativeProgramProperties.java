package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
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

  /**
   * Against the direction that the samples were drawn around, with more samples than dimensions.
   */
  @Property(tries = 200)
  void noDirectionSeparatesFurther(
      @ForAll @IntRange(min = 1, max = 25) int n,
      @ForAll @IntRange(min = 1, max = 4) int d,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
    double[][] v = new double[n][d];
    for (double[] row : v) {
      for (int i = 0; i < d; i++) {
        row[i] = stream.nextGaussian();
      }
      row[0] = 0.05 + Math.abs(row[0]);
    }
    double[] alpha = NonnegativeProgram.separating(gram(v)).orElseThrow();
    double[] e = new double[d];
    for (int k = 0; k < n; k++) {
      assertTrue(alpha[k] >= 0);
      for (int i = 0; i < d; i++) {
        e[i] += alpha[k] * v[k][i];
      }
    }
    double best = margin(v, e);
    double[] other = e.clone();
    for (int tried = 0; tried < 40; tried++) {
      double size = Math.pow(10, -tried % 5) * norm(e);
      for (int i = 0; i < d; i++) {
        other[i] = e[i] + size * stream.nextGaussian();
      }
      assertTrue(margin(v, other) <= best * (1 + 1e-9));
    }
    // weak duality: the sum of the multipliers bounds every margin
    double sum = Arrays.stream(alpha).sum();
    assertEquals(best, norm(e) / sum, 1e-8 * best);
  }

  /** Samples that no half space holds are found to be such. */
  @Property(tries = 100)
  void whatCannotBeSeparatedIsNot(
      @ForAll @IntRange(min = 1, max = 10) int n,
      @ForAll @IntRange(min = 1, max = 4) int d,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
    double[][] v = new double[n + 1][d];
    for (int k = 0; k < n; k++) {
      double share = 0.1 + stream.nextUniform();
      for (int i = 0; i < d; i++) {
        v[k][i] = stream.nextGaussian();
        v[n][i] -= share * v[k][i];
      }
    }
    assertTrue(NonnegativeProgram.separating(gram(v)).isEmpty());
  }

  private static double[][] gram(double[][] v) {
    double[][] q = new double[v.length][v.length];
    for (int i = 0; i < v.length; i++) {
      for (int k = 0; k < v.length; k++) {
        q[i][k] = dot(v[i], v[k]);
      }
    }
    return q;
  }

  private static double margin(double[][] v, double[] e) {
    return Arrays.stream(v).mapToDouble(row -> dot(row, e)).min().orElseThrow() / norm(e);
  }

  private static double norm(double[] e) {
    return Math.sqrt(dot(e, e));
  }

  private static double dot(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += p[i] * q[i];
    }
    return sum;
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
