package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/**
 * A preactivation that rises above zero and falls again within one step: the oracle's convex graze,
 * with the touched sample moved a little.
 */
class DoubleCrossingTest {
  private static final double TOUCH = 1.574;
  private static final double RISE = 1e-5;

  @Test
  void bothEventsAreFoundInsideOneLongStep() {
    List<Event> tight = visit(run(1e-12));
    assertEquals(List.of(1, -1), tight.stream().map(Event::direction).toList(), tight::toString);
    // the kink is convex and the neuron slow, so it is caught on its way up and let go down again
    assertEquals(
        List.of(Event.Kind.SLIDE_START, Event.Kind.SLIDE_END),
        tight.stream().map(Event::kind).toList());
    double gap = tight.get(1).time() - tight.get(0).time();
    Trajectory loose = run(1e-7);
    List<Event> found = visit(loose);
    assertEquals(List.of(1, -1), found.stream().map(Event::direction).toList(), found::toString);
    for (int i = 0; i < 2; i++) {
      // measured: 6.3e-10 and 1.0e-10
      assertEquals(tight.get(i).time(), found.get(i).time(), 1e-8);
    }
    double before =
        loose.stepTimes().stream()
            .filter(t -> t < found.get(0).time())
            .reduce((first, second) -> second)
            .orElseThrow();
    assertTrue(
        found.get(0).time() - before > gap, () -> "the step is not longer than the gap of " + gap);
  }

  private static List<Event> visit(Trajectory run) {
    return run.events().stream()
        .filter(e -> e.neuron() == 1 && e.sample() == 4 && Math.abs(e.time() - TOUCH) < 0.3)
        .toList();
  }

  private static Trajectory run(double tolerance) {
    OracleProblem oracle =
        OracleProblem.all().stream().filter(p -> p.id().equals("grazing-convex")).findAny().get();
    Problem graze = oracle.problem(tolerance);
    State touching = new ReferenceIntegrator().integrate(oracle.problem(1e-12)).at(TOUCH);
    double norm2 = 0;
    for (int i = 0; i < 3; i++) {
      norm2 += touching.w(0, i) * touching.w(0, i);
    }
    double[][] x = new double[graze.data().n()][];
    for (int k = 0; k < x.length; k++) {
      x[k] = graze.data().x().row(k);
    }
    for (int i = 0; i < 3; i++) {
      x[3][i] += RISE * touching.w(0, i) / norm2;
    }
    return new ReferenceIntegrator()
        .integrate(
            new Problem(
                new DataSet(Matrix.of(x), graze.data().y(), "moved"),
                graze.network(),
                graze.loss(),
                graze.initial(),
                graze.initialOrigin(),
                graze.dynamics()));
  }
}
