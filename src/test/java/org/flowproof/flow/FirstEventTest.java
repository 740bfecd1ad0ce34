package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.flowproof.formula.Ball;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** The time before which gates are constant. */
class FirstEventTest {

  /** Sample 1 is (1, 0), sample 2 is (0, 1). */
  private static Ball firstEvent(double slope, double w1, double w2, double a) {
    Problem problem =
        TestProblems.flow(
            new double[][] {{1, 0}, {0, 1}},
            new double[] {1, -1},
            new double[][] {{w1, w2}},
            new double[] {a},
            slope,
            Dynamics.Residual.FULL,
            1e-9,
            TestProblems.until(0.01));
    Trajectory run = new ReferenceIntegrator().integrate(problem);
    return TrajectoryValuation.of(run).observable("firstEvent", List.of(1), 0, null);
  }

  @Test
  void isZeroForANeuronThatStartsOnAKinkAndLeaves() {
    // a r > 0 pushes it to the positive side, and nothing comes from the negative side (slope 0.1)
    assertEquals(Ball.ZERO, firstEvent(0.1, 0, 0.5, 1));
  }

  @Test
  void isZeroForANeuronThatStartsInASlideOrAtRest() {
    assertEquals(Ball.ZERO, firstEvent(0.1, 0.5, 0, 1));
    assertEquals(Ball.ZERO, firstEvent(0, -0.5, 0, 1));
  }

  @Test
  void isZeroForTheZeroNeuronWhoseGatesAreAMatterOfChoice() {
    assertEquals(Ball.ZERO, firstEvent(0.1, 0, 0, 0));
    assertEquals(Ball.ZERO, firstEvent(0, 0, 0, 0.3));
  }

  @Test
  void isTheEndForANeuronAwayFromEveryKink() {
    assertEquals(Ball.exact(0.01), firstEvent(0.1, 0.5, 0.5, 1));
  }

  @Test
  void smallIsNotZero() {
    assertEquals(Ball.exact(0.01), firstEvent(0, 0.5, -1e-300, 1));
  }
}
