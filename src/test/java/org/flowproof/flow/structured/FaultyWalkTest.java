package org.flowproof.flow.structured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flowproof.flow.Event;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.agreement.RandomProblems;
import org.flowproof.flow.agreement.TrajectoryAgreement;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/**
 * Faults planted in the structured integrator, in the first neuron alone: the comparison that the
 * agreement suites use must refuse every one of them.
 */
class FaultyWalkTest {
  private static final double TOLERANCE = 1e-9;

  /** Makes the decisions at kinks; counts how often they were wrong. */
  private interface Fault {
    KinkTurn turn(Setup setup, EventLog log, AtomicInteger acted);
  }

  /** The first neuron crosses, and goes on as if it had not. */
  private static final class WrongPattern extends KinkTurn {
    private final AtomicInteger acted;
    private final EventLog log;

    WrongPattern(Setup setup, EventLog log, AtomicInteger acted) {
      super(setup, log);
      this.acted = acted;
      this.log = log;
    }

    @Override
    void hit(
        OneNeuron neuron, int line, double tau, LineForces forces, double[] force, boolean alone) {
      boolean before = neuron.positive(line);
      int events = log.size();
      super.hit(neuron, line, tau, forces, force, alone);
      boolean crossed = log.size() > events && log.kind(log.size() - 1) == Event.Kind.CROSS;
      if (neuron.index == 0 && crossed && neuron.positive(line) != before) {
        neuron.setPositive(line, before);
        acted.incrementAndGet();
      }
    }
  }

  /** Zeros of the first neuron are passed over. */
  private static final class MissedCrossing extends KinkTurn {
    private final AtomicInteger acted;

    MissedCrossing(Setup setup, EventLog log, AtomicInteger acted) {
      super(setup, log);
      this.acted = acted;
    }

    @Override
    void hit(
        OneNeuron neuron, int line, double tau, LineForces forces, double[] force, boolean alone) {
      if (neuron.index == 0) {
        neuron.departing = Departing.with(neuron.departing, line, 1);
        acted.incrementAndGet();
      } else {
        super.hit(neuron, line, tau, forces, force, alone);
      }
    }
  }

  /** The first neuron never lets go of a line. */
  private static final class SkippedExit extends KinkTurn {
    private final AtomicInteger acted;

    SkippedExit(Setup setup, EventLog log, AtomicInteger acted) {
      super(setup, log);
      this.acted = acted;
    }

    @Override
    void exit(OneNeuron neuron, int line, int side, double tau, LineForces forces) {
      if (neuron.index != 0) {
        super.exit(neuron, line, side, tau, forces);
      } else {
        acted.incrementAndGet();
      }
    }
  }

  private static StructuredIntegrator with(Fault fault, AtomicInteger acted) {
    return new StructuredIntegrator(
        1,
        true,
        (setup, basis, tolerance, block) ->
            new NeuronWalk(setup, basis, tolerance, block) {
              @Override
              KinkTurn turn(Setup of, EventLog log) {
                return fault.turn(of, log, acted);
              }
            });
  }

  @Test
  void aWrongPatternUpdateIsRefused() {
    refused(Event.Kind.CROSS, WrongPattern::new);
  }

  @Test
  void aMissedCrossingIsRefused() {
    refused(Event.Kind.CROSS, MissedCrossing::new);
  }

  @Test
  void aSkippedExitFromSlidingIsRefused() {
    refused(Event.Kind.SLIDE_END, SkippedExit::new);
  }

  private static void refused(Event.Kind kind, Fault fault) {
    List<Long> passed = new ArrayList<>();
    int tried = 0;
    for (long seed = 6000; seed < 6200 && tried < 4; seed++) {
      Problem problem = RandomProblems.of(seed, 8, 5, TOLERANCE);
      Trajectory judge = new ReferenceIntegrator().integrate(problem);
      double unique =
          judge.nonUniqueness().map(Trajectory.NonUniqueness::time).orElse(judge.endTime());
      if (judge.events().stream()
          .noneMatch(e -> e.neuron() == 1 && e.kind() == kind && e.time() < 0.9 * unique)) {
        continue;
      }
      Trajectory sound = new StructuredIntegrator().integrate(problem);
      if (!TrajectoryAgreement.of(judge, sound).refusals().isEmpty()) {
        // to be refused without a fault says nothing; the agreement suites see to that
        continue;
      }
      AtomicInteger acted = new AtomicInteger();
      Trajectory faulty = with(fault, acted).integrate(problem);
      if (acted.get() == 0) {
        continue;
      }
      tried++;
      if (TrajectoryAgreement.of(judge, faulty).refusals().isEmpty()) {
        passed.add(seed);
      }
    }
    assertEquals(List.of(), passed);
    assertTrue(tried >= 4, tried + " problems");
  }
}
