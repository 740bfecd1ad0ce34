package org.flowproof.sweep.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ThresholdProperties {
  private static final List<Double> SIZES = List.of(5.0, 9.0, 20.0, 41.0, 100.0);
  private static final ThresholdEstimator ESTIMATOR = new ThresholdEstimator(0.5, 0.9, 100, 1);

  @Provide
  Arbitrary<OutcomeTable> tables() {
    return Arbitraries.integers()
        .between(1, 12)
        .flatMap(
            seeds ->
                Arbitraries.of(Reading.values()).list().ofSize(seeds).list().ofSize(SIZES.size()))
        .map(rows -> new OutcomeTable(SIZES, rows));
  }

  @Provide
  Arbitrary<double[]> shares() {
    return Arbitraries.doubles().between(0, 1).array(double[].class).ofMaxSize(12);
  }

  private static OutcomeTable with(OutcomeTable table, int size, int seed, Reading reading) {
    List<List<Reading>> rows = new ArrayList<>(table.readings());
    List<Reading> row = new ArrayList<>(rows.get(size));
    row.set(seed, reading);
    rows.set(size, row);
    return new OutcomeTable(SIZES, rows);
  }

  @Property(tries = 200)
  void theFitIncreasesAndKeepsTheMean(
      @ForAll("shares") double[] values, @ForAll @IntRange(min = 1, max = 9) int first) {
    double[] weights = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      weights[i] = 1 + (first * (i + 3)) % 7;
    }
    double[] fit = IsotonicFit.of(values, weights);
    double before = 0;
    double after = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      assertTrue(i == 0 || fit[i] >= fit[i - 1]);
      before += weights[i] * values[i];
      after += weights[i] * fit[i];
      sum += weights[i];
    }
    assertEquals(before, after, 1e-12 * (1 + sum));
  }

  /** One more run that reaches the ending never moves an estimate or a bound up. */
  @Property(tries = 300)
  void reachingMoreMovesNothingUp(
      @ForAll("tables") OutcomeTable table,
      @ForAll @IntRange(max = 4) int size,
      @ForAll @IntRange(max = 11) int place) {
    int seed = place % table.seeds();
    OutcomeTable missed = with(table, size, seed, Reading.MISSED);
    OutcomeTable reached = with(table, size, seed, Reading.REACHED);
    SampleThreshold less = ESTIMATOR.estimate(missed);
    SampleThreshold more = ESTIMATOR.estimate(reached);
    assertTrue(more.estimate().orElseThrow().compareTo(less.estimate().orElseThrow()) <= 0);
    assertTrue(more.sure().above().orElse(0) <= less.sure().above().orElse(0));
    double infinite = Double.POSITIVE_INFINITY;
    assertTrue(more.sure().atMost().orElse(infinite) <= less.sure().atMost().orElse(infinite));
  }

  /** Whatever an unknown run would have been, the bounds with it are the wider ones. */
  @Property(tries = 300)
  void unknownRunsOnlyWiden(
      @ForAll("tables") OutcomeTable table,
      @ForAll @IntRange(max = 4) int size,
      @ForAll @IntRange(max = 11) int place,
      @ForAll boolean reached) {
    int seed = place % table.seeds();
    SureBounds open = ESTIMATOR.estimate(with(table, size, seed, Reading.UNKNOWN)).sure();
    Reading truth = reached ? Reading.REACHED : Reading.MISSED;
    SureBounds known = ESTIMATOR.estimate(with(table, size, seed, truth)).sure();
    double infinite = Double.POSITIVE_INFINITY;
    assertTrue(open.above().orElse(0) <= known.above().orElse(0));
    assertTrue(open.atMost().orElse(infinite) >= known.atMost().orElse(infinite));
  }

  /** Reading unknown runs as reached never gives the larger threshold. */
  @Property(tries = 300)
  void theTwoReadingsAreOrdered(@ForAll("tables") OutcomeTable table) {
    Assume.that(table.readings().stream().flatMap(List::stream).anyMatch(r -> r != Reading.ABSENT));
    SampleThreshold threshold = ESTIMATOR.estimate(table);
    SampleThreshold.Ends range = threshold.range().orElseThrow();
    assertTrue(range.lower().compareTo(range.upper()) <= 0);
  }
}
