package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.flowproof.enclose.precise.KinkEvent;
import org.flowproof.enclose.precise.PreciseData;
import org.flowproof.enclose.precise.PreciseFlow;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Neurons that are held by several kinks at once, in three dimensions and more: caught by one after
 * the other, let go by one while the others hold, and through concave kinks meanwhile. One neuron,
 * or two with the same sides, which must leave together.
 */
class SeveralKinksTest {
  /**
   * One random neuron, or two with the same sides, on random samples.
   *
   * @param twins whether there are two
   * @param n samples
   * @param d dimension
   */
  record Draw(boolean twins, int n, int d, double slope, Loss.Kind loss, Network.Trained trained) {

    /** From a cell of a table. */
    static Draw of(String cell) {
      List<String> words = List.of(cell.split(" "));
      return new Draw(
          words.get(0).equals("two"),
          Integer.parseInt(words.get(1)),
          Integer.parseInt(words.get(2)),
          Double.parseDouble(words.get(3)),
          Loss.Kind.valueOf(words.get(4)),
          Network.Trained.valueOf(words.get(5)));
    }

    Problem problem(long seed, double end) {
      Problem one = Flows.gaussian(1, n, d, 0.3, slope, loss, trained, seed, end);
      return twins ? Flows.twins(one) : one;
    }
  }

  private static long count(PreciseFlow flow, Predicate<KinkEvent> which) {
    return flow.events().stream().filter(which).count();
  }

  /** How often two neurons leave a kink at one time. */
  private static int together(PreciseFlow flow) {
    List<KinkEvent> left = flow.events().stream().filter(KinkEvent::leaves).toList();
    int count = 0;
    for (int i = 1; i < left.size(); i++) {
      KinkEvent first = left.get(i - 1);
      KinkEvent second = left.get(i);
      boolean same = first.neuron() != second.neuron() && first.sample() == second.sample();
      count += same && first.time().compareTo(second.time()) == 0 ? 1 : 0;
    }
    return count;
  }

  /** Captures by a second or further kink, departures from several, concave kinks while held. */
  @ParameterizedTest
  @CsvSource({
    "one 10 4 0 SQUARED BOTH, 131, 9, 2, 1, 1, 4, 0",
    "one 10 4 0.1 SQUARED FIRST, 1385, 4.25, 2, 1, 1, 3, 0",
    "one 12 5 0.1 SQUARED FIRST, 1173, 4.5, 3, 2, 2, 0, 0",
    "one 10 5 0 SQUARED BOTH, 660, 9.7, 3, 2, 1, 3, 0",
    "one 10 4 0 LOGISTIC FIRST, 326, 8, 2, 1, 2, 2, 0",
    "two 10 4 0 SQUARED BOTH, 285, 9, 2, 2, 2, 0, 1",
    "two 10 4 0 SQUARED BOTH, 312, 3, 2, 2, 0, 2, 0",
    "two 12 5 0 SQUARED BOTH, 2090, 5, 3, 4, 2, 0, 1"
  })
  void flowsOnSeveralKinksLieInTheirTubes(
      Draw draw,
      long seed,
      double end,
      int most,
      int captures,
      int departures,
      int concave,
      int together,
      TestReporter reporter) {
    Problem problem = draw.problem(seed, end);
    Attacks.Held held = Attacks.point(problem, end, reporter);
    PreciseFlow flow = held.flow();
    assertEquals(Optional.empty(), held.path().refusal());
    assertEquals(Optional.empty(), flow.obstacle());
    assertEquals(most, flow.events().stream().mapToInt(KinkEvent::heldAfter).max().orElse(0));
    assertEquals(captures, count(flow, e -> e.captures() && e.heldAfter() > 1));
    assertEquals(departures, count(flow, e -> e.leaves() && e.heldBefore() > 1));
    assertEquals(concave, count(flow, e -> e.crosses() && e.concave() && e.heldBefore() > 0));
    assertEquals(together, together(flow));
  }

  /**
   * A neuron that one to three kinks catch at once, which then crosses a concave one while they
   * hold it. The sample of that kink is orthogonal to theirs, so that an error along it is
   * multiplied by the ratio of speeds as if nothing held the neuron.
   */
  static Problem towardsKinkOnSlides(int slides) {
    int d = 2 + slides;
    double[][] x = new double[d][d];
    double[] y = new double[d];
    double[][] w = new double[1][d];
    x[0][0] = 1;
    y[0] = 0.5 * d;
    x[1][0] = 0.6;
    x[1][1] = 0.8;
    y[1] = 0.25 * d;
    w[0][0] = 0.5;
    w[0][1] = -0.3755;
    for (int i = 2; i < d; i++) {
      x[0][i] = 0.3;
      x[i][i] = 1;
      y[i] = -0.5 * d;
      w[0][i] = (i % 2 == 0 ? 1 : -1) * 1e-6;
    }
    return Flows.squared(x, y, w, new double[] {0.9}, 0, 1);
  }

