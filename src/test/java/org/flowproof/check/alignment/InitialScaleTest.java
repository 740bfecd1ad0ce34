package org.flowproof.check.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

class InitialScaleTest {
  private static Problem outputs(double... a) {
    return ThreePoints.problem(Loss.Factor.HALF_MEAN, new double[a.length][2], a);
  }

  @Test
  void everyPrefixCountsAndNotTheWholeAlone() {
    // 3 (1 + 4)/2 = 7.5 at k = 2 against 3 (1 + 4 + 0)/3 = 5 at k = 3
    InitialScale scale = InitialScale.of(outputs(1, 2, 0), OptionalDouble.empty());
    assertEquals(2, scale.prefix());
    assertEquals(Math.sqrt(7.5), scale.lambda(), 1e-15);
    assertTrue(scale.met());
  }

  @Test
  void theSmallestScaleMeetsTheHypothesisExactlyAndTheDoubleBelowDoesNot() {
    for (double a : new double[] {0.1, 1e-12, 0.3, 7}) {
      Problem problem = outputs(a, a, a);
      double lambda = InitialScale.of(problem, OptionalDouble.empty()).lambda();
      assertTrue(InitialScale.of(problem, OptionalDouble.of(lambda)).met());
      assertFalse(InitialScale.of(problem, OptionalDouble.of(Math.nextDown(lambda))).met());
    }
  }
}
