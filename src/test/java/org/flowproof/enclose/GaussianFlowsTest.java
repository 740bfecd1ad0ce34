package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flowproof.enclose.certify.Refusal;
import org.flowproof.enclose.limit.TerminalCertifier;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
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
          .ifPresent(obstacle -> assertEquals(Refusal.Kind.ORIGIN, obstacle.refusal().kind()));
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
}
