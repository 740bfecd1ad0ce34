package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.flowproof.problem.Dynamics;
import org.junit.jupiter.api.Test;

/** A sample with label 0 pulls by the output alone: not at all, or far too little to be seen. */
class ZeroLabelTest {

  private static List<Event> events(double[][] x, double[] y, double[] w, double a, double slope) {
    return new ReferenceIntegrator()
        .integrate(
            TestProblems.flow(
                x,
                y,
                new double[][] {w},
                new double[] {a},
                slope,
                Dynamics.Residual.FULL,
                1e-10,
                TestProblems.until(3)))
        .events();
  }

  @Test
  void aNeuronLeavesAKinkWithoutPullToWhereTheOthersTakeIt() {
    // on the kink of sample 1 the output is 0 and so is its residual; sample 2 pulls to (1, 1)
    for (double side : new double[] {1, -1}) {
      List<Event> events =
          events(
              new double[][] {{0, side}, {1, 1}},
              new double[] {0, 1},
              new double[] {1e-6, 0},
              1e-6,
              0.9);
      assertEquals(
          List.of(Event.Kind.LEAVE, 1, (int) side),
          List.of(events.get(0).kind(), events.get(0).sample(), events.get(0).direction()));
      assertEquals(1, events.size(), events::toString);
    }
  }

  @Test
  void aNeuronTooSlowToLeaveItsKinkCausesNoEvents() {
    // once the first neuron has lost sample 2, only sample 1 pulls it, with a residual of 1e-18
    Trajectory run =
        new ReferenceIntegrator()
            .integrate(
                TestProblems.flow(
                    new double[][] {{1.55, -1.07}, {0.08, 1.43}, {-0.11, 0.27}},
                    new double[] {0, 1, -0.7},
                    new double[][] {{3e-9, 1e-10}, {-1e-9, 2e-9}, {2e-9, 3e-9}},
                    new double[] {-4e-9, 3e-9, -5e-9},
                    0,
                    Dynamics.Residual.FULL,
                    1e-10,
                    TestProblems.until(40)));
    assertEquals(0, run.events().stream().filter(e -> e.kind() == Event.Kind.GRAZE).count());
    long crossings =
        run.events().stream()
            .filter(e -> e.neuron() == 1 && e.sample() == 2 && e.kind() == Event.Kind.CROSS)
            .count();
    assertEquals(1, crossings, () -> run.events().toString());
  }
}
