package org.flowproof.flow.origin;

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

/** The labels of tanh(x + 1) at six points evenly spaced on [-2, 2], and other small problems. */
public final class SixPoints {
  private SixPoints() {}

  /** With a bias coordinate, the loss a half sum, to time 1. */
  public static Problem of(String activation, Weights initial) {
    double[][] x = new double[6][2];
    double[] y = new double[6];
    for (int k = 0; k < 6; k++) {
      x[k][0] = (8.0 * k - 20) / 10;
      x[k][1] = 1;
      y[k] = Math.tanh(x[k][0] + 1);
    }
    return problem(activation, x, y, initial, 1);
  }

  /** Any data. */
  public static Problem problem(
      String activation, double[][] x, double[] y, Weights initial, double end) {
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "inline"),
        new Network(
            initial.a().length(),
            new Activation.Smooth(SmoothFunction.of(activation)),
            Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_SUM),
        initial,
        "inline",
        new Dynamics.Flow(
            Dynamics.Residual.FULL, 1e-11, new Dynamics.StopRule(end, 0, 10_000_000, false)));
  }

  /** One neuron in one dimension. */
  public static Weights one(double a, double w) {
    return new Weights(Matrix.of(new double[][] {{w}}), Vec.of(a));
  }
}
