package org.flowproof.check.margins;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.flowproof.check.Verdict;
import org.flowproof.check.margins.LimitStatement.Kind;

/**
 * Holds predicted limits against late readings, each through the law of its approach: {@code W = A
 * log t + B + O(t^-e)}, so that directions are read from increments; {@code z_k = log t - log v_k +
 * O(t^-e)}; and {@code t L = limit + (A log t + B)/t + ...}.
 */
final class LimitLaws {
  /** Numbers that differ by this share are told apart. */
  private static final double SHARE = 0.1;

  /** Stable ranks this close to 1 are 1, up to the rounding of what they are computed from. */
  private static final double ONE = 1e-9;

  /** The stable rank of two samples of one class, the next after 1 for orthogonal ones. */
  private static final double FOUR_THIRDS = 4.0 / 3;

  private final boolean leaky;
  private final LateReadings late;
  private final LimitPrediction limits;
  private final List<LimitPrediction> read;
  private final double shrink;

  /**
   * @param leaky whether the activation has a slope below zero
   * @param limits the predicted limits
   * @param read the limits of the sides at each reading; by how far they differ from the predicted
   *     ones, changes of sides may move what is extrapolated
   */
  LimitLaws(boolean leaky, LateReadings late, LimitPrediction limits, List<LimitPrediction> read) {
    this.leaky = leaky;
    this.late = late;
    this.limits = limits;
    this.read = List.copyOf(read);
    shrink = Math.pow(LateReadings.RATIO, -limits.exponent());
  }

  /**
   * By how much a number differs between the predicted limits and those of the sides read, for each
   * reading.
   */
  private double[] shifts(ToDoubleFunction<LimitPrediction> number) {
    double predicted = number.applyAsDouble(limits);
    return read.stream()
        .mapToDouble(
            other -> {
              double apart = Math.abs(number.applyAsDouble(other) - predicted);
              return Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart;
            })
        .toArray();
  }

  List<LimitStatement> all() {
    return List.of(loss(), normalized(), differences(), ranks(), rankOne(), whole());
  }

  private LimitStatement loss() {
    List<MarginReading> readings = late.readings();
    Extrapolation found =
        Extrapolation.inverse(
            readings.stream().mapToDouble(MarginReading::t).toArray(),
            readings.stream().mapToDouble(MarginReading::scaledLoss).toArray(),
            noise(MarginReading::scaledLossError, shifts(LimitPrediction::scaledLoss)),
            shrink);
    double predicted = limits.scaledLoss();
    return LimitStatement.of(
        Kind.LOSS,
        List.of(
            LimitItem.of("t L", predicted, limits.error() * predicted, found, SHARE * predicted)
                .unlessSlow(predicted, limits.exponent())));
  }

  private LimitStatement normalized() {
    double predicted = limits.normalized();
    List<Extrapolation> found = new ArrayList<>();
    for (int k = 0; k < limits.rates().size(); k++) {
      int sample = k;
      found.add(
          directions(
              i -> i.normalized().get(sample),
              Increment::normalizedError,
              shifts(p -> p.slopes().get(sample) * p.normalized())));
    }
    double bar = widest(found);
    List<LimitItem> items = new ArrayList<>();
    for (int k = 0; k < found.size(); k++) {
      items.add(
          LimitItem.of(
                  "sample " + (k + 1),
                  predicted,
                  limits.error() * predicted,
                  found.get(k).withBar(bar),
                  SHARE * predicted)
              .unlessSlow(limits.slopes().get(k) * predicted, limits.exponent()));
    }
    return LimitStatement.of(Kind.NORMALIZED, items);
  }

  /**
   * One error bar for all samples: their margins follow one law, and the changes of a single one
   * may be small by chance.
   */
  private static double widest(List<Extrapolation> found) {
    return found.stream().mapToDouble(Extrapolation::bar).max().orElse(0);
  }

  private LimitStatement differences() {
    List<Integer> samples =
        IntStream.range(0, limits.rates().size()).filter(limits::supports).boxed().toList();
    double spread = 0.01;
    List<Extrapolation> found = new ArrayList<>();
    for (int k : samples) {
      spread = Math.max(spread, Math.abs(limits.difference(k)));
      found.add(
          Extrapolation.of(
              late.readings().stream().mapToDouble(r -> difference(r, k)).toArray(),
              noise(r -> 2 * r.marginError(), shifts(p -> p.difference(k))),
              shrink));
    }
    double bar = widest(found);
    List<LimitItem> items = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      items.add(
          LimitItem.of(
                  "sample " + (samples.get(i) + 1) + " against the mean",
                  limits.difference(samples.get(i)),
                  2 * limits.error(),
                  found.get(i).withBar(bar),
                  spread)
              .unlessSlow(limits.difference(samples.get(i)), limits.exponent()));
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
    classes(Ranks.StableRank::value, items);
    return LimitStatement.of(Kind.RANKS, items);
  }

  private LimitStatement rankOne() {
    if (!leaky) {
      return silent();
    }
    List<LimitItem> items = new ArrayList<>();
    classes(rank -> 1, items);
    return LimitStatement.of(Kind.RANK_ONE, items);
  }

  /** What the paper says of ReLU instead has a constant that it does not state. */
  static LimitStatement silent() {
    return LimitStatement.without(
        Kind.RANK_ONE,
        Verdict.NOT_APPLICABLE,
        "with ReLU the stable ranks stay bounded, by a constant that is not stated");
  }

  private void classes(ToDoubleFunction<Ranks.StableRank> said, List<LimitItem> items) {
    rank("W_+1", Ranks::positive, said).ifPresent(items::add);
    rank("W_-1", Ranks::negative, said).ifPresent(items::add);
  }

  private LimitStatement whole() {
    return LimitStatement.of(
        Kind.WHOLE, rank("W", Ranks::whole, Ranks.StableRank::value).stream().toList());
  }

  /**
   * The stable rank of a matrix, empty when its limit is 0.
   *
   * @param said what is said of it, from the limit that the law gives
   */
  private Optional<LimitItem> rank(
      String name,
      Function<Ranks, Ranks.StableRank> matrix,
      ToDoubleFunction<Ranks.StableRank> said) {
    Ranks.StableRank law = matrix.apply(limits.ranks());
    if (Double.isNaN(law.value())) {
      return Optional.empty();
    }
    Extrapolation found =
        directions(
            i -> matrix.apply(i.ranks()).value(),
            i -> matrix.apply(i.ranks()).error(),
            shifts(p -> matrix.apply(p.ranks()).value()));
    // what the law gives has to be told apart from what is said
    double distinct = law.value() - 1 > law.error() + ONE ? law.value() - 1 : 1;
    return Optional.of(
        LimitItem.of(
                name,
                said.applyAsDouble(law),
                law.error(),
                found,
                Math.min(distinct, FOUR_THIRDS - 1))
            .unlessSlow(law.value(), limits.exponent()));
  }

  private double[] noise(ToDoubleFunction<MarginReading> error, double[] shifts) {
    double[] noise = late.readings().stream().mapToDouble(error).toArray();
    for (int i = 0; i < noise.length; i++) {
      noise[i] += shifts[i];
    }
    return noise;
  }

  private Extrapolation directions(
      ToDoubleFunction<Increment> value, ToDoubleFunction<Increment> error, double[] shifts) {
    double[] noise = late.increments().stream().mapToDouble(error).toArray();
    for (int i = 0; i < noise.length; i++) {
      noise[i] += Math.max(shifts[i], shifts[i + 1]);
    }
    return Extrapolation.of(late.increments().stream().mapToDouble(value).toArray(), noise, shrink);
  }
}
