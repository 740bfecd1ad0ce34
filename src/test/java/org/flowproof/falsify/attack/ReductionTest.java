package org.flowproof.falsify.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.Test;

class ReductionTest {
  private static final Claim CLAIM =
      ClaimCatalogue.load(Path.of("proofs"))
          .find("conjectures/descent-keeps-balance")
          .orElseThrow();

  private static Problem problem() {
    double[][] x = {{1.23456, 0.5, -0.25}, {-0.37, 1.91, 0.1}, {0.77, -0.3, 1.4}};
    double[][] w = {{0.123, -0.456, 0.789}, {0.31, 0.2, -0.1}};
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(1.37, -0.71, 0.4), "test"),
        new Network(2, new Activation.Leaky(0.37, 0.37), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        new Weights(Matrix.of(w), Vec.of(1.01, -0.6)),
        "test",
        new Dynamics.Descent(0.0371, new Dynamics.StopRule(0.0371 * 40, 0, 100_000, false)));
  }

  private static final Hold HOLD = new Hold(CLAIM, () -> true);

  @Test
  void aViolationBecomesOneSampleAndOneNeuron() {
    Trial found = HOLD.on(problem());
    assertTrue(found.violates());
    Trial small = Reduction.of(found, HOLD, 300);
    assertTrue(small.violates());
    assertTrue(small.margin() <= Reduction.plain(found));
    assertEquals(1, small.problem().data().n());
    assertEquals(1, small.problem().network().width());
    assertEquals(1, small.problem().data().d());
    double label = small.problem().data().y().get(0);
    assertEquals(label, Smaller.rounded(label, 1));
  }

  @Test
  void withoutBudgetNothingChanges() {
    Trial found = HOLD.on(problem());
    assertSame(found, Reduction.of(found, HOLD, 0));
  }

  @Test
  void partsLoseOneThingEach() {
    for (Problem part : new Smaller(problem()).parts()) {
      int size = part.data().n() + part.network().width() + part.data().d();
      assertEquals(3 + 2 + 3 - 1, size);
    }
    assertEquals(3 + 2 + 3, new Smaller(problem()).parts().size());
  }

  @Test
  void roundedNumbersHaveFewDigits() {
    assertEquals(0.1, Smaller.rounded(0.123, 1));
    assertEquals(1.2e-7, Smaller.rounded(1.234e-7, 2));
    Problem round = new Smaller(problem()).rounder().get(0);
    assertEquals(1.0, round.data().x().get(0, 0));
    assertEquals(-0.5, round.initial().w().get(0, 1));
  }
}
