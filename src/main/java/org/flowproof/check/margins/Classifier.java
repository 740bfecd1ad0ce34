package org.flowproof.check.margins;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.flowproof.flow.State;
import org.flowproof.flow.coefficients.MarginLoss;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * A classification problem whose first layer alone is trained, as numbers. Immutable.
 *
 * <p>With {@code L = c sum_k l(z_k)}, {@code z_k = y_k sum_j a_j sigma(<w_j, x_k>)} and step eta,
 * one iteration adds {@code eta c a_j sum_k y_k s_jk g_k x_k} to {@code w_j}, where {@code g_k =
 * -l'(z_k)} and s are the gates. Gradient flow is the same with {@code eta = 1} and time in place
 * of iterations.
 */
final class Classifier {
  private final Problem problem;
  private final int n;
  private final int d;
  private final int m;
  private final double[] x;
  private final double[] gram;
  private final double[] y;
  private final double[] a;
  private final double slope;

  private Classifier(Problem problem) {
    this.problem = problem;
    n = problem.data().n();
    d = problem.data().d();
    m = problem.network().width();
    x = problem.data().x().toRowMajor();
    y = problem.data().y().toArray();
    a = problem.initial().a().toArray();
    slope = ((Activation.Leaky) problem.network().activation()).slope();
    gram = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double sum = 0;
        for (int c = 0; c < d; c++) {
          sum += x[i * d + c] * x[k * d + c];
        }
        gram[i * n + k] = sum;
      }
    }
  }

  /** The problem as numbers; empty when {@link #obstacle} has something to say. */
  static Optional<Classifier> of(Problem problem) {
    return obstacle(problem).isEmpty() ? Optional.of(new Classifier(problem)) : Optional.empty();
  }

  /** Why the laws do not speak about a problem; empty when they do. */
  static Optional<String> obstacle(Problem problem) {
    List<String> differs = new ArrayList<>();
    if (!(problem.network().activation() instanceof Activation.Leaky)) {
      differs.add("the activation is smooth");
    }
    if (problem.network().trained() != Network.Trained.FIRST) {
      differs.add("the output weights are trained");
    }
    if (problem.loss().kind() == Loss.Kind.SQUARED) {
      differs.add("the loss is squared");
    }
    if (problem.dynamics() instanceof Dynamics.Flow flow
        && flow.residual() != Dynamics.Residual.FULL) {
      differs.add("labels stand in place of the residuals");
    }
    for (int k = 0; k < problem.data().n() && differs.isEmpty(); k++) {
      if (Math.abs(problem.data().y().get(k)) != 1) {
        differs.add("label " + (k + 1) + " is neither 1 nor -1");
      }
    }
    return differs.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differs));
  }

  Problem problem() {
    return problem;
  }

  /** Number of samples. */
  int n() {
    return n;
  }

  /** Input dimension. */
  int d() {
    return d;
  }

  /** Number of neurons, both classes. */
  int m() {
    return m;
  }

  double a(int neuron) {
    return a[neuron];
  }

  /** The output weights, one for each neuron. */
  double[] outputWeights() {
    return a.clone();
  }

  double y(int sample) {
    return y[sample];
  }

  double x(int sample, int coordinate) {
    return x[sample * d + coordinate];
  }

  /** {@code <x_i, x_k>}. */
  double gram(int i, int k) {
    return gram[i * n + k];
  }

  /** {@code max_k |x_k|}. */
  double longest() {
    return Math.sqrt(IntStream.range(0, n).mapToDouble(k -> gram(k, k)).max().orElse(0));
  }

  /** Slope on the negative side, gamma; 0 for ReLU. */
  double slope() {
    return slope;
  }

  /** The term of one sample in the loss, l. */
  MarginLoss loss() {
    return MarginLoss.of(problem.loss().kind());
  }

  /** What multiplies the sum over samples in the loss, c. */
  double factor() {
    return problem.loss().factor().value(n);
  }

  /** The step eta; 1 for gradient flow. */
  double step() {
    return problem.dynamics() instanceof Dynamics.Descent descent ? descent.step() : 1;
  }

  /** The number of iterations up to a time of the run; the time itself for gradient flow. */
  double iterations(double time) {
    return problem.dynamics() instanceof Dynamics.Descent ? time / step() : time;
  }

  /** The time of the run after so many iterations, not beyond its end. */
  double time(double iterations, double endTime) {
    double whole =
        problem.dynamics() instanceof Dynamics.Descent ? Math.rint(iterations) : iterations;
    return Math.min(endTime, whole * step());
  }

  /** The hidden weights of a state, {@code m x d}, row-major. */
  double[] weights(State state) {
    double[] w = new double[m * d];
    for (int j = 0; j < m; j++) {
      for (int c = 0; c < d; c++) {
        w[j * d + c] = state.w(j, c);
      }
    }
    return w;
  }

  /** The margins {@code z_k} of hidden weights given as {@code m x d}. */
  double[] margins(double[] w) {
    double[] z = new double[n];
    for (int j = 0; j < m; j++) {
      for (int k = 0; k < n; k++) {
        double u = preactivation(w, j, k);
        z[k] += a[j] * y[k] * (u > 0 ? u : slope * u);
      }
    }
    return z;
  }

  /** {@code <w_j, x_k>} of hidden weights given as {@code m x d}. */
  double preactivation(double[] w, int neuron, int sample) {
    double u = 0;
    for (int c = 0; c < d; c++) {
      u += w[neuron * d + c] * x[sample * d + c];
    }
    return u;
  }

  /**
   * What multiplies {@code a_j s_jk x_k} in one iteration, {@code eta c y_k g_k}, for each sample.
   */
  double[] pulls(double[] margins) {
    MarginLoss loss = loss();
    double[] pulls = new double[n];
    for (int k = 0; k < n; k++) {
      pulls[k] = step() * factor() * y[k] * loss.pull(margins[k]);
    }
    return pulls;
  }

  /** A bound on how far one step moves a neuron, whatever its gates. */
  double oneStep(double[] margins, int neuron) {
    double[] pulls = pulls(margins);
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += Math.abs(pulls[k]) * Math.sqrt(gram(k, k));
    }
    return Math.abs(a[neuron]) * sum;
  }

  /** The rows {@code sum_k C_jk x_k}, {@code m x d}, of coefficients {@code m x n}. */
  double[] weightsOf(double[] coefficients) {
    double[] w = new double[m * d];
    for (int j = 0; j < m; j++) {
      for (int k = 0; k < n; k++) {
        double weight = coefficients[j * n + k];
        if (weight != 0) {
          for (int c = 0; c < d; c++) {
            w[j * d + c] += weight * x[k * d + c];
          }
        }
      }
    }
    return w;
  }
}
