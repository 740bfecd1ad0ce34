package org.flowproof.sweep.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {
  private static List<Growth.Point> points(double third, double fourth) {
    return List.of(
        new Growth.Point(3, 21, 0.1),
        new Growth.Point(5, 60, 0.08),
        new Growth.Point(8, third, 0.12),
        new Growth.Point(12, fourth, 0.2));
  }

  /** From NumPy, {@code polyfit(log d, log n, 1, w=1/error, cov="unscaled")}. */
  @Test
  void weightedLine() {
    Growth.Line line = assertInstanceOf(Growth.Line.class, Growth.of(points(118, 300), 0.95));
    assertEquals(1.83452332, line.slope(), 1e-8);
    assertEquals(2.9243920421097322, line.factor(), 1e-10);
    assertEquals(2.0146659599276986, line.misfit(), 1e-10);
    assertEquals(0.12896918921857187, line.error(), 1e-12);
    assertEquals(1.5817483520292193, line.interval().lower(), 1e-8);
    assertEquals(2, line.degrees());
    assertEquals(line.factor() * Math.pow(7, line.slope()), line.at(7), 1e-9);
  }

  /** Points that do not lie on a line within their errors widen the interval. */
  @Test
  void misfitWidens() {
    Growth.Line line = assertInstanceOf(Growth.Line.class, Growth.of(points(100, 180), 0.95));
    assertEquals(1.56464669, line.slope(), 1e-8);
    assertEquals(0.12849890981566373 * Math.sqrt(5.203793287339161 / 2), line.error(), 1e-10);
  }

  @Test
  void twoDimensionsAreNoGrowth() {
    Growth growth = Growth.of(points(118, 300).subList(0, 2), 0.95);
    String reason = assertInstanceOf(Growth.NotFitted.class, growth).reason();
    assertTrue(reason.contains("at least 3") && reason.contains("2"), reason);
    assertThrows(
        IllegalArgumentException.class,
        () -> Growth.of(List.of(new Growth.Point(3, 1, 1), new Growth.Point(3, 2, 1)), 0.95));
    assertThrows(IllegalArgumentException.class, () -> new Growth.Point(3, 1, 0));
  }
}
