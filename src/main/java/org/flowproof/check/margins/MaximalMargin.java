package org.flowproof.check.margins;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.flowproof.flow.NonnegativeProgram;
import org.flowproof.problem.Vectors;

/**
 * Maximal normalized margins, to compare a direction with. Over all hidden weights the problem is
 * not convex; two parts of it can be computed.
 *
 * @param withSides the largest smallest margin over {@code |W| = 1} when every neuron has the gates
 *     of its present sides, and stays on the kinks it is held on: a convex program
 * @param distance {@code | W/|W| - W'/|W'| |_F} from the solution W' of that program
 * @param keepsSides whether its solution is on these sides
 * @param overall the largest over all hidden weights; known for orthogonal samples only
 */
public record MaximalMargin(
    double withSides, double distance, boolean keepsSides, OptionalDouble overall) {

  /**
   * For hidden weights {@code m x d} on these sides.
   *
   * @param orthogonal whether the samples are
   * @return empty when the program has no solution that can be computed
   */
  static Optional<MaximalMargin> of(
      Classifier classifier, double[] w, Sides sides, boolean orthogonal) {
    double[] ones = new double[classifier.n()];
    Arrays.fill(ones, 1);
    double norm = Vectors.safeNorm(w);
    double[][] tangents = sides.tangents();
    return NonnegativeProgram.solve(tangents, ones)
        .or(() -> NonnegativeProgram.separating(tangents))
        .filter(alpha -> norm > 0)
        .map(
            alpha -> {
              double[] best = sides.combination(alpha);
              double bestNorm = Vectors.safeNorm(best);
              double[] apart = new double[w.length];
              for (int i = 0; i < w.length; i++) {
                apart[i] = w[i] / norm - best[i] / bestNorm;
              }
              return new MaximalMargin(
                  1 / bestNorm,
                  Vectors.safeNorm(apart),
                  LimitSides.kept(classifier, sides, alpha),
                  orthogonal ? OptionalDouble.of(overall(classifier)) : OptionalDouble.empty());
            });
  }

  /**
   * Over all hidden weights, for orthogonal samples: each sample is a problem of its own, in which
   * every neuron moves along {@code x_i} in proportion to what it gains, {@code |a_j|} with its own
   * class and {@code gamma |a_j|} otherwise. Hence {@code (sum_i 1/(|x_i|^2 A_i))^(-1/2)} with
   * {@code A_i = sum a_j^2} over the own class {@code + gamma^2 sum a_j^2} over the other.
   */
  private static double overall(Classifier classifier) {
    double sum = 0;
    for (int i = 0; i < classifier.n(); i++) {
      double gain = 0;
      for (int j = 0; j < classifier.m(); j++) {
        double part =
            classifier.a(j) * (classifier.a(j) * classifier.y(i) > 0 ? 1 : classifier.slope());
        gain += part * part;
      }
      sum += 1 / (classifier.gram(i, i) * gain);
    }
    return 1 / Math.sqrt(sum);
  }
}
