package org.flowproof.flow.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.flowproof.flow.Event;
import org.flowproof.flow.KinkLines;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.limit.Obstruction.Cause;
import org.flowproof.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs that stop before a neuron changes its pattern. An estimate that leaves the check of the
 * pattern out gives a limit with a tiny error, and it is wrong; the real one is not available and
 * names the neuron and the sample of the change.
 */
class UncheckedTwinTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1e-2, MAY_CROSS",
    "24, 1e-1, MAY_CROSS",
    "5, 1e-3, SLIDE_MAY_END",
    "42, 1e-2, SLIDE_MAY_END",
  })
  void withoutTheCheckTheLimitIsWrong(long seed, double stop, Cause cause)
      throws ObstructedException {
    Problem problem = RandomFlows.draw(seed);
    Trajectory run = new ReferenceIntegrator().integrate(RandomFlows.until(problem, 1000, stop));
    Trajectory longRun =
        new ReferenceIntegrator().integrate(RandomFlows.until(problem, 3000, 1e-12));
    double loss = RandomFlows.loss(problem, longRun.at(longRun.endTime()));

    LimitEstimate.Found twin = unchecked(problem, run.at(run.endTime()));
    assertTrue(twin.loss().radius() < 1e-12, "" + twin.loss());
    assertTrue(Math.abs(twin.loss().value() - loss) > 1e-4, twin.loss() + " and " + loss);

    Obstruction obstruction =
        assertInstanceOf(LimitEstimate.NotAvailable.class, new LimitEstimator().estimate(run))
            .obstruction();
    assertEquals(cause, obstruction.cause());
    Event next =
        longRun.events().stream()
            .filter(e -> e.time() > run.endTime() + 1e-6)
            .findFirst()
            .orElseThrow();
    assertEquals(next.neuron(), obstruction.neuron().orElseThrow());
    assertEquals(next.sample(), obstruction.sample().orElseThrow());
  }

  private static LimitEstimate.Found unchecked(Problem problem, State state)
      throws ObstructedException {
    Snapshot weights = Snapshot.of(problem, state);
    KinkLines lines = KinkLines.of(problem.data().x());
    FrozenPattern pattern = FrozenPattern.of(problem, lines, state, weights);
    return new LimitReading(FrozenFlow.of(problem, pattern, weights)).found(Optional.empty());
  }
}
