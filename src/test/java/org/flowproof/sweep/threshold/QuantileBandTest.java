package org.flowproof.sweep.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QuantileBandTest {
  /** From NumPy, {@code quantile(values, [0, .25, .5, .75, 1])}. */
  @Test
  void quantilesAreLinearBetweenOrderStatistics() {
    QuantileBand band = QuantileBand.of(3, 1, Double.NaN, 4, 1.5, 9, 2.6);
    assertEquals(1, band.least());
    assertEquals(1.775, band.lower(), 1e-15);
    assertEquals(2.8, band.median(), 1e-15);
    assertEquals(3.75, band.upper(), 1e-15);
    assertEquals(9, band.most());
    assertEquals(6, band.count());
    assertEquals(1, band.left());
  }

  @Test
  void ofOneAndOfNone() {
    assertEquals(new QuantileBand(2, 2, 2, 2, 2, 1, 0), QuantileBand.of(2));
    QuantileBand none = QuantileBand.of(Double.NaN);
    assertTrue(Double.isNaN(none.median()) && none.count() == 0);
    double infinite = Double.POSITIVE_INFINITY;
    assertEquals(infinite, QuantileBand.of(1, infinite, infinite).most());
    assertEquals(1, QuantileBand.of(1, infinite, infinite).least());
  }
}
