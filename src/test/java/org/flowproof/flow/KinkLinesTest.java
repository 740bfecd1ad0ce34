package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.problem.Matrix;
import org.junit.jupiter.api.Test;

/** Which samples share a kink. */
class KinkLinesTest {

  private static KinkLines of(double[]... rows) {
    return KinkLines.of(Matrix.of(rows));
  }

  @Test
  void equalSamplesMultiplesAndOppositesShareALine() {
    KinkLines lines = of(new double[] {3, 4}, new double[] {3, 4}, new double[] {-6, -8});
    assertEquals(1, lines.count());
    assertArrayEquals(new int[] {0, 1, 2}, lines.members(0));
    assertEquals(5, lines.coefficient(0), 1e-15);
    assertEquals(-10, lines.coefficient(2), 2e-15);
    assertFalse(lines.oneSided(0));
  }

  @Test
  void nearlyCollinearIsDistinct() {
    assertEquals(2, of(new double[] {1, 1}, new double[] {1, Math.nextUp(1.0)}).count());
    assertEquals(2, of(new double[] {1, 0}, new double[] {1, Double.MIN_VALUE}).count());
  }

  @Test
  void tinyAndHugeMultiplesAreFound() {
    assertEquals(1, of(new double[] {1, 3}, new double[] {0x1p-500, 3 * 0x1p-500}).count());
    assertEquals(1, of(new double[] {1, 3}, new double[] {-0x1p900, -3 * 0x1p900}).count());
  }

  @Test
  void zeroSamplesBelongToNoLine() {
    KinkLines lines = of(new double[] {0, 0}, new double[] {0, 2});
    assertEquals(1, lines.count());
    assertEquals(-1, lines.lineOf(0));
    assertTrue(lines.oneSided(0));
  }

  @Test
  void inOneDimensionThereIsOneLine() {
    assertEquals(1, of(new double[] {0.3}, new double[] {-7}, new double[] {1e-12}).count());
  }

  @Test
  void signsAreExact() {
    assertEquals(0, KinkLines.exactSign(new double[] {1, -3}, 0, new double[] {3, 1}));
    assertEquals(-1, KinkLines.exactSign(new double[] {1e300, -1}, 0, new double[] {1e-320, 1e10}));
    assertEquals(1, KinkLines.exactSign(new double[] {1, 0x1p-60, -1}, 0, new double[] {1, 1, 1}));
  }
}
