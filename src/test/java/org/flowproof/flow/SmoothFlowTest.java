package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.flow.origin.LimitFlow;
import org.flowproof.formula.Ball;
import org.flowproof.formula.NoValueException;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Networks with smooth activations that are given by formulas. */
class SmoothFlowTest {
  private static final double[][] X = {{-1, 1}, {0.5, 1}, {2, 1}};
  private static final double[] Y = {0.5, -1, 0.25};
  private static final double[] A = {0.5, -0.25};
  private static final double[][] W = {{0.5, 0.25}, {-1, 0.75}};

  private static Problem problem(
      String activation, double[][] x, double[] y, double[] a, double[][] w, Dynamics dynamics) {
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "inline"),
        new Network(
            a.length, new Activation.Smooth(SmoothFunction.of(activation)), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_SUM),
        new Weights(Matrix.of(w), Vec.of(a)),
        "inline",
        dynamics);
  }

  private static Dynamics flow(double end) {
    return new Dynamics.Flow(Dynamics.Residual.FULL, 1e-12, TestProblems.until(end));
  }

  /**
   * Against a Taylor method in 30 digits (odefun of mpmath 1.3.0) on the equations written out by
   * hand.
   */
  @ParameterizedTest
  @CsvSource({
    "z/(1+z^2), -0.1885192008334985, -0.43513137443320812, 0.33391584282762137,"
        + " 0.2481802593792277, -0.91427395871759156, 1.0863736803653369",
    "Sin[z], -0.12888955633445577, -0.065164522263298676, 0.27935071928836232,"
        + " 0.17728833083622726, -0.96465702630637522, 0.86880076912624751",
  })
  void weightsAreThoseOfAnotherIntegrator(
      String activation, double a1, double a2, double w11, double w12, double w21, double w22) {
    Trajectory run = new ReferenceIntegrator().integrate(problem(activation, X, Y, A, W, flow(2)));
    double[] expected = {a1, a2, w11, w12, w21, w22};
    assertArrayEquals(expected, LimitFlow.weights(run.problem(), run.at(2)), 2e-12);
    assertTrue(run.at(2).errorOfA(0) < 1e-10, "error " + run.at(2).errorOfA(0));
    assertEquals(List.of(), run.events());
  }

  /** The linear network of one balanced neuron, x = 1: p = a w has p' = 2 p (y - p). */
  @Test
  void theIdentityHasAClosedForm() {
    double p0 = 1e-40;
    double root = Math.sqrt(p0);
    Trajectory run =
        new ReferenceIntegrator()
            .integrate(
                problem(
                    "z",
                    new double[][] {{1}},
                    new double[] {0.8},
                    new double[] {root},
                    new double[][] {{root}},
                    flow(70)));
    for (double t : new double[] {1, 20, 50, 57, 60, 70}) {
      double grown = p0 * Math.exp(1.6 * t);
      double p = 0.8 * grown / (0.8 + grown);
      assertEquals(1, run.at(t).a(0) * run.at(t).w(0, 0) / p, 2e-10, "at " + t);
    }
  }

  /** The iteration written out by hand for one neuron and one sample. */
  @Test
  void descentIteratesWithTheSlopeOfTheFormula() {
    double eta = 0.1;
    Trajectory run =
        new DescentIntegrator()
            .integrate(
                problem(
                    "Sin[z]",
                    new double[][] {{2}},
                    new double[] {0.5},
                    new double[] {0.3},
                    new double[][] {{0.4}},
                    new Dynamics.Descent(eta, TestProblems.until(1))));
    double a = 0.3;
    double w = 0.4;
    for (int i = 0; i < 10; i++) {
      double r = 0.5 - a * Math.sin(2 * w);
      double next = a + eta * r * Math.sin(2 * w);
      w += eta * a * r * Math.cos(2 * w) * 2;
      a = next;
    }
    assertEquals(a, run.at(1).a(0), 1e-14);
    assertEquals(w, run.at(1).w(0, 0), 1e-14);
  }

  /** Observables follow the activation, not the gates of a piecewise linear one. */
  @Test
  void observablesAreThoseOfTheActivation() {
    Trajectory run = new ReferenceIntegrator().integrate(problem("z/(1+z^2)", X, Y, A, W, flow(2)));
    TrajectoryValuation values = TrajectoryValuation.of(run);
    State state = run.at(0.7);
    Ball t = Ball.exact(0.7);
    double loss = 0;
    double[] pullOfOutput = new double[2];
    double squares = 0;
    double[][] pull = new double[2][2];
    for (int k = 0; k < 3; k++) {
      double h = 0;
      double[] value = new double[2];
      double[] slope = new double[2];
      for (int j = 0; j < 2; j++) {
        double u = state.w(j, 0) * X[k][0] + state.w(j, 1);
        value[j] = u / (1 + u * u);
        slope[j] = (1 - u * u) / ((1 + u * u) * (1 + u * u));
        h += state.a(j) * value[j];
        near(value[j], values.observable("sigma", List.of(j + 1, k + 1), 0, t));
        near(slope[j], values.observable("s", List.of(j + 1, k + 1), 0, t));
      }
      near(h, values.observable("h", List.of(k + 1), 0, t));
      near(3 * (Y[k] - h), values.observable("r", List.of(k + 1), 0, t));
      loss += (Y[k] - h) * (Y[k] - h) / 2;
      for (int j = 0; j < 2; j++) {
        pullOfOutput[j] += (Y[k] - h) * value[j];
        for (int i = 0; i < 2; i++) {
          pull[j][i] += state.a(j) * (Y[k] - h) * slope[j] * X[k][i];
        }
      }
    }
    near(loss, values.observable("loss", List.of(), 0, t));
    for (int j = 0; j < 2; j++) {
      near(pullOfOutput[j], values.observable("a", List.of(j + 1), 1, t));
      squares += pullOfOutput[j] * pullOfOutput[j];
      for (int i = 0; i < 2; i++) {
        near(pull[j][i], values.observable("w", List.of(j + 1, i + 1), 1, t));
        squares += pull[j][i] * pull[j][i];
      }
    }
    near(squares, values.observable("gradNorm2", List.of(), 0, t));
    near(-squares, values.observable("loss", List.of(), 1, t));
    assertThrows(NoValueException.class, () -> values.constant("alpha"));
  }

  private static void near(double expected, Ball ball) {
    assertEquals(expected, ball.value(), ball.radius() + 1e-14);
    assertTrue(ball.radius() < 1e-9, "radius " + ball.radius());
  }

  /** The plain right-hand side agrees with the velocity that the observables give. */
  @Test
  void thePlainVelocityIsTheSame() {
    Problem problem = problem("Sin[z]", X, Y, A, W, flow(1));
    double[][] gates = new double[2][3];
    for (int j = 0; j < 2; j++) {
      for (int k = 0; k < 3; k++) {
        gates[j][k] = Math.cos(W[j][0] * X[k][0] + W[j][1]);
      }
    }
    double[] plain = VelocityField.of(problem).velocity(problem.initial(), gates);
    TrajectoryValuation values = TrajectoryValuation.of(new StartOnly(problem, 1));
    for (int j = 0; j < 2; j++) {
      assertEquals(values.observable("a", List.of(j + 1), 1, Ball.ZERO).value(), plain[j], 1e-14);
      for (int i = 0; i < 2; i++) {
        assertEquals(
            values.observable("w", List.of(j + 1, i + 1), 1, Ball.ZERO).value(),
            plain[2 + 2 * j + i],
            1e-14);
      }
    }
  }
}
