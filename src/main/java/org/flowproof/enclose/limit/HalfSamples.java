package org.flowproof.enclose.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;

/**
 * Least squares on each half of the samples, cut by the sign of the prediction of least squares on
 * all (Boursier and Flammarion, Simplicity bias and optimization threshold, Theorem 1, with the
 * teacher replaced by its estimate).
 */
final class HalfSamples {
  private HalfSamples() {}

  /** Encloses the largest distance of outputs from it; empty when a half has no unique solution. */
  static Optional<Interval> distance(FlowModel model, List<Interval> outputs) {
    List<Integer> all = java.util.stream.IntStream.range(0, model.n()).boxed().toList();
    Optional<LeastSquares> whole = onSamples(model, all);
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> plus = new ArrayList<>();
    List<Integer> minus = new ArrayList<>();
    for (int k : all) {
      Interval prediction = whole.get().fit().get(k);
      if (!prediction.isPositive() && !prediction.isNegative()) {
        return Optional.empty();
      }
      (prediction.isPositive() ? plus : minus).add(k);
    }
    Interval largest = Interval.ZERO;
    for (List<Integer> half : List.of(plus, minus)) {
      if (half.isEmpty()) {
        continue;
      }
      Optional<LeastSquares> solved = onSamples(model, half);
      if (solved.isEmpty()) {
        return Optional.empty();
      }
      for (int p = 0; p < half.size(); p++) {
        largest = largest.max(outputs.get(half.get(p)).minus(solved.get().fit().get(p)).abs());
      }
    }
    return Optional.of(largest);
  }

  private static Optional<LeastSquares> onSamples(FlowModel model, List<Integer> samples) {
    List<List<Interval>> columns = new ArrayList<>();
    for (int i = 0; i < model.d(); i++) {
      int coordinate = i;
      columns.add(samples.stream().map(k -> Interval.of(model.x(k)[coordinate])).toList());
    }
    double[] y = samples.stream().mapToDouble(model::y).toArray();
    return samples.size() < model.d() ? Optional.empty() : LeastSquares.of(columns, y);
  }
}
