package org.flowproof.flow.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.flowproof.flow.Event;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Estimates from coarsely stopped runs of random problems, held against much longer runs. */
class LimitAgainstLongRunTest {
  private static final double[] STOPS = {1e-2, 1e-4, 1e-6};

  @Test
  void longRunsEndWithinTheErrorOfTheEstimate() {
    hold(1000, 20);
  }

  @Test
  @Tag("slow")
  void manyMoreDoToo() {
    hold(2000, 150);
  }

  private static void hold(long from, int problems) {
    Map<LimitEstimate.Kind, Integer> kinds = new EnumMap<>(LimitEstimate.Kind.class);
    for (long seed = from; seed < from + problems; seed++) {
      Problem problem = RandomFlows.draw(seed);
      Trajectory last = null;
      for (double stop : STOPS) {
        Trajectory run =
            new ReferenceIntegrator().integrate(RandomFlows.until(problem, 1000, stop));
        if (new LimitEstimator().estimate(run) instanceof LimitEstimate.Found limit) {
          last =
              last == null
                  ? new ReferenceIntegrator().integrate(RandomFlows.until(problem, 3000, 1e-12))
                  : last;
          compare("seed " + seed + ", stop " + stop, limit, last);
          kinds.merge(limit.kind(), 1, Integer::sum);
        }
      }
    }
    assertTrue(kinds.getOrDefault(LimitEstimate.Kind.LEAST_SQUARES, 0) >= problems, kinds + "");
    assertTrue(
        kinds.getOrDefault(LimitEstimate.Kind.INTERPOLATION, 0) >= problems / 10, kinds + "");
  }

  private static void compare(String name, LimitEstimate.Found limit, Trajectory run) {
    Problem problem = run.problem();
    State end = run.at(run.endTime());
    // the long run is not at its end either; this is how near the estimate says it must be
    double left =
        limit.fitted() * Math.exp(-limit.guaranteedRate() * Math.max(0, end.time() - limit.from()));
    double factor = problem.loss().factor().value(problem.data().n());
    double loss = RandomFlows.loss(problem, end);
    double slack = 1e-9 * (1 + loss);
    assertEquals(
        limit.loss().value(), loss, limit.loss().radius() + factor * left * left + slack, name);
    double drift = left * Math.sqrt(2 * factor / limit.guaranteedRate());
    for (int j = 0; j < problem.network().width(); j++) {
      double room = 1e-8 + (limit.patterns() == 0 ? 0 : drift);
      assertEquals(
          end.a(j), limit.state().a(j), limit.state().errorOfA(j) + end.errorOfA(j) + room, name);
      for (int i = 0; i < problem.data().d(); i++) {
        double error = limit.state().errorOfW(j) + end.errorOfW(j) + room;
        assertEquals(end.w(j, i), limit.state().w(j, i), error, name);
      }
    }
    for (Event event : run.events()) {
      assertTrue(event.time() - event.timeError() <= limit.from(), name + ": " + event);
    }
  }
}
