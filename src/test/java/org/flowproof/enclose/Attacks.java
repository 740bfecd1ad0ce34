package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.flowproof.enclose.precise.PreciseData;
import org.flowproof.enclose.precise.PreciseFlow;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.TestReporter;

/** Tubes held against precise flows; what was found is published, whatever it is. */
final class Attacks {
  private Attacks() {}

  /** A tube and the flow in it; either may end early. */
  record Held(ProvenPath path, PreciseFlow flow) {}

  /** A flow to fifty digits lies in its tube. */
  static Held point(Problem problem, double end, TestReporter reporter) {
    ProvenPath path = ProvenPath.of(problem, end);
    PreciseFlow flow = PreciseFlow.of(PreciseData.of(problem), path.end(), 50);
    double worst = path.worst(flow);
    String report =
        String.format(
            Locale.ROOT,
            "%s, %d pieces, error/bound %.3g %s %s",
            way(path),
            path.pieces().size(),
            worst,
            flow.obstacle().orElse(""),
            path.refusal().map(Object::toString).orElse(""));
    reporter.publishEntry("tube", report);
    assertTrue(worst <= 1, report);
    assertTrue(path.radius() < 1e-6, report);
    if (flow.obstacle().isEmpty() && path.refusal().isEmpty()) {
      assertEquals(flow.holds(), path.slides(), report);
    }
    return new Held(path, flow);
  }

  /** No flow from a ball leaves its tube. */
  static FatBall ball(
      Problem problem, double end, int random, long seed, double radius, TestReporter reporter) {
    FatBall ball = FatBall.attack(problem, end, random, seed, radius);
    String report = report(ball);
    reporter.publishEntry("ball", report);
    assertTrue(ball.worst() <= 1, report);
    return ball;
  }

  /** Its tube reaches the end, is not too wide, and is attained somewhere. */
  static void judge(FatBall ball, double floor, double ceiling) {
    String report = report(ball);
    assertEquals(Optional.empty(), ball.refusal(), report);
    assertEquals(0, ball.cut(), report);
    assertTrue(ball.worst() >= floor, report);
    assertTrue(ball.path().radius() <= ceiling, report);
  }

  private static String report(FatBall ball) {
    return String.format(
        Locale.ROOT,
        "%s, %d checks, %d cut, worst %.8f, end %.8f %s",
        way(ball.path()),
        ball.checks(),
        ball.cut(),
        ball.worst(),
        ball.atEnd(),
        ball.refusal().orElse(""));
  }

  private static String way(ProvenPath path) {
    return String.format(
        Locale.ROOT,
        "to %.4g, radius %.3g, %d convex, %d concave, %d slides",
        path.end().doubleValue(),
        path.radius(),
        path.convex(),
        path.concave(),
        path.slides());
  }
}
