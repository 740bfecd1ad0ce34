package org.flowproof.flow;

import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/** Small problems and plain formulas for tests of this package. */
final class TestProblems {
  private TestProblems() {}

  /** A squared-loss problem (factor 1/(2n)) with both layers trained. */
  static Problem flow(
      double[][] x,
      double[] y,
      double[][] w,
      double[] a,
      double slope,
      Dynamics.Residual residual,
      double tolerance,
      Dynamics.StopRule stop) {
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "inline"),
        new Network(a.length, new Activation.Leaky(slope, slope), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        new Weights(Matrix.of(w), Vec.of(a)),
        "inline",
        new Dynamics.Flow(residual, tolerance, stop));
  }

  static Dynamics.StopRule until(double time) {
    return new Dynamics.StopRule(time, 0, 5_000_000, false);
  }

  /** Ten samples and six neurons in three dimensions; neurons cross, slide and come to rest. */
  static Problem busy(double end) {
    double[][] x = new double[10][3];
    double[] y = new double[10];
    double[][] w = new double[6][3];
    double[] a = new double[6];
    for (int k = 0; k < 10; k++) {
      for (int i = 0; i < 3; i++) {
        x[k][i] = Math.sin(1 + 7 * k + 3 * i + k * i);
      }
      y[k] = Math.cos(2 + 5 * k);
    }
    for (int j = 0; j < 6; j++) {
      for (int i = 0; i < 3; i++) {
        w[j][i] = 0.1 * Math.cos(1 + 4 * j + 2 * i + j * i);
      }
      a[j] = j % 2 == 0 ? 0.2 : -0.2;
    }
    return flow(x, y, w, a, 0, Dynamics.Residual.FULL, 1e-9, until(end));
  }

  /** Three tanh neurons on three samples with labels that one neuron makes. */
  static Problem smooth(double end) {
    double[][] x = {{-1, 1}, {0.2, 1}, {1.5, 1}};
    double[] y = {0, Math.tanh(1.2), Math.tanh(2.5)};
    double[][] w = {{0.3, 0.2}, {0.1, 0.4}, {-0.2, 0.5}};
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "inline"),
        new Network(3, Activation.tanh(), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_SUM),
        new Weights(Matrix.of(w), Vec.of(0.5, 0.4, -0.3)),
        "inline",
        new Dynamics.Flow(Dynamics.Residual.FULL, 1e-9, until(end)));
  }

  /** Many small neurons on Gaussian-like samples in three dimensions: crossings and slides. */
  static Problem wide(int m, int n, double end) {
    java.util.Random random = new java.util.Random(7);
    double[][] x = new double[n][3];
    double[] y = new double[n];
    double[][] w = new double[m][3];
    double[] a = new double[m];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < 3; i++) {
        x[k][i] = random.nextGaussian();
      }
      y[k] = x[k][0] - 0.5 * x[k][1] + 0.3 * random.nextGaussian();
    }
    for (int j = 0; j < m; j++) {
      double size = 0;
      for (int i = 0; i < 3; i++) {
        w[j][i] = 0.01 * random.nextGaussian();
        size += w[j][i] * w[j][i];
      }
      a[j] = (j % 2 == 0 ? 1 : -1) * Math.sqrt(size);
    }
    return flow(x, y, w, a, 0, Dynamics.Residual.FULL, 1e-6, until(end));
  }

  static Weights weights(Problem problem, State state) {
    int m = problem.network().width();
    double[] a = new double[m];
    double[][] w = new double[m][problem.data().d()];
    for (int j = 0; j < m; j++) {
      a[j] = state.a(j);
      for (int i = 0; i < w[j].length; i++) {
        w[j][i] = state.w(j, i);
      }
    }
    return new Weights(Matrix.of(w), Vec.of(a));
  }

  static double[][] gates(Problem problem, State state) {
    double[][] gates = new double[problem.network().width()][problem.data().n()];
    for (int j = 0; j < gates.length; j++) {
      for (int k = 0; k < gates[j].length; k++) {
        gates[j][k] = state.gate(j, k);
      }
    }
    return gates;
  }

  /** The loss by its formula, from the weights alone. */
  static double loss(Problem problem, State state) {
    double sum = 0;
    int n = problem.data().n();
    for (int k = 0; k < n; k++) {
      double h = 0;
      for (int j = 0; j < problem.network().width(); j++) {
        double u = 0;
        for (int i = 0; i < problem.data().d(); i++) {
          u += state.w(j, i) * problem.data().x().get(k, i);
        }
        double value =
            problem.network().activation() instanceof Activation.Leaky leaky
                ? Math.max(u, leaky.slope() * u)
                : Math.tanh(u);
        h += state.a(j) * value;
      }
      double y = problem.data().y().get(k);
      sum +=
          problem.loss().kind() == Loss.Kind.SQUARED
              ? (y - h) * (y - h)
              : Math.log1p(Math.exp(-y * h));
    }
    return problem.loss().factor().value(n) * sum;
  }
}
