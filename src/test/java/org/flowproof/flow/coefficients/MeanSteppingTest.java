package org.flowproof.flow.coefficients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.flowproof.flow.CoefficientState;
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
import org.flowproof.problem.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Neurons that hop about kinks: their mean against every single iteration, and closed forms. */
class MeanSteppingTest {
  /** Correlated samples, so that samples of the other class hold neurons on their kinks. */
  private static Problem correlated(long seed, double slope, int iterations) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 6;
    int d = 12;
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < d; i++) {
        x[k][i] = random.nextGaussian();
      }
      y[k] = k % 2 == 0 ? 1 : -1;
    }
    double step = 0.5;
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "inline"),
        new Network(8, new Activation.Leaky(slope, slope), Network.Trained.FIRST),
        new Loss(Loss.Kind.LOGISTIC, Loss.Factor.MEAN),
        InitialLaw.SIGNS.draw(8, d, 1e-2, seed),
        "inline",
        new Dynamics.Descent(step, MarginProblems.until(step * iterations)));
  }

  private static CoefficientState at(Trajectory run, int iteration) {
    double step = ((Dynamics.Descent) run.problem().dynamics()).step();
    return (CoefficientState) run.at(step * iteration);
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 0.1", "7, 0", "9, 0.2"})
  void theMeanStaysWithinItsErrorOfEveryIteration(long seed, double slope) {
    int iterations = 80_000;
    Problem problem = correlated(seed, slope, iterations);
    Trajectory all = new CoefficientIntegrator(false).integrate(problem);
    Trajectory mean = new CoefficientIntegrator().integrate(problem);
    assertTrue(mean.cost().evaluations() < 0.9 * iterations, "nothing is followed in the mean");
    assertEquals(List.of(), mean.failures());
    for (int iteration : new int[] {9_000, 49_000, 54_001, 60_000, 79_999, 80_000}) {
      CoefficientState expected = at(all, iteration);
      CoefficientState state = at(mean, iteration);
      for (int k = 0; k < problem.data().n(); k++) {
        double off = expected.errorOfMargin(k) + state.errorOfMargin(k);
        assertEquals(expected.margin(k), state.margin(k), off);
        assertTrue(state.errorOfMargin(k) < 2e-3, "error " + state.errorOfMargin(k));
        for (int j = 0; j < problem.network().width(); j++) {
          double both = expected.errorOfCoefficient(j, k) + state.errorOfCoefficient(j, k);
          assertEquals(expected.coefficient(j, k), state.coefficient(j, k), both);
          assertTrue(both < 1e-2 * (1 + Math.abs(state.coefficient(j, k))), "error " + both);
          assertEquals(expected.gate(j, k), state.gate(j, k), state.errorOfGate(j, k));
        }
      }
      for (int j = 0; j < problem.network().width(); j++) {
        for (int i = 0; i < problem.data().d(); i++) {
          double off = expected.errorOfW(j) + state.errorOfW(j);
          assertEquals(expected.w(j, i), state.w(j, i), off);
        }
      }
    }
  }

  /**
   * Two samples at an angle, one neuron for each, held on the kink of the other: it moves along the
   * projection of its own sample, so that {@code z' = kappa sin^2 exp(-z)}.
   */
  @ParameterizedTest
  @CsvSource({"0.3, 1e9", "0.3, 1e15", "0.8, 1e12", "0.95, 1e12"})
  void aHeldNeuronMovesAlongTheProjectionOfItsSample(double cosine, double iterations) {
    double sine = Math.sqrt(1 - cosine * cosine);
    double step = 0.25;
    Problem problem =
        new Problem(
            new DataSet(
                Matrix.of(new double[][] {{1, 0}, {cosine, sine}}), Vec.of(1, -1), "inline"),
            new Network(2, new Activation.Leaky(0, 1), Network.Trained.FIRST),
            new Loss(Loss.Kind.EXPONENTIAL, Loss.Factor.SUM),
            new Weights(Matrix.of(new double[][] {{0.3, 0.1}, {0.2, 0.3}}), Vec.of(1, -1)),
            "inline",
            new Dynamics.Descent(step, MarginProblems.until(step * iterations)));
    Trajectory run = new CoefficientIntegrator().integrate(problem);
    assertEquals(Trajectory.StopReason.END_TIME, run.stopReason());
    assertEquals(List.of(), run.failures());
    CoefficientState state = (CoefficientState) run.at(run.endTime());
    double kappa = step * sine * sine;
    for (int k = 0; k < 2; k++) {
      // exp z = kappa t + O(log t)
      double law = 100 * Math.log(iterations) / (kappa * iterations);
      double expected = Math.log(kappa * iterations);
      assertEquals(expected, state.margin(k), state.errorOfMargin(k) + law);
      assertTrue(state.errorOfMargin(k) < 1e-6, "error " + state.errorOfMargin(k));
    }
    // the gate that balances: cos g_1 = s g_2, and both pulls are alike
    assertEquals(cosine, state.gate(0, 1), 1e-5);
    assertEquals(Math.max(cosine, 1 - cosine), state.errorOfGate(0, 1), 1e-5);
    assertEquals(1, state.gate(0, 0));
    assertEquals(0, state.errorOfGate(0, 0));
  }

  @Test
  void whatHopsFromTheStartIsIteratedUntilStepsAreSmall() {
    Problem problem = correlated(1, 0, 9_000);
    Trajectory all = new CoefficientIntegrator(false).integrate(problem);
    Trajectory run = new CoefficientIntegrator().integrate(problem);
    assertEquals(all.events(), run.events());
    assertTrue(run.events().size() > 1000, "nothing hops");
  }
}
