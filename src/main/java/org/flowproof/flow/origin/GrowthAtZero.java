package org.flowproof.flow.origin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Vectors;
import org.flowproof.problem.Weights;

/**
 * The linear part of a gradient flow at zero weights, for an activation with {@code sigma(0) = 0}:
 * {@code a_j' = f s <w_j, gamma>}, {@code w_j' = f s a_j gamma} with {@code gamma = sum_k y_k x_k},
 * {@code s = sigma'(0)} and {@code f} twice the factor of the squared loss. Each neuron grows along
 * {@code (1, sign(s) gamma/|gamma|)} at the rate {@code f |s| |gamma|}, shrinks along {@code (1,
 * -sign(s) gamma/|gamma|)}, and keeps what its hidden weight has orthogonal to {@code gamma} (Zhao,
 * Bai and Zhang, section 3, where {@code f = s = 1}).
 *
 * @param gamma the sum of labels times samples, d numbers, not 0
 * @param norm its norm
 * @param slope {@code sigma'(0)}, not 0
 * @param rate at which weights grow, above 0
 */
public record GrowthAtZero(Vec gamma, double norm, double slope, double rate) {
  /** Below this part of what is summed, {@code gamma} is rounding. */
  private static final double ROUNDING = 1e-12;

  /** Why a problem has no such growth; empty when it has. */
  public static Optional<String> obstacle(Problem problem) {
    List<String> differs = new ArrayList<>();
    if (!(problem.network().activation() instanceof Activation.Smooth)) {
      differs.add("the activation is not smooth");
    }
    if (problem.network().trained() != Network.Trained.BOTH) {
      differs.add("the output weights are fixed");
    }
    if (problem.loss().kind() != Loss.Kind.SQUARED) {
      differs.add("the loss is not squared");
    }
    if (!(problem.dynamics() instanceof Dynamics.Flow flow)) {
      differs.add("the weights follow gradient descent, not the flow");
    } else if (flow.residual() != Dynamics.Residual.FULL) {
      differs.add("labels take the place of residuals");
    }
    if (!differs.isEmpty()) {
      return Optional.of(String.join("; ", differs));
    }
    if (problem.network().activation().slope(0) == 0) {
      return Optional.of("the slope of the activation at 0 is 0");
    }
    double[] gamma = signal(problem);
    double size = 0;
    for (int k = 0; k < problem.data().n(); k++) {
      size += Math.abs(problem.data().y().get(k)) * Vectors.norm(problem.data().x().row(k));
    }
    return Vectors.norm(gamma) <= ROUNDING * size
        ? Optional.of("gamma, the sum of labels times samples, is 0")
        : Optional.empty();
  }

  /**
   * The growth of a problem.
   *
   * @throws IllegalArgumentException when there is an obstacle
   */
  public static GrowthAtZero of(Problem problem) {
    obstacle(problem)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    double[] gamma = signal(problem);
    double slope = problem.network().activation().slope(0);
    double norm = Vectors.norm(gamma);
    double factor = 2 * problem.loss().factor().value(problem.data().n());
    return new GrowthAtZero(Vec.of(gamma), norm, slope, factor * Math.abs(slope) * norm);
  }

  private static double[] signal(Problem problem) {
    double[] gamma = new double[problem.data().d()];
    for (int k = 0; k < problem.data().n(); k++) {
      for (int i = 0; i < gamma.length; i++) {
        gamma[i] += problem.data().y().get(k) * problem.data().x().get(k, i);
      }
    }
    return gamma;
  }

  /**
   * The parts of weights that grow, {@code C_j = a_j |gamma| + sign(s) <w_j, gamma>}: the
   * imbalance.
   */
  public Vec projections(Weights weights) {
    return projections(weights, Math.signum(slope));
  }

  /** As the source prints them, for a slope above 0. */
  public Vec printedProjections(Weights weights) {
    return projections(weights, 1);
  }

  private Vec projections(Weights weights, double sign) {
    double[] c = new double[weights.a().length()];
    for (int j = 0; j < c.length; j++) {
      c[j] = weights.a().get(j) * norm;
      for (int i = 0; i < gamma.length(); i++) {
        c[j] += sign * weights.w().get(j, i) * gamma.get(i);
      }
    }
    return Vec.of(c);
  }

  /** The weights with given projections that have nothing but them. */
  public Weights growing(Vec projections) {
    int m = projections.length();
    double[] a = new double[m];
    double[][] w = new double[m][gamma.length()];
    for (int j = 0; j < m; j++) {
      a[j] = projections.get(j) / (2 * norm);
      for (int i = 0; i < gamma.length(); i++) {
        w[j][i] = Math.signum(slope) * a[j] * gamma.get(i) / norm;
      }
    }
    return new Weights(Matrix.of(w), Vec.of(a));
  }
}
