package org.flowproof.flow.stiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.problem.SeededStream;
import org.junit.jupiter.api.Test;

class ShiftedSystemTest {
  private final SeededStream stream = new SeededStream(17, SeededStream.Purpose.TEST);

  private double[] random(int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = stream.nextGaussian();
    }
    return values;
  }

  @Test
  void solutionsSolve() {
    for (int size : new int[] {1, 2, 7, 30}) {
      double[] jacobian = random(size * size);
      double[] bRe = random(size);
      double[] bIm = random(size);
      double[] vRe = new double[size];
      double[] vIm = new double[size];
      ShiftedSystem system = new ShiftedSystem(size);
      assertTrue(system.decompose(3, -2, jacobian));
      system.solve(bRe, bIm, vRe, vIm);
      for (int i = 0; i < size; i++) {
        double re = 3 * vRe[i] + 2 * vIm[i];
        double im = 3 * vIm[i] - 2 * vRe[i];
        for (int k = 0; k < size; k++) {
          re -= jacobian[i * size + k] * vRe[k];
          im -= jacobian[i * size + k] * vIm[k];
        }
        assertEquals(bRe[i], re, 1e-11, "size " + size);
        assertEquals(bIm[i], im, 1e-11, "size " + size);
      }
    }
  }

  /** What a neuron of size 1e-100 asks for is not lost beside one of size 1. */
  @Test
  void smallPartsAreSolvedAsAccurately() {
    double tiny = 1e-100;
    double[] jacobian = {-1, -tiny, -tiny, 2};
    double[] v = new double[2];
    double[] none = new double[2];
    ShiftedSystem system = new ShiftedSystem(2);
    assertTrue(system.decompose(4, 0, jacobian));
    system.solve(new double[] {5, 3 * tiny}, none, v, new double[2]);
    // 5 u + tiny v = 5, tiny u + 2 v = 3 tiny
    assertEquals(1, v[0], 1e-15);
    assertEquals(tiny, v[1], 1e-14 * tiny);
  }

  @Test
  void singularAndUndefinedMatricesAreRefused() {
    ShiftedSystem system = new ShiftedSystem(2);
    assertFalse(system.decompose(1, 0, new double[] {1, 0, 0, 3}));
    assertFalse(system.decompose(1, 0, new double[] {Double.NaN, 0, 0, 3}));
  }
}
