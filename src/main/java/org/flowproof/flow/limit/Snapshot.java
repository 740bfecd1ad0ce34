package org.flowproof.flow.limit;

import org.flowproof.flow.State;
import org.flowproof.problem.Problem;

/** The weights of a state with their errors, as arrays; arrays are not to be changed. */
final class Snapshot {
  private final double time;
  private final double[] a;
  private final double[][] w;
  private final double[] errorOfW;
  private final double[] error;
  private final double[] norm;

  private Snapshot(
      double time, double[] a, double[][] w, double[] errorOfW, double[] error, double[] norm) {
    this.time = time;
    this.a = a;
    this.w = w;
    this.errorOfW = errorOfW;
    this.error = error;
    this.norm = norm;
  }

  /**
   * Reads a state.
   *
   * @throws ObstructedException when a weight or an error is not finite
   */
  static Snapshot of(Problem problem, State state) throws ObstructedException {
    int m = problem.network().width();
    int d = problem.data().d();
    double[] a = new double[m];
    double[][] w = new double[m][d];
    double[] errorOfW = new double[m];
    double[] error = new double[m];
    double[] norm = new double[m];
    for (int j = 0; j < m; j++) {
      a[j] = state.a(j);
      double squares = a[j] * a[j];
      for (int i = 0; i < d; i++) {
        w[j][i] = state.w(j, i);
        squares += w[j][i] * w[j][i];
      }
      norm[j] = Math.sqrt(squares);
      errorOfW[j] = Math.sqrt(d) * state.errorOfW(j);
      error[j] = Math.hypot(state.errorOfA(j), errorOfW[j]);
      if (!Double.isFinite(error[j]) || !Double.isFinite(norm[j])) {
        throw new ObstructedException(
            Obstruction.at(
                Obstruction.Cause.ERROR_UNKNOWN,
                j,
                -1,
                "the numerical error of the weights is not known at t = " + state.time()));
      }
    }
    return new Snapshot(state.time(), a, w, errorOfW, error, norm);
  }

  double time() {
    return time;
  }

  int neurons() {
    return a.length;
  }

  double a(int neuron) {
    return a[neuron];
  }

  /** Hidden weights of a neuron. */
  double[] w(int neuron) {
    return w[neuron];
  }

  /** Euclidean norm of {@code (a_j, w_j)}. */
  double norm(int neuron) {
    return norm[neuron];
  }

  /** Error of the hidden weights of a neuron, Euclidean norm. */
  double errorOfW(int neuron) {
    return errorOfW[neuron];
  }

  /** Error of {@code (a_j, w_j)}, Euclidean norm. */
  double error(int neuron) {
    return error[neuron];
  }
}
