package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;

/** One step without control gives what the library gives, with fewer evaluations. */
class SingleStepTest {
  private int evaluations;

  private double[] pendulum(double[] y) {
    evaluations++;
    return new double[] {y[1], -Math.sin(y[0]), y[0] * y[1]};
  }

  @Test
  void sameStateAsTheLibrary() {
    double[] start = {1, 0.25, -2};
    DormandPrince853Integrator library = new DormandPrince853Integrator(1e-3, 1, 1e-10, 1e-10);
    double[] expected =
        library.singleStep(
            new OrdinaryDifferentialEquation() {
              @Override
              public int getDimension() {
                return 3;
              }

              @Override
              public double[] computeDerivatives(double t, double[] y) {
                return pendulum(y);
              }
            },
            0,
            start,
            0.25);
    evaluations = 0;
    SingleStep step = new SingleStep(library.getA(), library.getB(), (p, y) -> pendulum(y), 3);
    assertArrayEquals(expected, step.step(null, start, 0.25), 1e-15);
    assertEquals(12, evaluations);
    assertArrayEquals(new double[] {1, 0.25, -2}, start);
  }
}
