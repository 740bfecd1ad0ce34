package org.flowproof.flow.structured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.InitialLaw;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.junit.jupiter.api.Test;

/** Results do not depend on the number of threads, to the last bit. */
class ThreadsTest {
  private static final int WIDTH = 300;

  private static Problem problem() {
    java.util.Random random = new java.util.Random(5);
    double[][] x = new double[12][3];
    double[] y = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < 3; i++) {
        x[k][i] = random.nextGaussian();
      }
      y[k] = x[k][0] + 0.3 * random.nextGaussian();
    }
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "random"),
        new Network(WIDTH, new Activation.Leaky(0, 0), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        InitialLaw.DOMINATED.draw(WIDTH, 3, 1e-2, 3),
        "random",
        new Dynamics.Flow(
            Dynamics.Residual.FULL, 1e-6, new Dynamics.StopRule(15, 0, 1_000_000, false)));
  }

  @Test
  void oneTwoAndThreeThreadsGiveTheSameBits() {
    Trajectory one = new StructuredIntegrator().integrate(problem());
    assertTrue(one.events().size() > WIDTH, () -> one.events().size() + " events");
    for (int threads = 2; threads <= 3; threads++) {
      Trajectory other = new StructuredIntegrator().withThreads(threads).integrate(problem());
      assertEquals(one.events(), other.events());
      assertEquals(one.stepTimes(), other.stepTimes());
      assertEquals(one.cost(), other.cost());
      for (int i = 0; i <= 7; i++) {
        same(one.at(one.endTime() * i / 7), other.at(one.endTime() * i / 7));
      }
    }
  }

  private static void same(State one, State other) {
    for (int j = 0; j < WIDTH; j++) {
      assertEquals(bits(one.a(j)), bits(other.a(j)));
      assertEquals(bits(one.errorOfA(j)), bits(other.errorOfA(j)));
      assertEquals(bits(one.errorOfW(j)), bits(other.errorOfW(j)));
      for (int i = 0; i < 3; i++) {
        assertEquals(bits(one.w(j, i)), bits(other.w(j, i)));
      }
    }
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }
}
