package org.flowproof.flow.coefficients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.flow.DescentIntegrator;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.formula.Ball;
import org.flowproof.formula.NoValueException;
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
import org.junit.jupiter.params.provider.EnumSource;

/** Margins, coefficients and the logarithm of the loss as observables. */
class MarginObservablesTest {
  private static Ball read(Trajectory run, String name, double time, Integer... indices) {
    return TrajectoryValuation.of(run).observable(name, List.of(indices), 0, Ball.exact(time));
  }

  @Test
  void bothWaysOfDescentReadTheSame() {
    Problem problem = MarginProblems.random(9, 300);
    Trajectory plain = new DescentIntegrator().integrate(problem);
    Trajectory run = new CoefficientIntegrator().integrate(problem);
    double step = ((Dynamics.Descent) problem.dynamics()).step();
    for (int iteration : new int[] {0, 4, 300}) {
      double time = iteration * step;
      same(read(plain, "logLoss", time), read(run, "logLoss", time));
      same(read(plain, "loss", time), read(run, "loss", time));
      for (int k = 1; k <= problem.data().n(); k++) {
        same(read(plain, "z", time, k), read(run, "z", time, k));
      }
    }
    assertThrows(NoValueException.class, () -> read(plain, "rho", 0, 1, 1));
    // the increment of a coefficient in one iteration, by definition
    double before = read(run, "rho", 4 * step, 1, 1).value();
    double after = read(run, "rho", 5 * step, 1, 1).value();
    Ball slope =
        TrajectoryValuation.of(run).observable("rho", List.of(1, 1), 1, Ball.exact(4 * step));
    assertEquals((after - before) / step, slope.value(), 1e-12);
  }

  private static void same(Ball expected, Ball ball) {
    assertEquals(expected.value(), ball.value(), expected.radius() + ball.radius());
    assertTrue(ball.radius() < 1e-11, "radius " + ball.radius());
  }

  @ParameterizedTest
  @EnumSource(value = Loss.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "SQUARED")
  void theLogarithmOfTheLossIsRightWhereTheLossUnderflows(Loss.Kind kind) {
    Problem problem =
        new Problem(
            new DataSet(Matrix.of(new double[][] {{1, 0}, {0, 1}}), Vec.of(1, 1), "inline"),
            new Network(1, new Activation.Leaky(0, 1), Network.Trained.FIRST),
            new Loss(kind, Loss.Factor.MEAN),
            new Weights(Matrix.of(new double[][] {{1000, 1001}}), Vec.of(1)),
            "inline",
            new Dynamics.Descent(0.5, MarginProblems.until(5)));
    Trajectory run = new CoefficientIntegrator().integrate(problem);
    // (exp(-1000) + exp(-1001)) / 2
    double expected = -1000 + Math.log1p(Math.exp(-1)) - Math.log(2);
    Ball value = read(run, "logLoss", 5);
    assertEquals(expected, value.value(), value.radius());
    assertTrue(value.radius() < 1e-11, "radius " + value.radius());
    assertEquals(1000, read(run, "z", 5, 1).value());
  }
}
