package org.flowproof.flow.stiff;

import java.util.Arrays;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.SmoothFunction;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/** Small problems with smooth activations. */
final class SmoothProblems {
  private SmoothProblems() {}

  /** Three neurons on five samples in two dimensions, all numbers Gaussian. */
  static Problem random(
      long seed,
      String activation,
      Network.Trained trained,
      double end,
      Dynamics.Residual residual) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.TEST);
    double[][] x = matrix(stream, 5, 2);
    double[] y = matrix(stream, 1, 5)[0];
    double[][] w = matrix(stream, 3, 2);
    double[] a = matrix(stream, 1, 3)[0];
    Dynamics.StopRule stop = new Dynamics.StopRule(end, 0, 50_000_000, false);
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "inline"),
        new Network(3, new Activation.Smooth(SmoothFunction.of(activation)), trained),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        new Weights(Matrix.of(w), Vec.of(a)),
        "inline",
        new Dynamics.Flow(residual, 1e-9, stop));
  }

  private static double[][] matrix(SeededStream stream, int rows, int columns) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      for (int i = 0; i < columns; i++) {
        row[i] = stream.nextGaussian();
      }
    }
    return values;
  }

  /** The same with another tolerance. */
  static Problem at(Problem problem, double tolerance) {
    Dynamics.Flow flow = (Dynamics.Flow) problem.dynamics();
    return with(problem, new Dynamics.Flow(flow.residual(), tolerance, flow.stop()));
  }

  /** The same with another end. */
  static Problem until(Problem problem, Dynamics.StopRule stop) {
    return with(problem, problem.dynamics().until(stop));
  }

  private static Problem with(Problem problem, Dynamics dynamics) {
    return new Problem(
        problem.data(),
        problem.network(),
        problem.loss(),
        problem.initial(),
        problem.initialOrigin(),
        dynamics);
  }

  /** Outputs, then hidden weights neuron by neuron. */
  static double[] packed(Problem problem) {
    double[] a = problem.initial().a().toArray();
    double[] w = problem.initial().w().toRowMajor();
    double[] y = Arrays.copyOf(a, a.length + w.length);
    System.arraycopy(w, 0, y, a.length, w.length);
    return y;
  }
}
