package org.flowproof.flow.origin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitFlowTest {
  private static final Weights THETA =
      new Weights(Matrix.of(new double[][] {{0.2, -0.3}, {0.1, 0.4}}), Vec.of(1, 0.5));

  /** One neuron, one sample x = y = 1, the identity: a = w, and p = a w is logistic. */
  @Test
  void ofTheIdentityItHasAClosedForm() {
    Problem problem =
        SixPoints.problem("z", new double[][] {{1}}, new double[] {1}, SixPoints.one(3, 0), 1);
    Vec c = GrowthAtZero.of(problem).projections(problem.initial());
    assertEquals(3, c.get(0));
    LimitFlow flow = LimitFlow.of(problem, c, 6);
    for (double t : new double[] {-20, -3, 0, 1, 6}) {
      // p ~ (3/2)^2 exp(2t) early, and p' = 2 p (1 - p)
      double grown = 2.25 * Math.exp(2 * t);
      double root = Math.sqrt(grown / (1 + grown));
      double[] y = flow.at(t);
      assertEquals(1, y[0] / root, 1e-10, "at " + t);
      assertEquals(1, y[1] / root, 1e-10, "at " + t);
      assertTrue(flow.error(t) < 1e-9 * root, "error at " + t);
      assertTrue(Math.abs(y[0] - root) <= flow.error(t), "error at " + t);
    }
  }

  /** Against DOP853 of SciPy 1.17 from the growing part of size 1e-11, relative tolerance 1e-13. */
  @Test
  void sixPointsAgreeWithAnotherIntegrator() {
    Problem problem = SixPoints.of("Tanh[z]", THETA);
    GrowthAtZero growth = GrowthAtZero.of(problem);
    assertEquals(5.61540071608226, growth.norm(), 1e-13);
    assertEquals(growth.norm(), growth.rate(), 1e-14);
    Vec c = growth.projections(THETA);
    assertArrayEquals(new double[] {5.89720399, 4.28742829}, c.toArray(), 1e-8);
    LimitFlow flow = LimitFlow.of(problem, c, 2);
    double[] middle = {
      0.374009347404, 0.282875353797, 0.311837265749, 0.166514764272, 0.241610286113, 0.127620921025
    };
    double[] late = {
      0.728497212374, 0.552266045723, 0.58415192392, 0.552365402548, 0.458957096909, 0.430271684183
    };
    assertArrayEquals(middle, flow.at(0), 1e-10);
    assertArrayEquals(late, flow.at(2), 1e-10);
    assertTrue(flow.error(2) < 1e-8, "error " + flow.error(2));
  }

  /** The limit is approached in proportion to the scale, down to scales far below 1e-20. */
  @ParameterizedTest
  @CsvSource({"1e-2, 5e-3", "1e-4, 5e-5", "1e-20, 1e-9", "1e-150, 1e-8", "1e-240, 1e-8"})
  void smallStartsComeCloseToIt(double alpha, double distance) {
    Problem problem = SixPoints.of("Tanh[z]", THETA);
    GrowthAtZero growth = GrowthAtZero.of(problem);
    LimitFlow flow = LimitFlow.of(problem, growth.projections(THETA), 0.5);
    double shift = -Math.log(alpha) / growth.rate();
    Trajectory run = LimitFlow.run(problem, THETA.times(alpha), 0.5 + shift);
    double[] y = LimitFlow.weights(problem, run.at(run.endTime()));
    double[] h = flow.at(0.5);
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += (y[i] - h[i]) * (y[i] - h[i]);
    }
    assertTrue(Math.sqrt(sum) < distance, "distance " + Math.sqrt(sum));
  }

  /** A factor on the projections is a shift of time, and their signs are those of the neurons. */
  @Test
  void factorsAreShiftsAndSignsAreMirrored() {
    Problem problem = SixPoints.of("Tanh[z]", THETA);
    double rate = GrowthAtZero.of(problem).rate();
    double[] plain = LimitFlow.of(problem, Vec.of(1, 0.5), 1).at(0.7 + Math.log(3) / rate);
    assertArrayEquals(plain, LimitFlow.of(problem, Vec.of(3, 1.5), 1).at(0.7), 1e-9);
    double[] mirrored = LimitFlow.of(problem, Vec.of(3, -1.5), 1).at(0.7);
    double[] signs = {1, -1, 1, 1, -1, -1};
    double[] whole = LimitFlow.of(problem, Vec.of(3, 1.5), 1).at(0.7);
    for (int i = 0; i < signs.length; i++) {
      assertEquals(signs[i] * whole[i], mirrored[i], 1e-12);
    }
  }

  /** The invariant sets: equal projections keep neurons equal, a projection of 0 keeps it at 0. */
  @Test
  void invariantSetsOfTwoNeurons() {
    Problem problem = SixPoints.of("Tanh[z]", THETA);
    double[] equal = LimitFlow.of(problem, Vec.of(2, 2), 5).at(5);
    assertEquals(equal[0], equal[1], 1e-12);
    assertEquals(equal[2], equal[4], 1e-12);
    assertEquals(equal[3], equal[5], 1e-12);
    double[] single = LimitFlow.of(problem, Vec.of(2, 0), 5).at(5);
    assertEquals(0, single[1]);
    assertEquals(0, single[4]);
    assertEquals(0, single[5]);
    assertTrue(single[0] > 0.5);
  }

  /** The slope of the activation at 0 enters rate and projections with absolute value and sign. */
  @Test
  void theSlopeAtZeroCounts() {
    GrowthAtZero steep = GrowthAtZero.of(SixPoints.of("2*Tanh[z]", THETA));
    assertEquals(2 * steep.norm(), steep.rate(), 1e-13);
    Problem problem = SixPoints.of("-Tanh[z]", THETA);
    GrowthAtZero down = GrowthAtZero.of(problem);
    assertEquals(down.norm(), down.rate(), 1e-13);
    double dot = 0.2 * down.gamma().get(0) - 0.3 * down.gamma().get(1);
    assertEquals(down.norm() - dot, down.projections(THETA).get(0), 1e-13);
    assertEquals(down.norm() + dot, down.printedProjections(THETA).get(0), 1e-13);
    double[] y = LimitFlow.of(problem, Vec.of(1, 2), -2).at(-2);
    assertEquals(0.5, y[0] / y[1], 1e-6);
    assertTrue(y[2] < 0 && y[4] < 0);
  }

  @Test
  void whatHasNoGrowthIsRefused() {
    Problem flat = SixPoints.of("z^2", THETA);
    assertTrue(GrowthAtZero.obstacle(flat).orElseThrow().contains("slope"));
    assertThrows(IllegalArgumentException.class, () -> GrowthAtZero.of(flat));
    Problem silent =
        SixPoints.problem(
            "Tanh[z]", new double[][] {{1}, {-1}}, new double[] {1, 1}, SixPoints.one(1, 1), 1);
    assertTrue(GrowthAtZero.obstacle(silent).orElseThrow().contains("gamma"));
    Problem problem = SixPoints.of("Tanh[z]", THETA);
    assertThrows(IllegalArgumentException.class, () -> LimitFlow.of(problem, Vec.of(0, 0), 1));
    assertThrows(IllegalArgumentException.class, () -> LimitFlow.of(problem, Vec.of(1, 1), -100));
    LimitFlow flow = LimitFlow.of(problem, Vec.of(1, 1), -1);
    assertThrows(IllegalArgumentException.class, () -> flow.at(0));
  }
}
