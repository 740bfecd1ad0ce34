package org.flowproof.flow.stiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthTest {
  /** Eigenvalues 3 and -1 in the directions (1, 1) and (1, -1). */
  @Test
  void theLargestEigenvalueDecides() {
    double[] jacobian = {1, 2, 2, 1};
    Growth growth = new Growth(2);
    assertTrue(growth.below(3.001, jacobian));
    assertFalse(growth.below(2.999, jacobian));
  }

  /** Eigenvalues -2 and 0; rounding of the order of 1e-16 must not keep steps short. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-16})
  void restIsNoGrowth(double rounding) {
    double[] jacobian = {-1 + rounding, 1, 1, -1 + rounding};
    assertEquals(true, new Growth(2).below(1e-300, jacobian));
    double[] grows = {-1 + 1e-12, 1, 1, -1 + 1e-12};
    assertEquals(false, new Growth(2).below(1e-300, grows));
  }

  @Test
  void whatIsNotANumberGrows() {
    assertFalse(new Growth(1).below(1, new double[] {Double.NaN}));
  }
}
