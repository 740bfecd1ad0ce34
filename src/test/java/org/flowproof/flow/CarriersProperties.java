package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;

class CarriersProperties {
  /** Hidden weights are 0, so that the norms are those of the output weights. */
  private record Outputs(Vec outputs, double error) implements State {
    @Override
    public double time() {
      return 0;
    }

    @Override
    public double a(int neuron) {
      return outputs.get(neuron);
    }

    @Override
    public double w(int neuron, int coordinate) {
      return 0;
    }

    @Override
    public double gate(int neuron, int sample) {
      return 0;
    }

    @Override
    public double errorOfA(int neuron) {
      return error;
    }

    @Override
    public double errorOfW(int neuron) {
      return 0;
    }
  }

  private static Carriers carriers(double share, double error, double... a) {
    Problem problem =
        TestProblems.flow(
            new double[][] {{1}},
            new double[] {1},
            new double[a.length][1],
            a,
            0,
            Dynamics.Residual.FULL,
            1e-6,
            TestProblems.until(1));
    return Carriers.of(problem, new Outputs(Vec.of(a), error), share);
  }

  @Example
  void theLargestCarryTheShare() {
    // squares 81, 9, 9, 1: 81 %, 90 %, 99 %, 100 %
    assertEquals(1, carriers(0.8, 0, 3, -9, 1, 3).count());
    assertEquals(2, carriers(0.85, 0, 3, -9, 1, 3).count());
    assertEquals(3, carriers(0.95, 0, 3, -9, 1, 3).count());
    assertEquals(4, carriers(0.995, 0, 3, -9, 1, 3).count());
    assertEquals(9, carriers(0.5, 0, 3, -9, 1, 3).norms().get(0));
    // at the edge the error decides nothing
    Carriers edge = carriers(0.9, 1e-6, 3, -9, 1, 3);
    assertEquals(2, edge.least());
    assertEquals(3, edge.most());
    assertThrows(IllegalArgumentException.class, () -> carriers(0, 0, 1));
  }

  /** Whatever the weights are within their errors, the count is within its bounds. */
  @Property(tries = 200)
  void errorsAreHeeded(
      @ForAll @IntRange(min = 1, max = 12) int m,
      @ForAll @DoubleRange(min = 0, max = 0.3) double error,
      @ForAll @DoubleRange(min = 0.05, max = 1) double share,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] a = random.doubles(m, -1, 1).toArray();
    Carriers known = carriers(share, error, a);
    for (int i = 0; i < 20; i++) {
      double[] moved =
          Arrays.stream(a).map(v -> v + error * (2 * random.nextDouble() - 1)).toArray();
      int count = bySubsets(moved, share);
      assertTrue(known.least() <= count && count <= known.most(), known + " but " + count);
    }
  }

  /** The size of the smallest subset that has the share, by trying all. */
  private static int bySubsets(double[] a, double share) {
    double all = Arrays.stream(a).map(v -> v * v).sum();
    int best = a.length;
    for (int set = 1; set < 1 << a.length; set++) {
      double sum = 0;
      for (int j = 0; j < a.length; j++) {
        sum += (set >> j & 1) == 1 ? a[j] * a[j] : 0;
      }
      if (sum >= share * all) {
        best = Math.min(best, Integer.bitCount(set));
      }
    }
    return best;
  }
}
