package org.flowproof.check.stationary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.limit.LimitEstimator;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kind of the limits of cases on non-convergence, run for long enough. */
class KindsOfCasesTest {

  private static StationaryKind kind(String name, double time) {
    Problem problem =
        CaseLoader.load(Path.of("cases", "early-alignment", name + ".yaml")).problem();
    Dynamics.Flow flow = (Dynamics.Flow) problem.dynamics();
    Problem longer =
        problem.with(
            new Dynamics.Flow(
                flow.residual(),
                flow.relativeTolerance(),
                new Dynamics.StopRule(time, 0, 2_000_000, false)));
    Trajectory run = new ReferenceIntegrator().integrate(longer);
    return StationaryJudge.judge(run, new LimitEstimator().estimate(run));
  }

  /**
   * Balanced or dominated, neurons that do not grow stay at the scale of their start, from which
   * the way to a saddle is as short.
   */
  @ParameterizedTest
  @CsvSource({"three-points,1e-3", "three-points-dominated,1e-3", "figure-1-balanced,1e-3"})
  void smallScalesEndAtMinimaNextToSaddles(String name, double scale) {
    StationaryKind.LocalMinimum found =
        assertInstanceOf(StationaryKind.LocalMinimum.class, kind(name, 300));
    StationaryKind.Escape escape = found.escape().orElseThrow();
    assertTrue(escape.length() < scale, "" + escape.length());
    assertTrue(escape.descent().change().value() < -1e-3);
    assertTrue(found.radius() > 0 && found.radius() <= escape.length());
  }

  @Test
  void interpolationIsAGlobalMinimum() {
    assertEquals("GLOBAL_MINIMUM", kind("figure-1-large-scale", 150).word());
  }

  /** It ends at interpolation, but a gate is not shown to keep inside its bounds. */
  @Test
  void unbalancedRunIsNoLocalMinimum() {
    assertEquals("UNKNOWN", kind("three-points-unbalanced", 300).word());
  }
}
