package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DescentIntegratorTest {
  private static final OracleProblem ORACLE = OracleProblem.named("gradient-descent");

  @Test
  void iteratesMatchTheOracleInsideTheErrorEstimate() {
    Trajectory run = new DescentIntegrator().integrate(ORACLE.problem(0));
    assertEquals(1500 * 0.05, run.endTime(), 1e-12);
    for (OracleProblem.Answer answer : ORACLE.answers()) {
      // the oracle counts iterations
      State state = run.at(answer.t() * ORACLE.step());
      for (int j = 0; j < 3; j++) {
        assertEquals(answer.a().get(j), state.a(j), state.errorOfA(j));
        assertTrue(state.errorOfA(j) < 1e-12);
        for (int i = 0; i < 2; i++) {
          assertEquals(answer.w().get(j, i), state.w(j, i), state.errorOfW(j));
        }
      }
      assertEquals(answer.loss(), TestProblems.loss(run.problem(), state), 1e-14);
    }
  }

  @Test
  void everySwitchIsFoundAtItsIteration() {
    List<Event> events = new DescentIntegrator().integrate(ORACLE.problem(0)).events();
    List<Event> expected = ORACLE.events();
    assertEquals(expected.size(), events.size());
    for (int i = 0; i < expected.size(); i++) {
      Event want = expected.get(i);
      Event got = events.get(i);
      assertEquals(want.time() * ORACLE.step(), got.time(), 1e-12);
      assertEquals(
          List.of(want.neuron(), want.sample(), want.kind(), want.direction()),
          List.of(got.neuron(), got.sample(), got.kind(), got.direction()));
    }
  }
}
