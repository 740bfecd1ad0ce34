package org.flowproof.flow.coefficients;

import java.util.SplittableRandom;
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

/** Problems for tests of this package. */
final class MarginProblems {
  private MarginProblems() {}

  /** A small problem of any kind, in which gates change. */
  static Problem random(long seed, int iterations) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + random.nextInt(5);
    int d = 1 + random.nextInt(4);
    int m = 1 + random.nextInt(8);
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < d; i++) {
        x[k][i] = random.nextDouble(-2, 2);
      }
      y[k] = random.nextBoolean() ? 1 : -1;
    }
    double[] a = new double[m];
    double[][] w = new double[m][d];
    double scale = random.nextBoolean() ? 0.01 : 0.5;
    for (int j = 0; j < m; j++) {
      a[j] = random.nextDouble(-1, 1);
      for (int i = 0; i < d; i++) {
        w[j][i] = scale * random.nextDouble(-1, 1);
      }
    }
    double slope = random.nextBoolean() ? 0 : random.nextDouble(0, 0.9);
    Loss.Factor[] factors = Loss.Factor.values();
    double step = random.nextDouble(0.01, 0.5) / n;
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "inline"),
        new Network(
            m,
            new Activation.Leaky(slope, random.nextBoolean() ? slope : 1),
            Network.Trained.FIRST),
        new Loss(
            random.nextBoolean() ? Loss.Kind.LOGISTIC : Loss.Kind.EXPONENTIAL,
            factors[random.nextInt(factors.length)]),
        new Weights(Matrix.of(w), Vec.of(a)),
        "inline",
        new Dynamics.Descent(step, until(iterations * step)));
  }

  /** Orthogonal samples of norm 3 with balanced classes and the weights of the paper. */
  static Problem orthogonal(
      int n, int width, double slope, Loss loss, double step, double scale, double time) {
    double[][] x = new double[n][n];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      x[k][k] = 3;
      y[k] = k < n / 2 ? 1 : -1;
    }
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "inline"),
        new Network(width, new Activation.Leaky(slope, slope), Network.Trained.FIRST),
        loss,
        InitialLaw.SIGNS.draw(width, n, scale, 1),
        "inline",
        new Dynamics.Descent(step, until(time)));
  }

  static Dynamics.StopRule until(double time) {
    return new Dynamics.StopRule(time, 0, 100_000_000, false);
  }
}
