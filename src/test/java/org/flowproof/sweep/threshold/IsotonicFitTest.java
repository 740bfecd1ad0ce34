package org.flowproof.sweep.threshold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class IsotonicFitTest {
  /** From SciPy 1.17.1, {@code scipy.optimize.isotonic_regression}; by hand: 7/30 and 13/25. */
  @Test
  void poolsNeighboursInTheWrongOrder() {
    assertArrayEquals(
        new double[] {0, 7.0 / 30, 7.0 / 30, 0.52, 0.52, 1},
        IsotonicFit.of(
            new double[] {0, 0.25, 0.2, 0.6, 0.5, 1}, new double[] {20, 20, 10, 5, 20, 20}),
        1e-15);
  }

  @Test
  void poolsAgainAfterPooling() {
    assertArrayEquals(
        new double[] {2, 2, 2},
        IsotonicFit.of(new double[] {2, 3, 1}, new double[] {1, 1, 1}),
        1e-15);
  }
}
