package org.flowproof.enclose.path;

import java.util.Optional;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.taylor.Bounds;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * The gradient flow of a problem in plain numbers: {@code w_j' = a_j D_j}, {@code a_j' = <w_j,
 * D_j>}, {@code D_j = (multiplier / divisor) sum_k gate_jk r_k x_k}, where {@code r_k} is the
 * residual for the squared loss and the label times a sigmoid for the logistic loss.
 */
public final class FlowModel {
  private final Problem problem;
  private final double[][] x;
  private final double[][] columns;
  private final double[] y;
  private final double alpha;
  private final boolean logistic;
  private final boolean bothLayers;
  private final double multiplier;
  private final double divisor;
  private final double[] sampleNorm;
  private final Kinks kinks;
  private final double curvature;
  private final double coupling;
  private final double pullLipschitz;

  private FlowModel(Problem problem, Activation.Leaky activation) {
    this.problem = problem;
    DataSet data = problem.data();
    int n = data.n();
    x = new double[n][data.d()];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < data.d(); i++) {
        x[k][i] = data.x().get(k, i);
      }
    }
    columns = new double[data.d()][n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < data.d(); i++) {
        columns[i][k] = x[k][i];
      }
    }
    y = data.y().toArray();
    alpha = activation.slope();
    kinks = new Kinks(data.x(), x, alpha);
    logistic = problem.loss().kind() == Loss.Kind.LOGISTIC;
    bothLayers = problem.network().trained() == Network.Trained.BOTH;
    double half = logistic ? 0.5 : 1;
    multiplier =
        switch (problem.loss().factor()) {
          case HALF_MEAN, HALF_SUM -> half;
          case MEAN, SUM -> 2 * half;
        };
    divisor =
        switch (problem.loss().factor()) {
          case HALF_MEAN, MEAN -> n;
          case HALF_SUM, SUM -> 1;
        };
    curvature = logistic ? 0.25 : 1;
    sampleNorm = new double[n];
    double squares = 0;
    for (int k = 0; k < n; k++) {
      sampleNorm[k] = Bounds.norm(x[k]);
      squares += sampleNorm[k] * sampleNorm[k];
    }
    double factor = Bounds.up(Bounds.up(multiplier / divisor) * curvature);
    pullLipschitz = Bounds.up(factor * squares);
    coupling = Bounds.up(factor * Math.min(Bounds.up(squares), LargestEigenvalue.ofGram(x)));
  }

  /** The model, or why there is none. */
  public static Outcome of(Problem problem) {
    Optional<String> obstacle = obstacle(problem);
    return obstacle.isPresent()
        ? new Outcome.Unsuitable(obstacle.get())
        : new Outcome.Suitable(
            new FlowModel(problem, (Activation.Leaky) problem.network().activation()));
  }

  /** What becomes of a problem. */
  public sealed interface Outcome {
    /** It can be enclosed. */
    record Suitable(FlowModel model) implements Outcome {}

    /** It cannot. */
    record Unsuitable(String reason) implements Outcome {}
  }

  private static Optional<String> obstacle(Problem problem) {
    if (!(problem.network().activation() instanceof Activation.Leaky)) {
      return Optional.of("the activation is smooth; tubes are built for ReLU and leaky ReLU");
    }
    if (!(problem.dynamics() instanceof Dynamics.Flow flow)) {
      return Optional.of("gradient descent has no tube; only the flow has");
    }
    if (flow.residual() != Dynamics.Residual.FULL) {
      return Optional.of("the early-alignment flow is not the flow of the loss");
    }
    if (problem.loss().kind() == Loss.Kind.EXPONENTIAL) {
      return Optional.of("the exponential loss has no tube; squared and logistic loss have");
    }
    return Optional.empty();
  }

  public Problem problem() {
    return problem;
  }

  /** Number of neurons. */
  public int m() {
    return problem.network().width();
  }

  /** Number of samples. */
  public int n() {
    return y.length;
  }

  /** Input dimension. */
  public int d() {
    return x[0].length;
  }

  /** A sample; not to be written to. */
  public double[] x(int sample) {
    return x[sample];
  }

  /** One coordinate of all samples; not to be written to. */
  public double[] column(int coordinate) {
    return columns[coordinate];
  }

  /** A coordinate of a sample times the gate on a side, rounded. */
  double gated(int sample, int coordinate, Side side) {
    return gate(side) * x[sample][coordinate];
  }

  /** What rounding leaves out of {@link #gated}. */
  double gatedRest(int sample, int coordinate, Side side) {
    return side == Side.MINUS
        ? Math.fma(alpha, x[sample][coordinate], -gated(sample, coordinate, side))
        : 0;
  }

  public double y(int sample) {
    return y[sample];
  }

  /** The kinks of the samples. */
  public Kinks kinks() {
    return kinks;
  }

  /** The slope of the activation on the negative side. */
  public double alpha() {
    return alpha;
  }

  public boolean logistic() {
    return logistic;
  }

  /** Whether the output weights move. */
  public boolean bothLayers() {
    return bothLayers;
  }

  /** Numerator of the factor of a pull, exact. */
  public double multiplier() {
    return multiplier;
  }

  /** Denominator of the factor of a pull, exact. */
  public double divisor() {
    return divisor;
  }

  /** At least the factor of a pull. */
  public double factorUp() {
    return Bounds.up(multiplier / divisor);
  }

  /** At least the norm of a sample. */
  public double sampleNorm(int sample) {
    return sampleNorm[sample];
  }

  /** Encloses the inner product of two samples. */
  public Interval inner(int first, int second) {
    Interval sum = Interval.ZERO;
    for (int i = 0; i < d(); i++) {
      sum = sum.plus(Interval.of(x[first][i]).times(x[second][i]));
    }
    return sum;
  }

  /** At least the second derivative of the loss of one sample by its output. */
  public double curvature() {
    return curvature;
  }

  /**
   * At least the norm of the loss's Hessian by outputs, seen from the weights: factor times
   * curvature times the largest eigenvalue of {@code X'X}.
   */
  public double coupling() {
    return coupling;
  }

  /** At least the change of a pull by a change of every output by {@code |x_k|}. */
  public double pullLipschitz() {
    return pullLipschitz;
  }

  /** The gate on a side. */
  public double gate(Side side) {
    return switch (side) {
      case PLUS -> 1;
      case MINUS -> alpha;
      case SLIDE -> 0;
    };
  }

  /** Both slopes. */
  public Interval gates() {
    return Interval.of(alpha, 1);
  }
}
