package org.flowproof.bench;

import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.InitialLaw;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.flowproof.problem.data.SampleLaw;

/**
 * The law of all points of the bench: ReLU, loss {@code 1/(2n) sum (y - h)^2}, standard normal
 * samples, {@code y = x_1 + 0.3 z}, dominated initial weights.
 *
 * @param n samples
 * @param m neurons
 * @param d input dimension
 * @param lambda scale of the initial weights
 * @param seed of samples, noise and weights
 */
public record Workload(int n, int m, int d, double lambda, long seed) {
  private static final double NOISE = 0.3;

  /** The samples and labels. */
  public DataSet data() {
    double[] beta = new double[d];
    beta[0] = 1;
    SampleLaw.Draw draw =
        new SampleLaw(n, Vec.of(beta), NOISE, 0, seed)
            .draw()
            .orElseThrow(() -> new IllegalStateException("a law without a band always draws"));
    return new DataSet(draw.x(), draw.y(), "bench, seed " + seed);
  }

  /** The initial weights. */
  public Weights weights() {
    return InitialLaw.DOMINATED.draw(m, d, lambda, seed);
  }

  /** The problem itself. */
  public Problem problem(double tolerance, double endTime) {
    return problem(data().x(), data().y(), weights().a(), weights().w(), tolerance, endTime);
  }

  /**
   * The problem from other initial weights, to time 1 at tolerance 1e-6.
   *
   * @param a output weights, length m
   * @param w hidden weights, {@code m x d}, row-major
   */
  public Problem problem(double[] a, double[] w) {
    return problem(data().x(), data().y(), Vec.of(a), Matrix.ofRowMajor(m, d, w), 1e-6, 1);
  }

  /**
   * The problem made of arrays that were written to files.
   *
   * @param x {@code n x d}
   * @param y length n
   * @param a length m
   * @param w {@code m x d}
   * @param tolerance relative, of the local error
   * @param endTime positive
   */
  static Problem problem(Matrix x, Vec y, Vec a, Matrix w, double tolerance, double endTime) {
    return new Problem(
        new DataSet(x, y, "bench"),
        new Network(a.length(), new Activation.Leaky(0, 0), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        new Weights(w, a),
        "bench",
        new Dynamics.Flow(
            Dynamics.Residual.FULL,
            tolerance,
            new Dynamics.StopRule(endTime, 0, Long.MAX_VALUE, false)));
  }
}
