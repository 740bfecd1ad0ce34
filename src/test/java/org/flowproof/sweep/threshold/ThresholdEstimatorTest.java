package org.flowproof.sweep.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ThresholdEstimatorTest {
  private static final List<Double> SIZES = List.of(8.0, 16.0, 32.0, 64.0);

  private static SampleThreshold estimate(OutcomeTable table) {
    return new ThresholdEstimator(0.5, 0.95, 500, 3).estimate(table);
  }

  /** Shares 0, 1/4, 3/4, 1: half way from 16 to 32 on the logarithmic scale. */
  @Test
  void interpolatesOnTheLogarithmicScale() {
    SampleThreshold threshold = estimate(Tables.counts(SIZES, 20, 0, 5, 15, 20));
    assertEquals(16 * Math.sqrt(2), threshold.estimate().orElseThrow().n(), 1e-12);
    assertTrue(threshold.crosses());
    assertEquals(0, threshold.fall());
    assertEquals(2, threshold.gap());
    // binomial(20, 1/2): P(X <= 5) = 0.0207 is rejected at 0.025
    assertEquals(new SureBounds(OptionalDouble.of(16), OptionalDouble.of(32)), threshold.sure());
    SampleThreshold.Ends ends = threshold.bootstrap().orElseThrow();
    assertTrue(ends.lower().n() > 16 && ends.lower().n() < 16 * Math.sqrt(2));
    assertTrue(ends.upper().n() < 32 && ends.upper().n() > 16 * Math.sqrt(2));
  }

  /** Shares 0.2, 0.7, 0.3, 1 become 0.2, 0.5, 0.5, 1. */
  @Test
  void poolsWhatFalls() {
    SampleThreshold threshold =
        estimate(Tables.counts(List.of(10.0, 20.0, 40.0, 80.0), 10, 2, 7, 3, 10));
    assertEquals(0.4, threshold.fall(), 1e-15);
    // the pooled share 1/2 is reached at 20 already
    assertEquals(20, threshold.estimate().orElseThrow().n(), 1e-12);
    assertEquals(2, threshold.gap());
  }

  @Test
  void saysOnlyOneSideBeyondTheSizes() {
    SampleThreshold never = estimate(Tables.counts(SIZES, 20, 0, 0, 1, 3));
    assertEquals(Optional.of(new Crossing(Crossing.Kind.ABOVE, 64)), never.estimate());
    assertEquals(new SureBounds(OptionalDouble.of(64), OptionalDouble.empty()), never.sure());
    assertFalse(never.crosses());
    assertTrue(Double.isNaN(never.errorOfLog()));
    SampleThreshold always = estimate(Tables.counts(SIZES, 20, 20, 20, 20, 20));
    assertEquals(Optional.of(new Crossing(Crossing.Kind.AT_MOST, 8)), always.estimate());
    assertEquals(new SureBounds(OptionalDouble.empty(), OptionalDouble.of(8)), always.sure());
    assertEquals(Crossing.Kind.AT_MOST, always.bootstrap().orElseThrow().upper().kind());
  }

  /** Five seeds of one mind give a bootstrap without spread; the sure bounds stay silent. */
  @Test
  void fewSeedsBoundNothingForSure() {
    SampleThreshold threshold = estimate(Tables.counts(SIZES, 5, 0, 0, 5, 5));
    assertEquals(new SureBounds(OptionalDouble.empty(), OptionalDouble.empty()), threshold.sure());
    SampleThreshold.Ends ends = threshold.bootstrap().orElseThrow();
    assertEquals(ends.lower(), ends.upper());
    assertEquals(0, threshold.spread(), 1e-12);
    assertEquals(Math.log(2) / Math.sqrt(12), threshold.errorOfLog(), 1e-12);
    // P(X = 0) of binomial(6, 1/2) is 1/64 < 0.025
    SampleThreshold six = estimate(Tables.counts(SIZES, 6, 0, 0, 6, 6));
    assertEquals(new SureBounds(OptionalDouble.of(16), OptionalDouble.of(32)), six.sure());
  }

  @Test
  void unknownRunsWidenAndAreNotCounted() {
    OutcomeTable table = Tables.of(SIZES, "--------", "??--++??", "++++++??", "++++++++");
    SampleThreshold threshold = estimate(table);
    // left out: 2 of 4 at 16; counted as reached: 6 of 8; as missed: 2 of 8 and 6 of 8
    assertEquals(16, threshold.estimate().orElseThrow().n(), 1e-12);
    SampleThreshold.Ends range = threshold.range().orElseThrow();
    assertEquals(8 * Math.pow(2, 0.5 / 0.75), range.lower().n(), 1e-12);
    assertEquals(16 * Math.sqrt(2), range.upper().n(), 1e-12);
    SampleThreshold.Ends ends = threshold.bootstrap().orElseThrow();
    assertTrue(ends.lower().compareTo(range.lower()) < 0);
    assertTrue(ends.upper().compareTo(range.upper()) > 0);
    assertEquals(new SureBounds(OptionalDouble.of(8), OptionalDouble.of(64)), threshold.sure());
  }

  @Test
  void absentRunsSayNothing() {
    SampleThreshold whole = estimate(Tables.counts(List.of(8.0, 64.0), 20, 0, 20));
    String none = " ".repeat(20);
    SampleThreshold partial =
        estimate(Tables.of(SIZES, "-".repeat(20), none, none, "+".repeat(20)));
    assertEquals(whole.estimate(), partial.estimate());
    assertEquals(new SureBounds(OptionalDouble.of(8), OptionalDouble.of(64)), partial.sure());
    SampleThreshold nothing = estimate(Tables.of(SIZES, "  ", "  ", "  ", "  "));
    assertEquals(Optional.empty(), nothing.estimate());
    assertEquals(Optional.empty(), nothing.bootstrap());
    assertTrue(Double.isNaN(nothing.spread()));
  }

  @Test
  void oppositeEndingsMirror() {
    OutcomeTable falling = Tables.counts(SIZES, 20, 20, 15, 5, 0);
    assertEquals(
        16 * Math.sqrt(2), estimate(falling.opposite()).estimate().orElseThrow().n(), 1e-12);
  }

  @Test
  void fallIsTheLargestOfAll() {
    assertEquals(1, estimate(Tables.counts(SIZES, 20, 20, 20, 0, 0)).fall());
    assertEquals(0.5, estimate(Tables.counts(SIZES, 20, 5, 15, 10, 5)).fall(), 1e-15);
  }

  @Test
  void sameSeedSameInterval() {
    OutcomeTable table = Tables.counts(SIZES, 20, 1, 8, 13, 19);
    ThresholdEstimator estimator = new ThresholdEstimator(0.5, 0.9, 200, 7);
    assertEquals(estimator.estimate(table), estimator.estimate(table));
    assertNotEquals(
        estimator.estimate(table).spread(),
        new ThresholdEstimator(0.5, 0.9, 200, 8).estimate(table).spread());
    assertThrows(IllegalArgumentException.class, () -> new ThresholdEstimator(0.5, 0.9, 10, 7));
    assertThrows(IllegalArgumentException.class, () -> Tables.counts(List.of(8.0, 8.0), 3, 1, 2));
  }
}
