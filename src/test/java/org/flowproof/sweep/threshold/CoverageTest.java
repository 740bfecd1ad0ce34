package org.flowproof.sweep.threshold;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.problem.SeededStream;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often intervals cover a threshold that is known, on simulated tables.
 *
 * <p>The true share is linear in log n from 0.05 at 10 to 0.95 at 160, so that it crosses one half
 * at 40 exactly, between sizes, and interpolation is without error. Either the runs of a seed are
 * independent, or they share one uniform number, as extreme a dependence as the sizes allow.
 */
class CoverageTest {
  private static final List<Double> SIZES =
      List.of(10.0, 15.0, 22.0, 33.0, 48.0, 72.0, 108.0, 160.0);
  private static final int SEEDS = 20;
  private static final int TABLES = 400;
  private static final double TRUTH = 40;

  private static double share(double n) {
    return 0.05 + 0.9 * Math.log(n / 10) / Math.log(16);
  }

  private static OutcomeTable table(SeededStream stream, boolean dependent) {
    double[] own = new double[SEEDS];
    for (int s = 0; s < SEEDS; s++) {
      own[s] = stream.nextUniform();
    }
    List<List<Reading>> rows = new ArrayList<>();
    for (double n : SIZES) {
      List<Reading> row = new ArrayList<>();
      for (int s = 0; s < SEEDS; s++) {
        double u = dependent ? own[s] : stream.nextUniform();
        row.add(u < share(n) ? Reading.REACHED : Reading.MISSED);
      }
      rows.add(row);
    }
    return new OutcomeTable(SIZES, rows);
  }

  /**
   * The largest count of misses that a probability of missing explains but for one in a million.
   */
  private static int most(double missing) {
    return new BinomialDistribution(TABLES, missing).inverseCumulativeProbability(1 - 1e-6);
  }

  /**
   * Were the sure bounds to miss with probability 0.05 at most, as they promise, this would fail
   * with probability below 1e-6; the bootstrap is allowed 0.08, because it is approximate.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void intervalsCover(boolean dependent) {
    SeededStream stream = new SeededStream(dependent ? 11 : 12, SeededStream.Purpose.SAMPLES);
    int sureMisses = 0;
    int bootstrapMisses = 0;
    int bounded = 0;
    for (int i = 0; i < TABLES; i++) {
      SampleThreshold threshold =
          new ThresholdEstimator(0.5, 0.95, 300, i).estimate(table(stream, dependent));
      SureBounds sure = threshold.sure();
      boolean below = sure.above().isPresent() && sure.above().getAsDouble() >= TRUTH;
      boolean above = sure.atMost().isPresent() && sure.atMost().getAsDouble() < TRUTH;
      sureMisses += below || above ? 1 : 0;
      bounded += sure.above().isPresent() && sure.atMost().isPresent() ? 1 : 0;
      SampleThreshold.Ends ends = threshold.bootstrap().orElseThrow();
      Crossing truth = new Crossing(Crossing.Kind.AT, TRUTH);
      boolean outside = ends.lower().compareTo(truth) > 0 || ends.upper().compareTo(truth) < 0;
      bootstrapMisses += outside ? 1 : 0;
    }
    assertTrue(sureMisses <= most(0.05), sureMisses + " of " + TABLES);
    assertTrue(bootstrapMisses <= most(0.08), bootstrapMisses + " of " + TABLES);
    // an interval that says nothing would cover too
    assertTrue(bounded > 0.95 * TABLES, bounded + " of " + TABLES);
  }
}
