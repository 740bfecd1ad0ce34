package org.flowproof.check.nonconvergence;

import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.InitialLaw;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;

/** Problems whose data matter, with drawn initial weights. */
final class SmallProblem {
  private SmallProblem() {}

  static Problem of(double[][] x, double[] y) {
    return of(x, y, InitialLaw.DOMINATED, 4, 1e-3, 1, 100);
  }

  static Problem of(
      double[][] x, double[] y, InitialLaw law, int m, double scale, long seed, double time) {
    return with(0, x, y, law, m, scale, seed, time);
  }

  static Problem leaky(double slope, double[][] x, double[] y) {
    return with(slope, x, y, InitialLaw.DOMINATED, 4, 1e-3, 1, 100);
  }

  private static Problem with(
      double slope,
      double[][] x,
      double[] y,
      InitialLaw law,
      int m,
      double scale,
      long seed,
      double time) {
    Dynamics.StopRule stop = new Dynamics.StopRule(time, 0, 1_000_000, false);
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "inline"),
        new Network(m, new Activation.Leaky(slope, slope), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        law.draw(m, x[0].length, scale, seed),
        "drawn",
        new Dynamics.Flow(Dynamics.Residual.FULL, 1e-10, stop));
  }

  /** Samples on a line with a 1 behind each. */
  static double[][] biased(double... first) {
    double[][] x = new double[first.length][];
    for (int k = 0; k < x.length; k++) {
      x[k] = new double[] {first[k], 1};
    }
    return x;
  }
}
