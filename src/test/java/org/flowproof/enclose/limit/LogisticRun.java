package org.flowproof.enclose.limit;

import static org.flowproof.problem.Vectors.dot;

import org.flowproof.problem.Activation;
import org.flowproof.problem.Problem;

/**
 * The flow of the first layer on the logistic loss, by the classical method of Runge and Kutta with
 * steps that follow the loss. Knows nothing of tubes. Kinks are stepped over.
 */
final class LogisticRun {
  /** Of the time in which margins change by about 1; good to about 1e-7 of the loss. */
  private static final double STEP = 0.1;

  private final double[][] x;
  private final double[] y;
  private final double[] a;
  private final double slope;
  private final double factor;
  private final double largest;
  private double[][] w;
  private double time;

  LogisticRun(Problem problem) {
    int n = problem.data().n();
    x = new double[n][];
    y = new double[n];
    double norm = 0;
    for (int k = 0; k < n; k++) {
      x[k] = problem.data().x().row(k);
      y[k] = problem.data().y().get(k);
      norm = Math.max(norm, dot(x[k], x[k]));
    }
    a = problem.initial().a().toArray();
    w = new double[a.length][];
    for (int j = 0; j < a.length; j++) {
      w[j] = problem.initial().w().row(j).clone();
    }
    slope = ((Activation.Leaky) problem.network().activation()).slope();
    factor = problem.loss().factor().value(n);
    largest = norm * dot(a, a);
  }

  private double gate(double g) {
    return g > 0 ? 1 : slope;
  }

  /** Labels times outputs. */
  double[] margins() {
    double[] margins = new double[y.length];
    for (int k = 0; k < y.length; k++) {
      for (int j = 0; j < a.length; j++) {
        double g = dot(w[j], x[k]);
        margins[k] += y[k] * a[j] * gate(g) * g;
      }
    }
    return margins;
  }

  double loss() {
    double sum = 0;
    for (double margin : margins()) {
      sum += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
    }
    return factor * sum;
  }

  /** Signs of preactivations, by neuron and sample. */
  boolean[][] sides() {
    boolean[][] sides = new boolean[a.length][y.length];
    for (int j = 0; j < a.length; j++) {
      for (int k = 0; k < y.length; k++) {
        sides[j][k] = dot(w[j], x[k]) > 0;
      }
    }
    return sides;
  }

  /** A copy of the hidden weights. */
  double[][] weights() {
    double[][] copy = new double[w.length][];
    for (int j = 0; j < w.length; j++) {
      copy[j] = w[j].clone();
    }
    return copy;
  }

  double time() {
    return time;
  }

  private double[][] velocity(double[][] at) {
    double[][] old = w;
    w = at;
    double[] margins = margins();
    double[][] velocity = new double[a.length][x[0].length];
    for (int k = 0; k < y.length; k++) {
      double pull = factor * y[k] / (1 + Math.exp(margins[k]));
      for (int j = 0; j < a.length; j++) {
        double weight = pull * a[j] * gate(dot(w[j], x[k]));
        for (int i = 0; i < x[k].length; i++) {
          velocity[j][i] += weight * x[k][i];
        }
      }
    }
    w = old;
    return velocity;
  }

  private static double[][] moved(double[][] from, double by, double[][] velocity) {
    double[][] to = new double[from.length][from[0].length];
    for (int j = 0; j < from.length; j++) {
      for (int i = 0; i < from[j].length; i++) {
        to[j][i] = from[j][i] + by * velocity[j][i];
      }
    }
    return to;
  }

  /** One step, not beyond a time. */
  void step(double until) {
    double h = Math.min(until - time, STEP / (largest * Math.min(loss(), factor * y.length)));
    double[][] k1 = velocity(w);
    double[][] k2 = velocity(moved(w, h / 2, k1));
    double[][] k3 = velocity(moved(w, h / 2, k2));
    double[][] k4 = velocity(moved(w, h, k3));
    w = moved(moved(moved(moved(w, h / 6, k1), h / 3, k2), h / 3, k3), h / 6, k4);
    time += h;
  }
}
