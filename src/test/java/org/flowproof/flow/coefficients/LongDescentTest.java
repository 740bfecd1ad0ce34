package org.flowproof.flow.coefficients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.flowproof.flow.CoefficientState;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The accelerated phase against iterates, long decimal arithmetic and closed forms. */
class LongDescentTest {
  /** One neuron on one sample, margin 0 at the start: {@code z <- z + kappa exp(-z)}, kappa 3/8. */
  private static Problem one(double iterations, Loss.Kind kind) {
    return new Problem(
        new DataSet(Matrix.of(new double[][] {{1, 0}}), Vec.of(1), "inline"),
        new Network(1, new Activation.Leaky(0, 1), Network.Trained.FIRST),
        new Loss(kind, Loss.Factor.SUM),
        new Weights(Matrix.of(new double[][] {{0, 2}}), Vec.of(1)),
        "inline",
        new Dynamics.Descent(0.375, MarginProblems.until(0.375 * iterations)));
  }

  private static CoefficientState end(Trajectory run) {
    return (CoefficientState) run.at(run.endTime());
  }

  @Test
  void iteratesAreThoseOfLongDecimalArithmetic() {
    BigDecimal kappa = new BigDecimal("0.375");
    Trajectory run = new CoefficientIntegrator().integrate(one(1e6, Loss.Kind.EXPONENTIAL));
    assertTrue(run.cost().evaluations() < 50_000, "no iteration was left out");
    BigDecimal v = BigDecimal.ONE;
    int done = 0;
    for (int iterations : new int[] {10, 300, 2000, 20_000}) {
      v = ScalarMap.iterate(kappa, v, iterations - done);
      done = iterations;
      CoefficientState state = (CoefficientState) run.at(0.375 * iterations);
      BigDecimal off = v.subtract(new BigDecimal(Math.exp(state.margin(0))), MathContext.DECIMAL64);
      double error = state.errorOfMargin(0) + 2 * Math.ulp(state.margin(0));
      double relative = Math.abs(off.doubleValue()) / v.doubleValue();
      // the exponential of a margin is rounded too
      assertTrue(relative <= error + 4e-16, iterations + ": " + relative + " against " + error);
      assertTrue(error < 1e-13, "error " + error);
    }
  }

  @ParameterizedTest
  @CsvSource({"1e6", "1e9", "1e12", "1e15", "1e100", "1e300"})
  void farIteratesObeyTheFunctionThatCountsThem(double iterations) {
    Trajectory run = new CoefficientIntegrator().integrate(one(iterations, Loss.Kind.EXPONENTIAL));
    CoefficientState early = (CoefficientState) run.at(0.375 * 1000);
    CoefficientState late = end(run);
    double from = ScalarMap.count(Math.exp(early.margin(0)) / 0.375);
    double passed = iterations - 1000 + from;
    // the margin whose count this is, by Newton in log w
    double w = passed;
    for (int i = 0; i < 20; i++) {
      w -= (ScalarMap.count(w) - passed) / ScalarMap.countSlope(w);
    }
    double expected = Math.log(0.375) + Math.log(w);
    assertEquals(expected, late.margin(0), late.errorOfMargin(0) + 4 * Math.ulp(expected));
    assertTrue(late.errorOfMargin(0) < 1e-13 * expected, "error " + late.errorOfMargin(0));
    assertEquals(-expected, late.logLoss(), late.errorOfLogLoss());
  }

  @ParameterizedTest
  @CsvSource({"0.5, 355.55555555555555", "0.1, 440.04400440044"})
  void orthogonalSamplesTendToTheLimitOfTimeTimesLoss(double slope, double limit) {
    Problem problem =
        MarginProblems.orthogonal(
            20, 200, slope, new Loss(Loss.Kind.LOGISTIC, Loss.Factor.MEAN), 0.5, 1e-2, 0.5 * 1e300);
    Trajectory run = new CoefficientIntegrator().integrate(problem);
    CoefficientState state = end(run);
    // width 200 and step 1/2 give the same kappa as width 800 and step 2
    double product = Math.exp(state.logLoss() + Math.log(1e300));
    assertEquals(limit, product, limit * (state.errorOfLogLoss() + 1e-12));
    assertTrue(state.errorOfLogLoss() < 1e-11, "error " + state.errorOfLogLoss());
    for (int k = 1; k < 20; k++) {
      assertEquals(state.margin(0), state.margin(k), 2 * state.errorOfMargin(k));
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 5000000", "3, 1000000", "7, 200000", "8, 200000", "9, 200000", "20, 200000"})
  void leavingIterationsOutChangesNoMoreThanStated(long seed, int iterations) {
    Problem problem = MarginProblems.random(seed, iterations);
    Trajectory all = new CoefficientIntegrator(false).integrate(problem);
    Trajectory few = new CoefficientIntegrator().integrate(problem);
    assertEquals(iterations + 1, all.cost().evaluations());
    assertTrue(few.cost().evaluations() < iterations / 2, "no iteration was left out");
    CoefficientState expected = end(all);
    CoefficientState state = end(few);
    for (int k = 0; k < problem.data().n(); k++) {
      double error = expected.errorOfMargin(k) + state.errorOfMargin(k);
      assertEquals(expected.margin(k), state.margin(k), error);
      assertTrue(error < 1e-10 * (1 + Math.abs(state.margin(k))), "error " + error);
      for (int j = 0; j < problem.network().width(); j++) {
        double both = expected.errorOfCoefficient(j, k) + state.errorOfCoefficient(j, k);
        assertEquals(expected.coefficient(j, k), state.coefficient(j, k), both);
        assertTrue(both < 1e-10 * (1 + Math.abs(state.coefficient(j, k))), "error " + both);
      }
    }
  }
}
