package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Flows to fifty digits lie in their tubes, at several times of every step, through crossings and
 * slides. The tubes start from a point: their bounds are made of roundings and truncations, 1e-16
 * to 1e-10, and what is compared is far smaller.
 */
class PreciseContainmentTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0, SQUARED, BOTH",
    "2, 0, SQUARED, BOTH",
    "4, 0, SQUARED, BOTH",
    "7, 0, SQUARED, BOTH",
    "1, 0.25, SQUARED, BOTH",
    "2, 0.1, SQUARED, FIRST",
    "1, 0, LOGISTIC, FIRST",
    "2, 0, LOGISTIC, FIRST",
    "2, 0.5, LOGISTIC, BOTH"
  })
  void flowsToFiftyDigitsLieInTheirTubes(
      long seed, double slope, Loss.Kind loss, Network.Trained trained, TestReporter reporter) {
    Problem problem = Flows.gaussian(4, 6, 2, 1e-2, slope, loss, trained, seed, 15);
    assertEquals(Optional.empty(), Attacks.point(problem, 15, reporter).flow().obstacle());
  }

  @ParameterizedTest
  @Tag("slow")
  @CsvSource({
    "4, 6, 1e-2, 0, SQUARED, BOTH, 3, 40, 60",
    "4, 6, 1e-2, 0.25, SQUARED, BOTH, 2, 21, 60",
    "4, 6, 1e-2, 0.1, SQUARED, FIRST, 3, 12, 60",
    "4, 6, 1e-2, 0, LOGISTIC, FIRST, 3, 12, 60",
    "4, 6, 1e-2, 0.5, LOGISTIC, BOTH, 1, 10, 60",
    "8, 12, 1e-3, 0, SQUARED, BOTH, 1, 6, 60",
    "4, 8, 1e-6, 0, SQUARED, BOTH, 1, 6, 60"
  })
  void manyFlowsLieInTheirTubes(
      int m,
      int n,
      double scale,
      double slope,
      Loss.Kind loss,
      Network.Trained trained,
      long first,
      long last,
      double end,
      TestReporter reporter) {
    for (long seed = first; seed <= last; seed++) {
      Attacks.point(Flows.gaussian(m, n, 2, scale, slope, loss, trained, seed, end), end, reporter);
    }
  }
}
