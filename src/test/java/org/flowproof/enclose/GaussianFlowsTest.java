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
  @Test
  void tubesOfTwelveSeedsReachTheEnd(TestReporter reporter) {
    List<String> lines = new ArrayList<>();
    int reached = 0;
    int limits = 0;
    double widest = 0;
    for (long seed = 1; seed <= 12; seed++) {
      long start = System.nanoTime();
      Enclosure enclosure =
          Flows.enclose(
              Flows.gaussian(
                  8, 12, 2, 1e-3, 0, Loss.Kind.SQUARED, Network.Trained.BOTH, seed, 300));
      double seconds = (System.nanoTime() - start) * 1e-9;
      boolean proven = enclosure.limit() instanceof TerminalCertifier.Outcome.Proven;
      enclosure
          .obstacle()
          .ifPresent(
              obstacle -> {
                assertEquals(Refusal.Kind.ORIGIN, obstacle.refusal().kind());
                assertTrue(waysOut(enclosure.tube(), obstacle.refusal().neuron()) > 1);
              });
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
    String report = String.join("\n", lines);
    reporter.publishEntry("tubes", report);
    assertTrue(reached >= 11 && limits >= 5 && widest < 1e-14, report);
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
