package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.flowproof.flow.structured.StructuredIntegrator;
import org.flowproof.formula.Ball;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Plain values are those of the definitions, also while neurons slide. */
class PlainReadingTest {
  @Test
  void plainValuesAreThoseOfTheDefinitions() {
    Problem problem = TestProblems.busy(20);
    Trajectory run = new StructuredIntegrator().integrate(problem);
    TrajectoryValuation values = TrajectoryValuation.of(run);
    for (double time : new double[] {0, 1.5, 7, 20}) {
      PlainReading plain = new PlainReading(problem, run.at(time));
      for (String name : List.of("loss", "mse", "N", "gradNorm2")) {
        same(plain, values, name, List.of(), time);
      }
      same(plain, values, "h", List.of(3), time);
      same(plain, values, "r", List.of(10), time);
      same(plain, values, "a", List.of(2), time);
      same(plain, values, "w", List.of(6, 1), time);
    }
  }

  private static void same(
      PlainReading plain,
      TrajectoryValuation values,
      String name,
      List<Integer> indices,
      double time) {
    double expected = values.observable(name, indices, 0, Ball.exact(time)).value();
    assertEquals(expected, plain.value(name, indices), 1e-12 * Math.abs(expected), name);
  }
}
