package org.flowproof.flow.cones;

import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/** Problems of which only data, slope and loss matter. */
final class PlaneProblem {
  private PlaneProblem() {}

  static Problem of(double slope, double[][] x, double[] y) {
    return problem(slope, new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN), x, y);
  }

  static Problem with(Loss loss, double[][] x, double[] y) {
    return problem(0, loss, x, y);
  }

  private static Problem problem(double slope, Loss loss, double[][] x, double[] y) {
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "inline"),
        new Network(1, new Activation.Leaky(slope, slope), Network.Trained.BOTH),
        loss,
        new Weights(Matrix.of(new double[][] {new double[x[0].length]}), Vec.of(1)),
        "inline",
        new Dynamics.Flow(Dynamics.Residual.FULL, 1e-9, new Dynamics.StopRule(1, 0, 1000, false)));
  }
}
