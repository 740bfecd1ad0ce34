package org.flowproof.flow.stiff;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.flowproof.flow.Residuals;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SmoothFunction;

/**
 * The gradient flow of a network with a smooth activation s on the state {@code (a_1..a_m,
 * w_1..w_m)}: {@code a_j' = (1/n) sum_k r_k s(u_jk)}, {@code w_j' = (a_j/n) sum_k r_k s'(u_jk)
 * x_k}, and its derivative {@code (1/n) sum_k (r_k' g_k g_k^T + r_k H_k)} with the gradient g_k and
 * the second derivative H_k of the output on sample k, which has one block for each neuron.
 */
final class SmoothField implements VectorField {
  private final Residuals residuals;
  private final SmoothFunction function;
  private final DoubleUnaryOperator curvature;
  private final double[] x;
  private final int m;
  private final int n;
  private final int d;
  private final boolean both;
  private final double[] arguments;
  private final double[] values;
  private final double[] outputs;
  private final double[] pull;
  private final double[] gradient;

  /**
   * A field.
   *
   * @param problem with a smooth activation
   */
  SmoothField(Problem problem) {
    residuals = Residuals.of(problem);
    function = ((Activation.Smooth) problem.network().activation()).function();
    curvature = function.curvature();
    x = problem.data().x().toRowMajor();
    m = problem.network().width();
    n = problem.data().n();
    d = problem.data().d();
    both = problem.network().trained() == Network.Trained.BOTH;
    arguments = new double[m * n];
    values = new double[m * n];
    outputs = new double[n];
    pull = new double[d];
    gradient = new double[m * (d + 1)];
  }

  @Override
  public int dimension() {
    return m * (d + 1);
  }

  @Override
  public void velocity(double[] y, double[] into) {
    prepare(y);
    for (int j = 0; j < m; j++) {
      double output = 0;
      Arrays.fill(pull, 0);
      for (int k = 0; k < n; k++) {
        int at = j * n + k;
        double r = residuals.residual(k, outputs[k]) / n;
        output += r * values[at];
        double part = r * function.slope(arguments[at], values[at]);
        for (int i = 0; i < d; i++) {
          pull[i] += part * x[k * d + i];
        }
      }
      into[j] = both ? output : 0;
      for (int i = 0; i < d; i++) {
        into[m + j * d + i] = y[j] * pull[i];
      }
    }
  }

  private void prepare(double[] y) {
    Arrays.fill(outputs, 0);
    for (int j = 0; j < m; j++) {
      for (int k = 0; k < n; k++) {
        double u = 0;
        for (int i = 0; i < d; i++) {
          u += y[m + j * d + i] * x[k * d + i];
        }
        arguments[j * n + k] = u;
        values[j * n + k] = function.value(u);
        outputs[k] += y[j] * values[j * n + k];
      }
    }
  }

  @Override
  public void jacobian(double[] y, double[] into) {
    prepare(y);
    Arrays.fill(into, 0);
    int size = dimension();
    for (int k = 0; k < n; k++) {
      double r = residuals.residual(k, outputs[k]) / n;
      double change = residuals.residualSlope(k, outputs[k]) / n;
      for (int j = 0; j < m; j++) {
        int at = j * n + k;
        double slope = function.slope(arguments[at], values[at]);
        gradient[j] = both ? values[at] : 0;
        for (int i = 0; i < d; i++) {
          gradient[m + j * d + i] = y[j] * slope * x[k * d + i];
        }
        ownBlock(j, k, r * slope, y[j] * r * curvature.applyAsDouble(arguments[at]), into);
      }
      for (int p = 0; p < size; p++) {
        double factor = change * gradient[p];
        for (int q = 0; q < size; q++) {
          into[p * size + q] += factor * gradient[q];
        }
      }
    }
  }

  private void ownBlock(int j, int k, double mixed, double bent, double[] into) {
    int size = dimension();
    for (int i = 0; i < d; i++) {
      int row = m + j * d + i;
      if (both) {
        into[j * size + row] += mixed * x[k * d + i];
        into[row * size + j] += mixed * x[k * d + i];
      }
      for (int l = 0; l < d; l++) {
        into[row * size + m + j * d + l] += bent * x[k * d + i] * x[k * d + l];
      }
    }
  }
}
