package org.flowproof.check.margins;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.flowproof.check.margins.LimitStatement.Kind;

/**
 * Holds predicted limits against late readings, each through the law of its approach: {@code W = A
 * log t + B + O(t^-e)}, so that directions are read from increments; {@code z_k = log t - log v_k +
 * O(t^-e)}; and {@code t L = limit + (A log t + B)/t + ...}.
 */
final class LimitLaws {
  /** Numbers that differ by this share are told apart. */
  private static final double SHARE = 0.1;

  private final LateReadings late;
  private final LimitPrediction limits;
  private final List<LimitPrediction> read;
  private final double shrink;

  /**
   * @param limits the predicted limits
   * @param read the limits of the sides that were read; by how far they differ from the predicted
   *     ones, changes of sides may move what is extrapolated
   */
  LimitLaws(LateReadings late, LimitPrediction limits, List<LimitPrediction> read) {
    this.late = late;
    this.limits = limits;
    this.read = List.copyOf(read);
    shrink = Math.pow(LateReadings.RATIO, -limits.exponent());
  }

  /** By how much a number differs between the predicted limits and those of the sides read. */
  private double shift(ToDoubleFunction<LimitPrediction> number) {
    double predicted = number.applyAsDouble(limits);
    double most = 0;
    for (LimitPrediction other : read) {
      double apart = Math.abs(number.applyAsDouble(other) - predicted);
      most = Math.max(most, Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart);
    }
    return most;
  }

  List<LimitStatement> all() {
    return List.of(loss(), normalized(), differences(), ranks(), whole());
  }

  private LimitStatement loss() {
    List<MarginReading> readings = late.readings();
    double shift = shift(LimitPrediction::scaledLoss);
    Extrapolation found =
        Extrapolation.inverse(
            readings.stream().mapToDouble(MarginReading::t).toArray(),
            readings.stream().mapToDouble(MarginReading::scaledLoss).toArray(),
            readings.stream().mapToDouble(r -> r.scaledLossError() + shift).toArray(),
            shrink);
    double predicted = limits.scaledLoss();
    return LimitStatement.of(
        Kind.LOSS,
        List.of(
            LimitItem.of("t L", predicted, limits.error() * predicted, found, SHARE * predicted)));
  }

  private LimitStatement normalized() {
    double predicted = limits.normalized();
    List<LimitItem> items = new ArrayList<>();
    for (int k = 0; k < limits.rates().size(); k++) {
      int sample = k;
      Extrapolation found =
          directions(
              i -> i.normalized().get(sample),
              i -> i.normalizedError() + shift(p -> p.slopes().get(sample) * p.normalized()));
      items.add(
          LimitItem.of(
              "sample " + (k + 1),
              predicted,
              limits.error() * predicted,
              found,
              SHARE * predicted));
    }
    return LimitStatement.of(Kind.NORMALIZED, items);
  }

  private LimitStatement differences() {
    int n = limits.rates().size();
    double spread = 0.01;
    for (int k = 0; k < n; k++) {
      spread = limits.supports(k) ? Math.max(spread, Math.abs(limits.difference(k))) : spread;
    }
    List<LimitItem> items = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      if (limits.supports(k)) {
        int sample = k;
        double shift = shift(p -> p.difference(sample));
        Extrapolation found =
            Extrapolation.of(
                late.readings().stream().mapToDouble(r -> difference(r, sample)).toArray(),
                late.readings().stream().mapToDouble(r -> 2 * r.marginError() + shift).toArray(),
                shrink);
        items.add(
            LimitItem.of(
                "sample " + (k + 1) + " against the mean",
                limits.difference(k),
                2 * limits.error(),
                found,
                spread));
      }
    }
    return LimitStatement.of(Kind.DIFFERENCES, items);
  }

  /** A margin minus the mean of those that support the limit. */
  private double difference(MarginReading reading, int sample) {
    double sum = 0;
    int count = 0;
    for (int k = 0; k < reading.margins().size(); k++) {
      if (limits.supports(k)) {
        sum += reading.margins().get(k);
        count++;
      }
    }
    return reading.margins().get(sample) - sum / count;
  }

  private LimitStatement ranks() {
    List<LimitItem> items = new ArrayList<>();
    rank(items, "W_+1", Ranks::positive);
    rank(items, "W_-1", Ranks::negative);
    return LimitStatement.of(Kind.RANKS, items);
  }

  private LimitStatement whole() {
    List<LimitItem> items = new ArrayList<>();
    rank(items, "W", Ranks::whole);
    return LimitStatement.of(Kind.WHOLE, items);
  }

  private void rank(List<LimitItem> items, String name, Function<Ranks, Ranks.StableRank> matrix) {
    Ranks.StableRank predicted = matrix.apply(limits.ranks());
    if (Double.isNaN(predicted.value())) {
      return;
    }
    double shift = shift(p -> matrix.apply(p.ranks()).value());
    Extrapolation found =
        directions(
            i -> matrix.apply(i.ranks()).value(), i -> matrix.apply(i.ranks()).error() + shift);
    items.add(rankItem(name, predicted.value(), predicted.error(), found));
  }

  /** What else a stable rank could be: 1, or for two samples of a class 4/3. */
  static LimitItem rankItem(String name, double predicted, double error, Extrapolation found) {
    double above = predicted - 1;
    double distinct = above > 1e-3 ? Math.min(above, 1.0 / 3) : 1.0 / 3;
    return LimitItem.of(name, predicted, error, found, distinct);
  }

  private Extrapolation directions(
      ToDoubleFunction<Increment> value, ToDoubleFunction<Increment> error) {
    return Extrapolation.of(
        late.increments().stream().mapToDouble(value).toArray(),
        late.increments().stream().mapToDouble(error).toArray(),
        shrink);
  }
}
