package org.flowproof.check.stationary;

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

/** Flows with a limit, and the loss by its formula at weights of choice. */
final class StationaryFlows {
  /** The three points of section 5 of the companion paper, with the coordinate 1. */
  static final double[][] THREE = {{-0.75, 1}, {-0.5, 1}, {0.125, 1}};

  static final double[] LABELS = {1.1, 0.1, 0.8};

  private StationaryFlows() {}

  static Problem three(double[] a, double[][] w, double time) {
    return problem(THREE, LABELS, a, w, 0, true, time);
  }

  static Problem problem(
      double[][] x, double[] y, double[] a, double[][] w, double slope, boolean both, double time) {
    Dynamics.StopRule stop = new Dynamics.StopRule(time, 0, 1_000_000, false);
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "inline"),
        new Network(
            a.length,
            new Activation.Leaky(slope, slope),
            both ? Network.Trained.BOTH : Network.Trained.FIRST),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        new Weights(Matrix.of(w), Vec.of(a)),
        "inline",
        new Dynamics.Flow(Dynamics.Residual.FULL, 1e-10, stop));
  }

  /** Samples around the origin, noisy labels, a few neurons, some of which start dead or at 0. */
  static Problem draw(long seed, double time) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 3 + random.nextInt(5);
    int m = 2 + random.nextInt(5);
    boolean bias = random.nextBoolean();
    double slope = random.nextInt(3) == 0 ? 0.2 : 0;
    boolean both = random.nextInt(4) != 0;
    double[][] x = new double[n][2];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      x[k][0] = random.nextGaussian();
      x[k][1] = bias ? 1 : random.nextGaussian();
      y[k] = x[k][0] + 0.5 * random.nextGaussian();
    }
    double[] a = new double[m];
    double[][] w = new double[m][2];
    for (int j = 0; j < m; j++) {
      w[j][0] = 0.1 * random.nextGaussian();
      w[j][1] = 0.1 * random.nextGaussian();
      a[j] = (random.nextBoolean() ? 1.2 : -1.2) * Math.hypot(w[j][0], w[j][1]);
      if (!both) {
        a[j] = random.nextBoolean() ? 0.7 : -0.7;
      }
    }
    return problem(x, y, a, w, slope, both, time);
  }

  /** Output weights and hidden weights of a state. */
  static double[][] weights(Problem problem, State state) {
    double[][] rows = new double[problem.network().width()][1 + problem.data().d()];
    for (int j = 0; j < rows.length; j++) {
      rows[j][0] = state.a(j);
      for (int i = 1; i < rows[j].length; i++) {
        rows[j][i] = state.w(j, i - 1);
      }
    }
    return rows;
  }

  /** The loss at weights of choice. */
  static double loss(Problem problem, double[][] weights) {
    double slope = ((Activation.Leaky) problem.network().activation()).slope();
    double sum = 0;
    for (int k = 0; k < problem.data().n(); k++) {
      double r = problem.data().y().get(k);
      for (double[] row : weights) {
        double u = 0;
        for (int i = 1; i < row.length; i++) {
          u += row[i] * problem.data().x().get(k, i - 1);
        }
        r -= row[0] * Math.max(u, slope * u);
      }
      sum += r * r;
    }
    return problem.loss().factor().value(problem.data().n()) * sum;
  }
}
