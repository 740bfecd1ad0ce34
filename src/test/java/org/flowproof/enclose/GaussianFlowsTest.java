package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flowproof.enclose.certify.Refusal;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.limit.TerminalCertifier;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Tubes of eight neurons and twelve samples up to t = 300. One of the twelve flows comes to the
 * origin along a kink, where several directions lead away; its tube ends there.
 */
class GaussianFlowsTest {
  private static final int DRAWS = 12;

  @Test
  void tubesOfTwelveSeedsReachTheEnd(TestReporter reporter) {
    Tally tally = tally(300);
    reporter.publishEntry("tubes", tally.report());
    assertTrue(tally.reached() >= 11 && tally.limits() >= 5, tally::report);
    assertTrue(tally.widest() < 1e-14, tally::report);
  }

  @Test
  void theTubeThatEndsComesToWhereItsFlowParts() {
    Enclosure enclosure = Flows.enclose(draw(5, 300));
    Enclosure.Obstacle obstacle = enclosure.obstacle().orElseThrow();
    assertEquals(Refusal.Kind.ORIGIN, obstacle.refusal().kind());
    assertTrue(waysOut(enclosure.tube(), obstacle.refusal().neuron()) > 1);
  }

  private static Problem draw(long seed, double end) {
    return Flows.gaussian(8, 12, 2, 1e-3, 0, Loss.Kind.SQUARED, Network.Trained.BOTH, seed, end);
  }

  /** Neurons of little weight grow late. */
  @Test
  void mostLimitsAreProvenByTenThousand(TestReporter reporter) {
    Tally tally = tally(10_000);
    reporter.publishEntry("limits", tally.report());
    assertTrue(tally.limits() >= 8, tally::report);
  }

  /** What became of all draws. */
  private record Tally(int reached, int limits, double widest, String report) {}

  private static Tally tally(double end) {
    List<String> lines = new ArrayList<>();
    int reached = 0;
    int limits = 0;
    double widest = 0;
    for (long seed = 1; seed <= DRAWS; seed++) {
      long start = System.nanoTime();
      Enclosure enclosure = Flows.enclose(draw(seed, end));
      double seconds = (System.nanoTime() - start) * 1e-9;
      boolean proven = enclosure.limit() instanceof TerminalCertifier.Outcome.Proven;
      reached += enclosure.obstacle().isEmpty() ? 1 : 0;
      widest = Math.max(widest, enclosure.tube().radius());
      limits += proven ? 1 : 0;
      lines.add(
          String.format(
              Locale.ROOT,
              "seed %d: to %.4g, radius %.3g, %d steps, %s, %.1f s, %s, %s",
              seed,
              enclosure.tube().end(),
              enclosure.tube().radius(),
              enclosure.tube().stepCount(),
              enclosure.kinks(),
              seconds,
              enclosure.obstacle().map(o -> o.refusal().toString()).orElse("reached"),
              proven ? "limit proven" : enclosure.limit()));
    }
    return new Tally(reached, limits, widest, String.join("\n", lines));
  }

  /**
   * Directions in which a neuron with an output weight but no hidden weights may leave the origin:
   * those that its pull agrees with, where the rate at which the loss falls has a maximum.
   */
  private static int waysOut(FlowTube tube, int neuron) {
    Problem problem = tube.problem();
    TubePiece last = tube.pieces().get(tube.pieces().size() - 1);
    Interval at = Interval.of(last.end());
    int n = problem.data().n();
    double[] force = new double[n];
    for (int k = 0; k < n; k++) {
      double output = 0;
      for (int j = 0; j < problem.network().width(); j++) {
        double u = 0;
        for (int i = 0; i < 2; i++) {
          u += last.hidden(j, i, at).midpoint() * problem.data().x().get(k, i);
        }
        output += last.outer(j, at).midpoint() * Math.max(0, u);
      }
      force[k] = last.outer(neuron, at).midpoint() * (problem.data().y().get(k) - output);
    }
    int angles = 3600;
    double[] rate = new double[angles];
    double largest = 0;
    for (int q = 0; q < angles; q++) {
      double angle = 2 * Math.PI * q / angles;
      for (int k = 0; k < n; k++) {
        double u =
            Math.cos(angle) * problem.data().x().get(k, 0)
                + Math.sin(angle) * problem.data().x().get(k, 1);
        rate[q] += force[k] * Math.max(0, u);
      }
      largest = Math.max(largest, rate[q]);
    }
    int ways = 0;
    for (int q = 0; q < angles; q++) {
      boolean above = rate[q] > rate[(q + angles - 1) % angles];
      boolean highest = above && rate[q] >= rate[(q + 1) % angles];
      ways += highest && rate[q] > 0.01 * largest ? 1 : 0;
    }
    return ways;
  }
}
