package org.flowproof.flow;

import org.flowproof.problem.Activation;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Weights;

/**
 * The right-hand side of the dynamics at given weights and gates, in plain double arithmetic and
 * written sample by sample from the formulas, so that it can be held against other forms of it.
 */
public final class VelocityField {
  private final Problem problem;

  private VelocityField(Problem problem) {
    this.problem = problem;
  }

  /** The vector field of a problem. */
  public static VelocityField of(Problem problem) {
    return new VelocityField(problem);
  }

  /**
   * The velocity {@code a_j' = <w_j, D_j>} ({@code (1/n) sum_k r_k sigma(u_jk)} for smooth
   * activations), {@code w_j' = a_j D_j} with {@code D_j = (1/n) sum_k s_jk r_k x_k}.
   *
   * @param state the weights
   * @param gates {@code m x n}: the derivative of the activation taken for each neuron and sample;
   *     for smooth activations they enter {@code D} only, the values are the exact ones
   * @return a' (m entries, zero when the output weights are fixed), then w' (m * d, row-major)
   */
  public double[] velocity(Weights state, double[][] gates) {
    int m = problem.network().width();
    int n = problem.data().n();
    int d = problem.data().d();
    double[] a = state.a().toArray();
    double[] w = state.w().toRowMajor();
    double[] x = problem.data().x().toRowMajor();
    double[] velocity = new double[m * (d + 1)];
    Residuals residuals = Residuals.of(problem);
    for (int k = 0; k < n; k++) {
      double h = 0;
      for (int j = 0; j < m; j++) {
        double u = dot(w, j * d, x, k * d, d);
        h += a[j] * reached(j, k, u, gates);
      }
      double r = residuals.residual(k, h);
      for (int j = 0; j < m; j++) {
        double pull = gates[j][k] * r / n;
        for (int i = 0; i < d; i++) {
          velocity[m + j * d + i] += a[j] * pull * x[k * d + i];
        }
        if (problem.network().trained() == Network.Trained.BOTH) {
          velocity[j] += r / n * reached(j, k, dot(w, j * d, x, k * d, d), gates);
        }
      }
    }
    return velocity;
  }

  private double reached(int j, int k, double u, double[][] gates) {
    return problem.network().activation() instanceof Activation.Smooth smooth
        ? smooth.value(u)
        : gates[j][k] * u;
  }

  private static double dot(double[] left, int leftStart, double[] right, int rightStart, int d) {
    double sum = 0;
    for (int i = 0; i < d; i++) {
      sum += left[leftStart + i] * right[rightStart + i];
    }
    return sum;
  }
}
