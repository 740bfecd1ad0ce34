package org.flowproof.check.margins;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.NonnegativeProgram;
import org.flowproof.problem.Vectors;

/**
 * How far the direction of the hidden weights is from a KKT point of: least {@code |W|^2 / 2} with
 * all margins at least 1. The weights are scaled to smallest margin 1; the multipliers are the
 * nonnegative ones that come closest to {@code W = sum_k lambda_k dz_k/dW}.
 *
 * @param stationarity {@code |W - sum_k lambda_k dz_k/dW|_F / |W|_F}
 * @param complementarity the largest {@code lambda_k (z_k - 1)} relative to {@code |W|_F^2}
 * @param multipliers lambda, one for each sample
 */
public record KktResidual(double stationarity, double complementarity, List<Double> multipliers) {
  public KktResidual {
    multipliers = List.copyOf(multipliers);
  }

  /**
   * Of hidden weights {@code m x d} on these sides; neurons held on a kink may have any gate there.
   *
   * @return empty when a margin is not positive, or the multipliers cannot be computed
   */
  static Optional<KktResidual> of(Classifier classifier, double[] w, Sides sides) {
    double[] raw = classifier.margins(w);
    double smallest = Arrays.stream(raw).min().orElse(0);
    if (!(smallest > 0)) {
      return Optional.empty();
    }
    double[] z = Arrays.stream(raw).map(margin -> margin / smallest).toArray();
    Optional<double[]> solved = NonnegativeProgram.solve(sides.tangents(), z);
    if (solved.isEmpty()) {
      return Optional.empty();
    }
    double[] lambda = solved.get();
    double[] sum = sides.combination(lambda);
    double[] rest = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      rest[i] = w[i] / smallest - sum[i];
    }
    double norm = Vectors.safeNorm(w) / smallest;
    double slack = 0;
    for (int k = 0; k < z.length; k++) {
      slack = Math.max(slack, lambda[k] * (z[k] - 1) / (norm * norm));
    }
    return Optional.of(
        new KktResidual(
            Vectors.safeNorm(rest) / norm, slack, Arrays.stream(lambda).boxed().toList()));
  }
}
