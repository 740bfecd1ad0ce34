package org.flowproof.check.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up approaches: those to 0 are told from those that stay off, turn, or have just begun. */
class SlowApproachTest {
  private static SlowApproach read(DoubleUnaryOperator distance, double error) {
    double[] distances = new double[SlowApproach.count()];
    double[] errors = new double[distances.length];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = distance.applyAsDouble(SlowApproach.time(1e8, i));
      errors[i] = error;
    }
    return SlowApproach.of(distances, errors);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.4, 0.5, 1, 2})
  void powersOfTimeVanish(double power) {
    SlowApproach approach = read(t -> 3 * Math.pow(t, -power), 0);
    assertEquals(power, approach.exponent(), 1e-6);
    assertEquals(0, approach.limit(), 1e-6 * approach.last());
    assertTrue(approach.vanishes(), approach.text());
  }

  @Test
  void correctionsThatDieOutAreAllowed() {
    SlowApproach approach = read(t -> 1 / Math.sqrt(t + 1e3), 0);
    assertTrue(approach.vanishes(), approach.text());
  }

  @Test
  void aDistanceThatStaysDoesNotVanish() {
    SlowApproach approach = read(t -> 1e-4 + 1 / Math.sqrt(t), 0);
    assertEquals(1e-4, approach.limit(), 1e-9);
    assertFalse(approach.vanishes(), approach.text());
    assertFalse(read(t -> 2e-5 + 1 / Math.sqrt(t), 0).vanishes());
  }

  @Test
  void aDistanceThatRisesAgainDoesNotVanish() {
    assertFalse(read(t -> 1 / Math.sqrt(t) + (t > 9e7 ? 1e-4 : 0), 0).vanishes());
    assertFalse(read(t -> 1 / Math.sqrt(t) + 1e-12 * t, 0).vanishes());
  }

  @Test
  void anApproachThatHasNotBegunDoesNotVanish() {
    SlowApproach approach = read(t -> 1 / Math.sqrt(t + 1e8), 0);
    assertFalse(approach.vanishes(), approach.text());
    assertFalse(read(t -> Math.exp(-t / 1e8), 0).vanishes());
    // as slow as at the border of two branches
    assertFalse(read(t -> Math.pow(t, -0.25), 0).vanishes());
    assertFalse(read(t -> 1 / Math.log(t), 0).vanishes());
  }

  @Test
  void numericalErrorsAreHeldAgainstIt() {
    DoubleUnaryOperator root = t -> 1 / Math.sqrt(t);
    assertTrue(read(root, 1e-8).vanishes());
    assertFalse(read(root, 5e-5).vanishes());
    assertFalse(read(root, 1e-3).falling());
  }

  @Test
  void theNumberOfDistancesIsFixed() {
    assertThrows(
        IllegalArgumentException.class, () -> SlowApproach.of(new double[3], new double[3]));
  }
}
