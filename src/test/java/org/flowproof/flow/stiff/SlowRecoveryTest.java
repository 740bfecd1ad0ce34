package org.flowproof.flow.stiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.origin.LimitFlow;
import org.flowproof.flow.origin.SixPoints;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two tanh neurons that learn one from six labels, out of zero weights with ratio c of the
 * projections: they come to rest either as two neurons of one direction, a_1 + a_2 = 1, slowly, or
 * with a_2 = 0.
 */
class SlowRecoveryTest {
  private static final Weights TWO =
      new Weights(Matrix.of(new double[][] {{0, 0}, {0, 0}}), Vec.of(0, 0));

  private static LimitFlow flow(Integrator integrator, double ratio, double end) {
    Problem problem = SixPoints.of("Tanh[z]", TWO);
    Dynamics.StopRule stop = new Dynamics.StopRule(1, 0, 1_000_000_000, false);
    Problem enough =
        new Problem(
            problem.data(),
            problem.network(),
            problem.loss(),
            TWO,
            "inline",
            new Dynamics.Flow(Dynamics.Residual.FULL, 1e-10, stop));
    return LimitFlow.of(enough, Vec.of(ratio, 1), end, integrator);
  }

  private static void agree(double ratio, double end) {
    LimitFlow stiff = flow(new StiffIntegrator(), ratio, end);
    LimitFlow reference = flow(new ReferenceIntegrator(), ratio, end);
    for (double t : new double[] {-4, -1, 0, 1, 7, 0.01 * end, 0.3 * end, end}) {
      double[] one = stiff.at(t);
      double[] other = reference.at(t);
      double error = stiff.error(t);
      assertTrue(error < 1e-8, "error " + error + " at " + t);
      for (int i = 0; i < one.length; i++) {
        assertEquals(other[i], one[i], error + reference.error(t), "at " + t);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1.38, 3e3", "1.42, 3e3"})
  void agreesWithTheReference(double ratio, double end) {
    agree(ratio, end);
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"1.38, 1e5", "1.42, 1e5"})
  void agreesWithTheReferenceForLong(double ratio, double end) {
    agree(ratio, end);
  }

  /**
   * Against the method Radau of SciPy 1.17 on the equations written out by hand, relative tolerance
   * 1e-11.
   */
  @ParameterizedTest
  @CsvSource({
    "1.40, 1e8, 0.94826548, 0.05173493, 1.00033691, 1.00037922, 0.99383744, 0.99306498",
    "1.41, 1e8, 0.99851508, 0.00148521, 1.0000461, 1.0000517, 0.96929932, 0.96560364",
  })
  void endsAreThoseOfAnotherIntegrator(
      double ratio,
      double end,
      double a1,
      double a2,
      double w11,
      double w12,
      double w21,
      double w22) {
    LimitFlow flow = flow(new StiffIntegrator(), ratio, end);
    assertEquals(List.of(), flow.failures());
    double[] y = flow.at(end);
    double[] expected = {a1, a2, w11, w12, w21, w22};
    for (int i = 0; i < y.length; i++) {
      assertEquals(expected[i], y[i], 1e-7, "component " + i);
    }
    assertTrue(flow.error(end) < 1e-7, "error " + flow.error(end));
  }

  /** The ratio that divides the two endings lies between 1.40 and 1.41, whatever the step count. */
  @Test
  void theDivideIsBelowTheOneOfShortRuns() {
    double end = 1e12;
    double[] below = flow(new StiffIntegrator(), 1.40, end).at(end);
    double[] above = flow(new StiffIntegrator(), 1.41, end).at(end);
    // both neurons turn into the direction (1, 1)
    assertTrue(below[1] > 0.03 && Math.hypot(below[4] - 1, below[5] - 1) < 1e-3, "below");
    // the second neuron vanishes
    assertTrue(above[1] < 1e-5 && Math.hypot(above[4] - 1, above[5] - 1) > 1e-2, "above");
  }
}
