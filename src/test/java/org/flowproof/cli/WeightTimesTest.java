package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many lines a table of weights has, and at which times. */
class WeightTimesTest {
  private static final List<Double> STEPS =
      IntStream.rangeClosed(0, 10_000).mapToObj(i -> 0.5 * i).toList();

  @Test
  void smallTablesHaveAllSteps() {
    assertEquals(STEPS, WeightTimes.of(STEPS, 199));
    assertEquals(List.of(0.0), WeightTimes.of(List.of(0.0), 10_000_000));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 4000, 100_000, 400_000})
  void largeOnesHaveStepsSpacedByTheLogarithm(int columns) {
    List<Double> times = WeightTimes.of(STEPS, columns);
    assertTrue((long) times.size() * columns <= WeightTimes.MOST_NUMBERS);
    assertTrue(times.size() > 0.3 * Math.min(4000, 2_000_000 / columns), "lines " + times.size());
    assertTrue(STEPS.containsAll(times));
    assertEquals(0, times.get(0));
    assertEquals(5000, times.get(times.size() - 1));
    for (int i = 2; i < times.size(); i++) {
      double ratio = times.get(i) / times.get(i - 1);
      double even = Math.pow(10_000, 1.0 / Math.max(1, 2_000_000 / columns - 2));
      // a step at most is lost in finding the next one
      assertTrue(ratio > 1 && ratio < even * (1 + 0.5 / times.get(i - 1)) + 1e-9);
    }
  }

  @Test
  void hugeOnesHaveStartAndEnd() {
    assertEquals(List.of(0.0, 5000.0), WeightTimes.of(STEPS, 3_000_000));
  }
}
