package org.flowproof.flow.limit;

import java.util.SplittableRandom;
import org.flowproof.flow.State;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/** Random flows of the squared loss, and the same problem with another stop rule. */
final class RandomFlows {
  private RandomFlows() {}

  /** A problem drawn from a seed: all shapes, slopes, factors and trained layers. */
  static Problem draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 2 + random.nextInt(9);
    int d = 1 + random.nextInt(4);
    int m = 1 + random.nextInt(10);
    boolean bias = random.nextInt(3) == 0;
    double slope = new double[] {0, 0, 0.1, 0.5}[random.nextInt(4)];
    double scale = Math.pow(10, -3 * random.nextDouble());
    boolean both = random.nextInt(4) != 0;
    double dominance = random.nextBoolean() ? 1 : 1.1;
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < d; i++) {
        x[k][i] = bias && i == d - 1 ? 1 : random.nextGaussian();
      }
      y[k] = x[k][0] + 0.4 * random.nextGaussian();
    }
    double[] a = new double[m];
    double[][] w = new double[m][d];
    for (int j = 0; j < m; j++) {
      double squares = 0;
      for (int i = 0; i < d; i++) {
        w[j][i] = scale * random.nextGaussian();
        squares += w[j][i] * w[j][i];
      }
      a[j] = (random.nextBoolean() ? 1 : -1) * dominance * Math.sqrt(squares);
      if (!both) {
        a[j] = random.nextBoolean() ? 0.7 : -0.7;
      }
    }
    Loss.Factor factor = Loss.Factor.values()[random.nextInt(4)];
    return problem(x, y, w, a, slope, both, factor);
  }

  static Problem problem(
      double[][] x,
      double[] y,
      double[][] w,
      double[] a,
      double slope,
      boolean both,
      Loss.Factor factor) {
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "inline"),
        new Network(
            a.length,
            new Activation.Leaky(slope, slope),
            both ? Network.Trained.BOTH : Network.Trained.FIRST),
        new Loss(Loss.Kind.SQUARED, factor),
        new Weights(Matrix.of(w), Vec.of(a)),
        "inline",
        stop(1, 0));
  }

  /** The same problem, run to a time or to a gradient norm. */
  static Problem until(Problem problem, double time, double gradientNorm) {
    return problem.with(stop(time, gradientNorm));
  }

  private static Dynamics.Flow stop(double time, double gradientNorm) {
    return new Dynamics.Flow(
        Dynamics.Residual.FULL, 1e-10, new Dynamics.StopRule(time, gradientNorm, 400_000, false));
  }

  /** The loss by its formula, from the weights alone. */
  static double loss(Problem problem, State state) {
    double slope = ((Activation.Leaky) problem.network().activation()).slope();
    double sum = 0;
    for (int k = 0; k < problem.data().n(); k++) {
      double h = 0;
      for (int j = 0; j < problem.network().width(); j++) {
        double u = 0;
        for (int i = 0; i < problem.data().d(); i++) {
          u += state.w(j, i) * problem.data().x().get(k, i);
        }
        h += state.a(j) * Math.max(u, slope * u);
      }
      sum += (problem.data().y().get(k) - h) * (problem.data().y().get(k) - h);
    }
    return problem.loss().factor().value(problem.data().n()) * sum;
  }
}
