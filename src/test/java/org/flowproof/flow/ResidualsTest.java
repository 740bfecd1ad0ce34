package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.flowproof.formula.Ball;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Residuals are derivatives of the loss, in plain numbers and in the definitions of observables.
 */
class ResidualsTest {
  private static final double STEP = 1e-5;

  @ParameterizedTest
  @EnumSource(Loss.Kind.class)
  void residualsAreDerivativesOfTheLoss(Loss.Kind kind) {
    for (Loss.Factor factor : Loss.Factor.values()) {
      Problem problem = problem(new Loss(kind, factor));
      Residuals residuals = Residuals.of(problem);
      for (double h : new double[] {-2.5, -0.1, 0, 0.7, 3}) {
        for (int k = 0; k < 2; k++) {
          double slope =
              (residuals.lossTerm(k, h + STEP) - residuals.lossTerm(k, h - STEP)) / (2 * STEP);
          assertEquals(-2 * slope, residuals.residual(k, h), 1e-8);
          double bend =
              (residuals.residual(k, h + STEP) - residuals.residual(k, h - STEP)) / (2 * STEP);
          assertEquals(bend, residuals.residualSlope(k, h), 1e-8);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Loss.Kind.class)
  void definitionsSayTheSame(Loss.Kind kind) {
    for (Loss.Factor factor : Loss.Factor.values()) {
      Problem problem = problem(new Loss(kind, factor));
      StartOnly start = new StartOnly(problem, 1);
      TrajectoryValuation values = TrajectoryValuation.of(start);
      PlainReading plain = new PlainReading(problem, start.at(0));
      for (String name : List.of("loss", "gradNorm2")) {
        double value = values.observable(name, List.of(), 0, Ball.ZERO).value();
        assertEquals(plain.value(name, List.of()), value, 1e-14, name);
      }
      double r = values.observable("r", List.of(2), 0, Ball.ZERO).value();
      assertEquals(plain.value("r", List.of(2)), r, 1e-14);
      double speed = values.observable("loss", List.of(), 1, Ball.ZERO).value();
      double descent = values.observable("gradNorm2", List.of(), 0, Ball.ZERO).value();
      assertEquals(-descent, speed, 1e-13);
    }
  }

  private static Problem problem(Loss loss) {
    return new Problem(
        new DataSet(Matrix.of(new double[][] {{1, 0.5}, {-0.3, 2}}), Vec.of(1, -1), "inline"),
        new Network(2, new Activation.Leaky(0.25, 0.25), Network.Trained.FIRST),
        loss,
        new Weights(Matrix.of(new double[][] {{0.3, -0.4}, {-0.2, 0.9}}), Vec.of(0.5, -0.5)),
        "inline",
        new Dynamics.Flow(Dynamics.Residual.FULL, 1e-9, new Dynamics.StopRule(1, 0, 1000, false)));
  }
}
