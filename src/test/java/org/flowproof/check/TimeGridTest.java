package org.flowproof.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.flow.DescentIntegrator;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.api.Test;

/** The iterates at which a descent is read. */
class TimeGridTest {
  private static final double STEP = 0.125;

  private static Trajectory descent(int iterations) {
    return new DescentIntegrator()
        .integrate(
            new Problem(
                new DataSet(Matrix.of(new double[][] {{1, 2}}), Vec.of(1), "test"),
                new Network(1, new Activation.Leaky(0, 0), Network.Trained.BOTH),
                new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
                new Weights(Matrix.of(new double[][] {{0.1, 0.1}}), Vec.of(0.2)),
                "test",
                new Dynamics.Descent(
                    STEP, new Dynamics.StopRule(iterations * STEP, 0, 1000, false))));
  }

  @Test
  void everyIterateIsReadAndNothingBetween() {
    assertArrayEquals(
        new double[] {0, STEP, 2 * STEP, 3 * STEP},
        TimeGrid.ofIterates(descent(3), 100, false).times().toArray());
  }

  @Test
  void theLastIsLeftOutWhereTheNextIsNeeded() {
    assertArrayEquals(
        new double[] {0, STEP, 2 * STEP},
        TimeGrid.ofIterates(descent(3), 100, true).times().toArray());
  }

  @Test
  void manyAreThinnedEvenlyAndCounted() {
    TimeGrid grid = TimeGrid.ofIterates(descent(100), 10, true);
    assertTrue(grid.times().length() <= 10);
    assertEquals(100, grid.allSteps());
    assertEquals(grid.times().length(), grid.steps());
    for (double time : grid.times().toArray()) {
      assertEquals(Math.rint(time / STEP), time / STEP);
    }
  }
}
