package org.flowproof.flow;

import java.util.List;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * Values of a few observables at one time in plain arithmetic, without their errors, in {@code O(m
 * d + n)} numbers: for networks so wide that a number for each neuron and sample is too much.
 */
public final class PlainReading {
  /** The observables that can be read, as they are written. */
  public static final List<String> NAMES =
      List.of("loss", "mse", "N", "gradNorm2", "h", "r", "a", "w");

  private final Problem problem;
  private final Residuals residuals;
  private final State state;
  private final int m;
  private final int n;
  private final int d;
  private final double[] x;
  private double[] outputs;

  /** Of a state of a problem. */
  public PlainReading(Problem problem, State state) {
    this.problem = problem;
    this.state = state;
    residuals = Residuals.of(problem);
    m = problem.network().width();
    n = problem.data().n();
    d = problem.data().d();
    x = problem.data().x().toRowMajor();
  }

  /**
   * A value.
   *
   * @param name one of {@link #NAMES}
   * @param indices 1-based, as many as the observable has
   * @throws IllegalArgumentException for any other name
   */
  public double value(String name, List<Integer> indices) {
    return switch (name) {
      case "loss" -> loss();
      case "mse" -> mse();
      case "N" -> squaredOutputs();
      case "gradNorm2" -> squaredSpeed();
      case "h" -> outputs()[indices.get(0) - 1];
      case "r" -> residual(indices.get(0) - 1);
      case "a" -> state.a(indices.get(0) - 1);
      case "w" -> state.w(indices.get(0) - 1, indices.get(1) - 1);
      default -> throw new IllegalArgumentException("no plain value of " + name);
    };
  }

  private double[] outputs() {
    if (outputs == null) {
      Activation activation = problem.network().activation();
      outputs = new double[n];
      for (int j = 0; j < m; j++) {
        for (int k = 0; k < n; k++) {
          outputs[k] += state.a(j) * activation.value(preactivation(j, k));
        }
      }
    }
    return outputs;
  }

  private double preactivation(int j, int k) {
    double u = 0;
    for (int i = 0; i < d; i++) {
      u += state.w(j, i) * x[k * d + i];
    }
    return u;
  }

  private double residual(int k) {
    return residuals.residual(k, outputs()[k]);
  }

  private double loss() {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += residuals.lossTerm(k, outputs()[k]);
    }
    return sum;
  }

  private double mse() {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double off = problem.data().y().get(k) - outputs()[k];
      sum += off * off;
    }
    return sum / n;
  }

  private double squaredOutputs() {
    double sum = 0;
    for (int j = 0; j < m; j++) {
      sum += state.a(j) * state.a(j);
    }
    return sum;
  }

  /** The squared speed of all weights that move. */
  private double squaredSpeed() {
    boolean both = problem.network().trained() == Network.Trained.BOTH;
    Activation activation = problem.network().activation();
    double[] pull = new double[d];
    double sum = 0;
    for (int j = 0; j < m; j++) {
      java.util.Arrays.fill(pull, 0);
      double outer = 0;
      for (int k = 0; k < n; k++) {
        double gate = state.gate(j, k);
        double part = residual(k) / n;
        outer += part * activation.value(preactivation(j, k));
        for (int i = 0; i < d; i++) {
          pull[i] += gate * part * x[k * d + i];
        }
      }
      double square = both ? outer * outer : 0;
      for (int i = 0; i < d; i++) {
        square += state.a(j) * state.a(j) * pull[i] * pull[i];
      }
      sum += square;
    }
    return sum;
  }
}