  /** For mutants: the ball at so many slides does not leave its tube, which has the right width. */
  static void attackOnSlides(long slides) {
    FatBall ball = Attacks.ball(towardsKinkOnSlides((int) slides), 0.01, 2, 7, 1e-9, entry -> {});
    Attacks.judge(ball, 0.99, 1e-8);
  }

  /** For mutants: a ball of a random flow that comes to several kinks does not leave its tube. */
  static void attackOnSeveral(long seed) {
    Problem problem = Draw.of("one 10 4 0 SQUARED BOTH").problem(seed, 9);
    Attacks.ball(problem, 9, 2, seed, 1e-9, entry -> {});
  }

  @ParameterizedTest
  @CsvSource({"1, 0.99", "2, 0.99", "3, 0.99"})
  void theBoundAtAConcaveKinkIsAttainedOnSlides(int slides, double floor, TestReporter reporter) {
    FatBall ball = Attacks.ball(towardsKinkOnSlides(slides), 0.01, 5, 7, 1e-9, reporter);
    Attacks.judge(ball, floor, 1e-8);
    assertEquals(1, ball.path().concave());
    assertEquals(slides, ball.path().slides());
    assertTrue(ball.atEnd() >= floor, () -> "after the kink " + ball.atEnd());
  }

  /** Balls of flows that come to several kinks, and leave some. */
  @ParameterizedTest
  @CsvSource({
    "one 10 4 0 SQUARED BOTH, 131, 9, 0.9",
    "two 10 4 0 SQUARED BOTH, 312, 3, 0.85",
    "one 10 5 0 SQUARED BOTH, 660, 9.7, 0.9"
  })
  void ballsOnSeveralKinksStayInTheirTubes(
      Draw draw, long seed, double end, double floor, TestReporter reporter) {
    Problem problem = draw.problem(seed, end);
    FatBall ball = Attacks.ball(problem, end, 2, seed, 1e-9, reporter);
    Attacks.judge(ball, floor, 1e-4);
  }

  /** A neuron slides into the origin, where all kinks meet, all convex, and leaves on another. */
  @Test
  void aFlowThroughTheOriginLiesInItsTube(TestReporter reporter) {
    Problem problem =
        Flows.squared(
            new double[][] {{0.21, 3.11}, {0.60, 0.34}, {-1.50, -2.30}},
            new double[] {-2.65, -0.53, -2.08},
            new double[][] {{-0.35, -0.21}, {0.60, -0.08}},
            new double[] {0.51, -0.87},
            0.5,
            10);
    Attacks.Held held = Attacks.point(problem, 10, reporter);
    assertEquals(Optional.empty(), held.path().refusal());
    assertEquals(Optional.empty(), held.flow().obstacle());
    List<KinkEvent> slid = held.flow().events().stream().filter(e -> e.heldBefore() == 1).toList();
    assertEquals(
        3,
        slid.stream().filter(e -> e.time().compareTo(slid.get(0).time()) == 0).count(),
        slid::toString);
  }

  /** An ellipsoid that decides, as the other norms are loose, holds its flows on kinks too. */
  @Test
  void ellipsoidsHoldTheirFlowsOnSeveralKinks() {
    MutantLoader decides =
        MutantLoader.of(EllipsoidTubesTest.WITH_ELLIPSOID, EllipsoidTubesTest.OTHERS_LOOSE);
    assertEquals(Optional.empty(), decides.finds("SeveralKinksTest", "attackOnSeveral", 131L));
  }

  @ParameterizedTest
  @Tag("slow")
  @CsvSource({
    "one 12 5 0 SQUARED BOTH, 1, 300, 10",
    "two 10 4 0 SQUARED BOTH, 1, 400, 10",
    "two 12 5 0.1 SQUARED FIRST, 1, 200, 10",
    "one 10 5 0 LOGISTIC FIRST, 1, 200, 10"
  })
  void manyFlowsOnSeveralKinksLieInTheirTubes(
      Draw draw, long first, long last, double end, TestReporter reporter) {
    int several = 0;
    for (long seed = first; seed <= last; seed++) {
      Problem problem = draw.problem(seed, end);
      // a look with few digits, as most flows slide on one kink at a time
      PreciseFlow look = PreciseFlow.of(PreciseData.of(problem), new BigDecimal(end), 20);
      if (count(look, e -> e.heldAfter() > 1) > 0) {
        several++;
        Attacks.point(problem, end, reporter);
        Attacks.ball(problem, end, 2, seed, 1e-9, reporter);
      }
    }
    assertTrue(several > 5, "held by several kinks in " + several);
  }
}
