package org.flowproof.check.margins;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.problem.Vectors;

/**
 * What changes between two readings. Weights that follow {@code W = A log t + B + o(1)} change by A
 * times the logarithm of the ratio of the times: B, and with it every term in powers of {@code 1 /
 * log t}, is gone from the direction of the change. This is one step of Richardson's extrapolation
 * of {@code W / log t} in {@code 1 / log t}.
 *
 * @param from iterations of the first reading
 * @param to iterations of the second
 * @param normalized {@code (z_k(to) - z_k(from)) / |W(to) - W(from)|_F}, one for each sample
 * @param normalizedError absolute, of each
 * @param ranks stable ranks of {@code W(to) - W(from)}
 */
record Increment(
    double from, double to, List<Double> normalized, double normalizedError, Ranks ranks) {

  /**
   * Between two readings.
   *
   * @param error Frobenius norm of the error of the change of the weights
   */
  static Increment of(
      Classifier classifier,
      MarginReading before,
      MarginReading after,
      double[] wBefore,
      double[] wAfter,
      double error) {
    double[] change = new double[wAfter.length];
    for (int i = 0; i < change.length; i++) {
      change[i] = wAfter[i] - wBefore[i];
    }
    double norm = Vectors.safeNorm(change);
    double marginError = before.marginError() + after.marginError();
    List<Double> normalized = new ArrayList<>();
    double largest = 0;
    for (int k = 0; k < classifier.n(); k++) {
      double ratio = (after.margins().get(k) - before.margins().get(k)) / norm;
      normalized.add(ratio);
      largest = Math.max(largest, Math.abs(ratio));
    }
    return new Increment(
        before.t(),
        after.t(),
        List.copyOf(normalized),
        marginError / norm + largest * error / norm,
        Ranks.of(change, classifier.d(), classifier.outputWeights(), error));
  }
}
