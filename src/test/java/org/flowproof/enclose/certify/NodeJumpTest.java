package org.flowproof.enclose.certify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.taylor.Series;
import org.junit.jupiter.api.Test;

/** Jumps of a path against decimals, where nearly everything cancels. */
class NodeJumpTest {
  private static final FlowModel MODEL =
      Flows.model(
          Flows.squared(
              new double[][] {{1, 0}},
              new double[] {1},
              new double[][] {{0.5, 0.25}},
              new double[] {0.75},
              0,
              1));

  private static PathStep step(Series... weights) {
    return new PathStep(
        1, new Series[][] {{weights[0], weights[1]}}, new Series[] {weights[2]}, sides());
  }

  private static Side[][] sides() {
    return new Side[][] {{Side.PLUS}};
  }

  private static BigDecimal end(Series series) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int l = 0; l <= series.degree(); l++) {
      sum = sum.add(new BigDecimal(series.coefficient(l)));
      sum = l < series.pairs() ? sum.add(new BigDecimal(series.rest(l))) : sum;
    }
    return sum;
  }

  private static void assertBounds(double bound, BigDecimal squares) {
    BigDecimal exact = squares.sqrt(new MathContext(40));
    assertTrue(new BigDecimal(bound).compareTo(exact) >= 0, () -> bound + " is below " + exact);
    assertTrue(bound <= 1.001 * exact.doubleValue() + 1e-27, () -> bound + " for " + exact);
  }

  @Test
  void theStartIsComparedWithTheInitialWeights() {
    double tiny = 0x1p-70;
    PathStep step =
        step(
            Series.exact(new double[] {0.5 + 3e-7, 1}),
            Series.exact(new double[] {0.25, 2}, new double[] {tiny, 0}),
            Series.exact(new double[] {0.75 - 4e-7, 3}));
    double first = 0.5 + 3e-7 - 0.5;
    double third = 0.75 - 4e-7 - 0.75;
    BigDecimal squares = new BigDecimal(first).pow(2).add(new BigDecimal(third).pow(2));
    assertBounds(NodeJump.fromStart(MODEL, step, 0), squares.add(new BigDecimal(tiny).pow(2)));
  }

  @Test
  void endAndStartAreComparedExactly() {
    Random random = new Random(5);
    for (int trial = 0; trial < 300; trial++) {
      Series[] before = new Series[3];
      Series[] after = new Series[3];
      BigDecimal squares = BigDecimal.ZERO;
      for (int i = 0; i < 3; i++) {
        double[] large = random.doubles(6, -1, 1).toArray();
        double[] small = random.doubles(6, -1e-17, 1e-17).toArray();
        large[3] *= 1e-33;
        before[i] = Series.exact(large, small);
        double near = end(before[i]).doubleValue();
        double rest = end(before[i]).subtract(new BigDecimal(near)).doubleValue();
        if (trial % 3 == 0) {
          rest += Math.scalb(random.nextGaussian(), -random.nextInt(110));
        }
        after[i] =
            Series.exact(new double[] {near, 1, 1, 1, 1, 1}, new double[] {rest, 0, 0, 0, 0, 0});
        BigDecimal part = new BigDecimal(near).add(new BigDecimal(rest)).subtract(end(before[i]));
        squares = squares.add(part.pow(2));
      }
      assertBounds(NodeJump.between(step(before), step(after), 0), squares);
    }
  }
}
