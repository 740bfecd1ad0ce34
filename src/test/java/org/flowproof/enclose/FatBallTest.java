package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tube of a whole ball of initial weights against flows from the ball. None may leave the tube,
 * and the farthest must come close to its bound: both a bound that is too small and one that is too
 * large fail. The floors are what theory says is attained, less the room that kinks are given.
 */
class FatBallTest {

  /**
   * One neuron that turns towards the kink of its second sample, at a distance of 4e-4. It crosses
   * a concave kink for the label 1/2, crosses a convex one for -1/5, and slides for -1/2. Along the
   * sample a concave kink multiplies an error by the ratio of speeds; across it nothing changes.
   */
  static Problem towardsKink(double label, double slope) {
    return Flows.squared(
        new double[][] {{1, 0}, {0.6, 0.8}},
        new double[] {1, label},
        new double[][] {{0.5, -0.3755}},
        new double[] {0.9},
        slope,
        1);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0, 0.006, 0, 1, 0, 0.99",
    "0.5, 0, 0.02, 0, 1, 0, 0.97",
    "0.5, 0.25, 0.02, 0, 1, 0, 0.97",
    "-0.2, 0, 0.02, 1, 0, 0, 0.99",
    "-0.5, 0, 0.02, 0, 0, 1, 0.99"
  })
  void oneKinkIsBoundedAndTheBoundAttained(
      double label,
      double slope,
      double end,
      int convex,
      int concave,
      int slides,
      double floor,
      TestReporter reporter) {
    FatBall ball = Attacks.ball(towardsKink(label, slope), end, 5, 7, 1e-9, reporter);
    Attacks.judge(ball, floor, 1e-8);
    assertEquals(convex, ball.path().convex());
    assertEquals(concave, ball.path().concave());
    assertEquals(slides, ball.path().slides());
    assertTrue(ball.atEnd() >= floor, () -> "after the kink " + ball.atEnd());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1e-3, 0, SQUARED, BOTH, 1, 0.9999",
    "2, 1e-3, 0, SQUARED, BOTH, 5, 0.98",
    "7, 1e-3, 0, SQUARED, BOTH, 5, 0.999",
    "5, 1e-2, 0.25, SQUARED, BOTH, 1, 0.9",
    "2, 1e-2, 0, LOGISTIC, FIRST, 5, 0.999",
    "2, 1e-2, 0.5, LOGISTIC, BOTH, 5, 0.999"
  })
  void flowsStayInTheTubeOfTheirBall(
      long seed,
      double scale,
      double slope,
      Loss.Kind loss,
      Network.Trained trained,
      double end,
      double floor,
      TestReporter reporter) {
    Problem problem = Flows.gaussian(4, 6, 2, scale, slope, loss, trained, seed, end);
    FatBall ball = Attacks.ball(problem, end, 2, seed, 1e-7 * scale, reporter);
    Attacks.judge(ball, 0.999, 1e-4 * scale);
    assertTrue(ball.atEnd() >= floor, () -> "at the end " + ball.atEnd());
  }

  @ParameterizedTest
  @Tag("slow")
  @MethodSource("org.flowproof.enclose.Draws#all")
  void flowsOfManySeedsStayInTheTubes(Draws draws, TestReporter reporter) {
    double radius = 1e-7 * draws.scale();
    draws.forEach(12, problem -> Attacks.ball(problem, 12, 4, 1, radius, reporter));
  }
}
