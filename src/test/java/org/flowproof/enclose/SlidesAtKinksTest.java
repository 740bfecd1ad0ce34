package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.plan.Precision;
import org.flowproof.enclose.plan.TubeBuilder;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Neurons that slide along one kink and come to a concave one: some stay on their slide there, some
 * leave it. The tubes are 1e-10 times as wide as the reference is good, so that an integrator with
 * its own events tells whether sides were chosen rightly.
 */
class SlidesAtKinksTest {
  private static final double END = 20;

  @ParameterizedTest
  @CsvSource({"3, 0, 1", "5, 0, 1", "1, 0.1, 1", "2, 0.1, 2"})
  void theReferenceIntegratorStaysInTheTube(long seed, double slope, int met) {
    Problem problem =
        Flows.gaussian(6, 20, 3, 0.1, slope, Loss.Kind.SQUARED, Network.Trained.BOTH, seed, END);
    assertEquals(met, concaveKinksOnSlides(Flows.model(problem)));
    Tube tube = Flows.enclose(problem).tube();
    assertEquals(END, tube.end());
    assertTrue(tube.radius() < 1e-17, () -> "wide " + tube.radius());
    Trajectory run = new ReferenceIntegrator().integrate(problem);
    for (int i = 0; i <= 40; i++) {
      double time = END * i / 40;
      State state = run.at(time);
      TubePiece piece = OracleTubesTest.at(tube, time);
      for (int j = 0; j < 6; j++) {
        assertTrue(
            OracleTubesTest.outside(piece.outer(j, Interval.of(time)), state.a(j)) < 1e-10,
            () -> "outside at " + time);
        for (int c = 0; c < 3; c++) {
          assertTrue(
              OracleTubesTest.outside(piece.hidden(j, c, Interval.of(time)), state.w(j, c)) < 1e-10,
              () -> "outside at " + time);
        }
      }
    }
  }

  private static int concaveKinksOnSlides(FlowModel model) {
    StepLog<Long> log =
        new StepLog<>(
            (step, certifier) ->
                certifier.lastKicks().stream()
                    .filter(k -> model.kinks().slides(step.sides(k.neuron())).length > 0)
                    .count());
    assertEquals(Optional.empty(), new TubeBuilder(model, Precision.PAIRS, log).advanceTo(END));
    return (int) log.notes().stream().mapToLong(Long::longValue).sum();
  }
}
