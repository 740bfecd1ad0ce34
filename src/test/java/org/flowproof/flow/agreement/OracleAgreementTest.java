package org.flowproof.flow.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.flowproof.flow.Event;
import org.flowproof.flow.OracleProblem;
import org.flowproof.flow.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every integrator against 30-digit answers: states, every event, loss of uniqueness. */
class OracleAgreementTest {
  private static final double TOLERANCE = 1e-10;

  /** Most that may be stated, relative to the neuron, for the comparison to mean something. */
  private static final double VACUOUS = 1e-6;

  /** The same for times of events, of the run; a neuron that arrives slowly arrives uncertainly. */
  private static final double VACUOUS_TIME = 1e-5;

  static Stream<Arguments> unique() {
    return pairs().filter(p -> ((OracleProblem) p.get()[1]).unique());
  }

  static Stream<Arguments> nonUnique() {
    return pairs().filter(p -> !((OracleProblem) p.get()[1]).unique());
  }

  private static Stream<Arguments> pairs() {
    return Candidate.all()
        .flatMap(
            c ->
                OracleProblem.all().stream()
                    .filter(o -> !o.descent() && c.takes(o.problem(TOLERANCE)))
                    .map(o -> Arguments.of(c, o)));
  }

  @Test
  void noIntegratorIsSparedTheProblemsItIsMadeFor() {
    // all but descent; tanh and the logistic loss belong to the reference alone
    long all = Candidate.all().count();
    assertTrue(pairs().count() >= 14 + 12 * (all - 1), "only " + pairs().count());
  }

  @ParameterizedTest
  @MethodSource("unique")
  void statesAndEventsMatch(Candidate candidate, OracleProblem oracle) {
    // at 1e-6 the structured integrator misses the tangential exit of leaky-sliding-exit
    double coarsest = candidate.judge() ? 1e-6 : 1e-8;
    for (double tolerance : new double[] {coarsest, 1e-9, TOLERANCE}) {
      Trajectory run = candidate.integrator().integrate(oracle.problem(tolerance));
      TrajectoryAgreement agreement = TrajectoryAgreement.begin();
      for (OracleProblem.Answer answer : oracle.answers()) {
        agreement.states(run, new KnownState(answer), run.at(answer.t()));
      }
      agreement.events(oracle.events(), run.events(), run.endTime());
      assertEquals(List.of(), agreement.refusals(), "at " + tolerance);
      assertEquals(Trajectory.StopReason.END_TIME, run.stopReason());
      assertTrue(run.nonUniqueness().isEmpty(), () -> "" + run.nonUniqueness());
      assertEquals(oracle.events().size(), agreement.eventsMatched());
      if (tolerance == TOLERANCE) {
        agreement.sizes().forEach(size -> assertTrue(size < VACUOUS, () -> "stated " + size));
        for (Event event : run.events()) {
          assertTrue(event.timeError() < VACUOUS_TIME * run.endTime(), event::toString);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("nonUnique")
  void lossOfUniquenessIsTold(Candidate candidate, OracleProblem oracle) {
    Trajectory run = candidate.integrator().integrate(oracle.problem(TOLERANCE));
    Trajectory.NonUniqueness found = run.nonUniqueness().orElseThrow();
    // the published times have six decimals
    assertEquals(oracle.nonUniqueTime(), found.time(), 5e-7);
    assertEquals(1, found.neuron());
    assertEquals(oracle.id().equals("grazing-concave") ? 4 : 2, found.sample());
  }
}
