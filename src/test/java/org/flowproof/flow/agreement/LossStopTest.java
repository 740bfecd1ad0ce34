package org.flowproof.flow.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.flow.DescentIntegrator;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.flow.coefficients.CoefficientIntegrator;
import org.flowproof.flow.structured.StructuredIntegrator;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SmoothFunction;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that end when the training loss has fallen to a bound, against closed forms. */
class LossStopTest {
  private static final double LABEL = 0.8;
  private static final double START = 0.01;
  private static final Activation RELU = new Activation.Leaky(0, 0);
  private static final Activation SINE = new Activation.Smooth(SmoothFunction.of("Sin[z]"));

  private static Problem neuron(
      Activation activation, Network.Trained trained, Loss loss, double weight, Dynamics dynamics) {
    return new Problem(
        new DataSet(Matrix.of(new double[][] {{1}}), Vec.of(one(loss)), "inline"),
        new Network(1, activation, trained),
        loss,
        new Weights(Matrix.of(new double[][] {{weight}}), Vec.of(weight)),
        "inline",
        dynamics);
  }

  private static double[] one(Loss loss) {
    return new double[] {loss.kind() == Loss.Kind.SQUARED ? LABEL : 1};
  }

  private static Problem balanced(Activation activation, Dynamics.StopRule stop) {
    return neuron(
        activation,
        Network.Trained.BOTH,
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_SUM),
        Math.sqrt(START),
        new Dynamics.Flow(Dynamics.Residual.FULL, 1e-11, stop));
  }

  private static Dynamics.StopRule bound(double loss) {
    return new Dynamics.StopRule(100, 0, loss, 1_000_000, false);
  }

  /** One balanced neuron has p = a w with p' = 2 p (y - p), so that the time has a closed form. */
  private static double time(double loss) {
    double p = LABEL - Math.sqrt(2 * loss);
    return Math.log((LABEL / START - 1) * p / (LABEL - p)) / (2 * LABEL);
  }

  /** What an error of 1e-11 in p, which moves at 2 p (y - p), does to the time, and rounding. */
  private static double late(double loss) {
    return 1e-9 * time(loss) + 1e-11 / Math.sqrt(2 * loss);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1e-3, 1e-9, 1e-15})
  void flowsOfTheSquaredLossEndWhereItReachesTheBound(double loss) {
    for (Integrator integrator : List.of(new ReferenceIntegrator(), new StructuredIntegrator())) {
      Trajectory run = integrator.integrate(balanced(RELU, bound(loss)));
      assertEquals(StopReason.LOSS, run.stopReason());
      assertEquals(time(loss), run.endTime(), late(loss));
      assertEquals(List.of(), run.failures());
    }
    Activation identity = new Activation.Smooth(SmoothFunction.of("z"));
    Trajectory smooth = new ReferenceIntegrator().integrate(balanced(identity, bound(loss)));
    assertEquals(StopReason.LOSS, smooth.stopReason());
    assertEquals(time(loss), smooth.endTime(), late(loss));
  }

  /** A neuron of fixed output weight 1 has z' = 1/(1 + e^z), so that z + e^z grows like time. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1e-2, 1e-6})
  void flowsOfTheLogisticLossDoSoToo(double loss) {
    double z0 = 1;
    double z = -Math.log(Math.expm1(loss));
    double expected = z + Math.exp(z) - z0 - Math.exp(z0);
    Dynamics flow =
        new Dynamics.Flow(
            Dynamics.Residual.FULL, 1e-11, new Dynamics.StopRule(1e8, 0, loss, 1_000_000, false));
    Problem problem =
        neuron(
            RELU, Network.Trained.FIRST, new Loss(Loss.Kind.LOGISTIC, Loss.Factor.SUM), z0, flow);
    for (Integrator integrator : List.of(new ReferenceIntegrator(), new CoefficientIntegrator())) {
      Trajectory run = integrator.integrate(problem);
      assertEquals(StopReason.LOSS, run.stopReason());
      assertEquals(expected, run.endTime(), 1e-8 * expected);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1e-3, 1e-12})
  void descentEndsAtTheFirstIterateThatReachesIt(double loss) {
    double step = 0.05;
    double a = 0.5;
    double w = 0.5;
    int iterations = 0;
    while (0.5 * (LABEL - a * Math.sin(w)) * (LABEL - a * Math.sin(w)) > loss) {
      double r = LABEL - a * Math.sin(w);
      double next = a + step * r * Math.sin(w);
      w += step * r * a * Math.cos(w);
      a = next;
      iterations++;
    }
    Problem problem =
        neuron(
            SINE,
            Network.Trained.BOTH,
            new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_SUM),
            0.5,
            new Dynamics.Descent(step, new Dynamics.StopRule(1e4, 0, loss, 1_000_000, false)));
    Trajectory run = new DescentIntegrator().integrate(problem);
    assertEquals(StopReason.LOSS, run.stopReason());
    assertEquals(iterations * step, run.endTime(), 1e-12 * iterations);
    assertTrue(iterations > 0);
  }

  @Test
  void aRunThatStartsBelowTheBoundEndsThere() {
    for (Integrator integrator : List.of(new ReferenceIntegrator(), new StructuredIntegrator())) {
      Trajectory run = integrator.integrate(balanced(RELU, bound(1)));
      assertEquals(StopReason.LOSS, run.stopReason());
      assertEquals(0, run.endTime());
    }
  }

  @Test
  void theFirstRuleThatIsMetEndsTheRun() {
    for (Integrator integrator : List.of(new ReferenceIntegrator(), new StructuredIntegrator())) {
      for (boolean loss : new boolean[] {true, false}) {
        // the speed is sqrt(2 p) (y - p), about 1.26 sqrt(2 loss) late
        double speed = 1.26e-3 * (loss ? 0.999 : 1.01);
        Dynamics.StopRule stop = new Dynamics.StopRule(100, speed, 0.5e-6, 1_000_000, false);
        Trajectory run = integrator.integrate(balanced(RELU, stop));
        assertEquals(loss ? StopReason.LOSS : StopReason.GRADIENT_NORM, run.stopReason());
        double slower =
            new ReferenceIntegrator().integrate(balanced(RELU, bound(0.5e-6))).endTime();
        assertEquals(loss, run.endTime() > slower * (1 - 1e-9));
      }
    }
  }
}
