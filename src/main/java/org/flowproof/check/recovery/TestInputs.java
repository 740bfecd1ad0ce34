package org.flowproof.check.recovery;

import org.flowproof.problem.Activation;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.SingleNeuron;

/**
 * Inputs on which a network is held against its target.
 *
 * @param x as rows, without a bias coordinate
 * @param origin law and sizes; equal for equal inputs
 */
public record TestInputs(Matrix x, String origin) {

  /**
   * Numbers evenly spaced, the ends among them.
   *
   * @param points at least 2
   */
  public static TestInputs even(double from, double to, int points) {
    double[] x = new double[points];
    for (int k = 0; k < points; k++) {
      x[k] = (from * (points - 1 - k) + to * k) / (points - 1);
    }
    return new TestInputs(
        Matrix.ofRowMajor(points, 1, x), "even " + points + " from " + from + " to " + to);
  }

  /** Standard normal ones. */
  public static TestInputs normal(int points, int dimension, long seed) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.TEST);
    double[] x = new double[points * dimension];
    for (int i = 0; i < x.length; i++) {
      x[i] = stream.nextGaussian();
    }
    return new TestInputs(
        Matrix.ofRowMajor(points, dimension, x),
        "normal " + points + " x " + dimension + ", seed " + seed);
  }

  /** Whether they fit samples of d coordinates, the bias among them. */
  public boolean fit(int d, boolean bias) {
    return x.columns() + (bias ? 1 : 0) == d;
  }

  /**
   * The mean over the inputs of the squared difference of network and target.
   *
   * @param theta outputs, then hidden weights neuron by neuron
   */
  public double error(Problem problem, SingleNeuron target, double[] theta) {
    Activation sigma = problem.network().activation();
    int m = problem.network().width();
    int d = problem.data().d();
    double sum = 0;
    for (int k = 0; k < x.rows(); k++) {
      double off = -target.output() * sigma.value(product(k, target.weight().toArray(), 0, d));
      for (int j = 0; j < m; j++) {
        off += theta[j] * sigma.value(product(k, theta, m + j * d, d));
      }
      sum += off * off;
    }
    return sum / x.rows();
  }

  private double product(int k, double[] w, int from, int d) {
    double u = 0;
    for (int i = 0; i < d; i++) {
      u += w[from + i] * (i < x.columns() ? x.get(k, i) : 1);
    }
    return u;
  }
}
