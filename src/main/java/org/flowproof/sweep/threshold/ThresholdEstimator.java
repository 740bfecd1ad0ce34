package org.flowproof.sweep.threshold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flowproof.problem.SeededStream;

/**
 * Estimates the number of samples at which the share of an ending rises through a level.
 *
 * <p>Shares over the decided seeds, fitted by non-decreasing ones weighted with the numbers of
 * seeds (isotonic regression), crossing by linear interpolation in log n. The interval resamples
 * whole seeds with all their runs, because the same seeds stand at every size. An ending whose
 * share falls is estimated through {@link OutcomeTable#opposite} and one minus the level.
 *
 * @param level the share, in (0, 1)
 * @param confidence of intervals, in (0, 1)
 * @param resamples of the bootstrap, at least 100
 * @param seed of the bootstrap
 */
public record ThresholdEstimator(double level, double confidence, int resamples, long seed) {
  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException outside them
   */
  public ThresholdEstimator {
    if (!(level > 0 && level < 1) || !(confidence > 0 && confidence < 1) || resamples < 100) {
      throw new IllegalArgumentException(
          "level " + level + ", confidence " + confidence + ", resamples " + resamples);
    }
  }

  /** How unknown runs are counted. */
  private enum Unknown {
    LEFT_OUT,
    REACHED,
    MISSED
  }

  /** The threshold of a table. */
  public SampleThreshold estimate(OutcomeTable table) {
    int[] all = new int[table.seeds()];
    Arrays.setAll(all, s -> s);
    Optional<Crossing> estimate = crossing(table, all, Unknown.LEFT_OUT);
    Optional<SampleThreshold.Ends> range =
        ends(crossing(table, all, Unknown.REACHED), crossing(table, all, Unknown.MISSED));
    List<Crossing> low = new ArrayList<>();
    List<Crossing> high = new ArrayList<>();
    List<Double> logs = new ArrayList<>();
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.RESAMPLES);
    int[] drawn = new int[table.seeds()];
    for (int b = 0; b < resamples; b++) {
      Arrays.setAll(drawn, s -> (int) (stream.nextUniform() * drawn.length));
      crossing(table, drawn, Unknown.REACHED).ifPresent(low::add);
      crossing(table, drawn, Unknown.MISSED).ifPresent(high::add);
      crossing(table, drawn, Unknown.LEFT_OUT)
          .filter(c -> c.kind() == Crossing.Kind.AT)
          .ifPresent(c -> logs.add(Math.log(c.n())));
    }
    double tail = (1 - confidence) / 2;
    return new SampleThreshold(
        level,
        confidence,
        estimate,
        range,
        ends(at(low, tail), at(high, 1 - tail)),
        resamples,
        deviation(logs),
        logs.size(),
        SureBounds.of(table, level, confidence),
        fall(table),
        estimate.map(c -> gap(table, c)).orElse(1.0));
  }

  private static Optional<SampleThreshold.Ends> ends(
      Optional<Crossing> low, Optional<Crossing> high) {
    return low.flatMap(l -> high.map(h -> new SampleThreshold.Ends(l, h)));
  }

  /** The crossing for a choice of seeds, which may repeat; empty when none of them is counted. */
  private Optional<Crossing> crossing(OutcomeTable table, int[] seeds, Unknown unknown) {
    int count = 0;
    double[] sizes = new double[table.sizes().size()];
    double[] shares = new double[sizes.length];
    double[] weights = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      List<Reading> row = table.readings().get(i);
      int reached = 0;
      int counted = 0;
      for (int s : seeds) {
        switch (row.get(s)) {
          case REACHED -> {
            reached++;
            counted++;
          }
          case MISSED -> counted++;
          case UNKNOWN -> {
            reached += unknown == Unknown.REACHED ? 1 : 0;
            counted += unknown == Unknown.LEFT_OUT ? 0 : 1;
          }
          case ABSENT -> {}
        }
      }
      if (counted > 0) {
        sizes[count] = table.sizes().get(i);
        shares[count] = (double) reached / counted;
        weights[count++] = counted;
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    double[] fit = IsotonicFit.of(Arrays.copyOf(shares, count), Arrays.copyOf(weights, count));
    return Optional.of(Crossing.of(Arrays.copyOf(sizes, count), fit, level));
  }

  /** The order statistic at a share of the sample, rounded outwards. */
  private static Optional<Crossing> at(List<Crossing> sample, double part) {
    if (sample.isEmpty()) {
      return Optional.empty();
    }
    List<Crossing> sorted = sample.stream().sorted().toList();
    double place = part * (sorted.size() + 1);
    int index = (int) (part < 0.5 ? Math.floor(place) : Math.ceil(place));
    return Optional.of(sorted.get(Math.max(1, Math.min(sorted.size(), index)) - 1));
  }

  private static double deviation(List<Double> values) {
    if (values.size() < 2) {
      return Double.NaN;
    }
    double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
    double sum = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(sum / (values.size() - 1));
  }

  private static double fall(OutcomeTable table) {
    double highest = 0;
    double fall = 0;
    for (int i = 0; i < table.sizes().size(); i++) {
      double share = table.share(i).value();
      if (!Double.isNaN(share)) {
        fall = Math.max(fall, highest - share);
        highest = Math.max(highest, share);
      }
    }
    return fall;
  }

  private static double gap(OutcomeTable table, Crossing crossing) {
    if (crossing.kind() != Crossing.Kind.AT) {
      return 1;
    }
    double below = 0;
    double above = 0;
    for (int i = 0; i < table.sizes().size(); i++) {
      double size = table.sizes().get(i);
      boolean used = table.share(i).decided() > 0;
      // rounding of exp and log may put a crossing at a size just beside it
      if (used && size < crossing.n() * (1 - 1e-12)) {
        below = size;
      } else if (used && above == 0) {
        above = size;
      }
    }
    return above / below;
  }
}
