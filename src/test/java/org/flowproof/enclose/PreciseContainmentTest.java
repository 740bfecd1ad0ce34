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
import org.junit.jupiter.params.provider.MethodSource;

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
  @MethodSource("org.flowproof.enclose.Draws#all")
  void manyFlowsLieInTheirTubes(Draws draws, TestReporter reporter) {
    draws.forEach(60, problem -> Attacks.point(problem, 60, reporter));
  }
}
