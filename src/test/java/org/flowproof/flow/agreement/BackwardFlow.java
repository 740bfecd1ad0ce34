package org.flowproof.flow.agreement;

import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/**
 * The flow run backwards, from the formulas alone: the classical Runge-Kutta method of order four
 * with fixed steps, on one pattern of signs at a time; a step in which a sign changes is cut there
 * by bisection. For runs without sliding, on which the flow can be reversed. Shares no code with
 * the integrators.
 */
final class BackwardFlow {
  /** Sign changes after which the reversal has run into a kink that it cannot leave. */
  private static final int MOST_CUTS = 300;

  private final Problem problem;
  private final int m;
  private final int n;
  private final int d;
  private final double[] x;
  private final double slope;
  private final double factor;
  private final boolean labels;
  private final boolean both;
  private final boolean[][] active;
  private double[] z;
  private int cuts;

  private BackwardFlow(Problem problem, Weights end) {
    this.problem = problem;
    m = problem.network().width();
    n = problem.data().n();
    d = problem.data().d();
    x = problem.data().x().toRowMajor();
    slope = ((Activation.Leaky) problem.network().activation()).slope();
    labels = ((Dynamics.Flow) problem.dynamics()).residual() == Dynamics.Residual.LABELS;
    // labels alone pull with their mean, whatever the loss
    factor = labels ? 1.0 / n : 2 * problem.loss().factor().value(n);
    both = problem.network().trained() == Network.Trained.BOTH;
    z = new double[m * (d + 1)];
    System.arraycopy(end.a().toArray(), 0, z, 0, m);
    System.arraycopy(end.w().toRowMajor(), 0, z, m, m * d);
    active = new boolean[m][n];
    for (int j = 0; j < m; j++) {
      for (int k = 0; k < n; k++) {
        active[j][k] = preactivation(z, j, k) > 0;
      }
    }
  }

  /** The weights at time 0 of the run that has given weights at a time; NaN when it gets stuck. */
  static Weights start(Problem problem, Weights end, double time, int steps) {
    BackwardFlow flow = new BackwardFlow(problem, end);
    double h = time / steps;
    for (int i = 0; i < steps; i++) {
      flow.back(h);
    }
    double[][] w = new double[flow.m][];
    double[] a = java.util.Arrays.copyOf(flow.z, flow.m);
    for (int j = 0; j < flow.m; j++) {
      int from = flow.m + j * flow.d;
      w[j] = java.util.Arrays.copyOfRange(flow.z, from, from + flow.d);
    }
    return new Weights(Matrix.of(w), Vec.of(a));
  }

  private void back(double length) {
    double left = length;
    while (left > 0) {
      if (cuts > MOST_CUTS) {
        java.util.Arrays.fill(z, Double.NaN);
        return;
      }
      double[] next = step(left);
      if (consistent(next)) {
        z = next;
        return;
      }
      double lo = 0;
      double hi = left;
      while (hi - lo > 1e-15 * length) {
        double mid = 0.5 * (lo + hi);
        if (mid == lo || mid == hi) {
          break;
        }
        if (consistent(step(mid))) {
          lo = mid;
        } else {
          hi = mid;
        }
      }
      z = step(hi);
      left -= hi;
      cuts++;
      for (int j = 0; j < m; j++) {
        for (int k = 0; k < n; k++) {
          active[j][k] = preactivation(z, j, k) > 0;
        }
      }
    }
  }

  private boolean consistent(double[] state) {
    for (int j = 0; j < m; j++) {
      for (int k = 0; k < n; k++) {
        if (preactivation(state, j, k) > 0 != active[j][k]) {
          return false;
        }
      }
    }
    return true;
  }

  private double preactivation(double[] state, int j, int k) {
    double sum = 0;
    for (int i = 0; i < d; i++) {
      sum += state[m + j * d + i] * x[k * d + i];
    }
    return sum;
  }

  private double[] step(double h) {
    double[] k1 = velocity(z);
    double[] k2 = velocity(moved(z, k1, -h / 2));
    double[] k3 = velocity(moved(z, k2, -h / 2));
    double[] k4 = velocity(moved(z, k3, -h));
    double[] next = z.clone();
    for (int i = 0; i < next.length; i++) {
      next[i] -= h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    return next;
  }

  private static double[] moved(double[] from, double[] velocity, double h) {
    double[] to = from.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += h * velocity[i];
    }
    return to;
  }

  private double[] velocity(double[] state) {
    double[] result = new double[state.length];
    for (int k = 0; k < n; k++) {
      double r = problem.data().y().get(k);
      for (int j = 0; j < m && !labels; j++) {
        r -= state[j] * (active[j][k] ? 1 : slope) * preactivation(state, j, k);
      }
      for (int j = 0; j < m; j++) {
        double pull = factor * r * (active[j][k] ? 1 : slope);
        for (int i = 0; i < d; i++) {
          result[m + j * d + i] += state[j] * pull * x[k * d + i];
        }
        result[j] += both ? pull * preactivation(state, j, k) : 0;
      }
    }
    return result;
  }
}
