package org.flowproof.flow.stiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadauTest {
  /** The matrix A of three stages as printed, for instance by Hairer and Wanner, table IV.5.6. */
  @Test
  void threeStagesAreThePrintedOnes() {
    double s6 = Math.sqrt(6);
    double[] c = {(4 - s6) / 10, (4 + s6) / 10, 1};
    double[][] a = {
      {(88 - 7 * s6) / 360, (296 - 169 * s6) / 1800, (-2 + 3 * s6) / 225},
      {(296 + 169 * s6) / 1800, (88 + 7 * s6) / 360, (-2 - 3 * s6) / 225},
      {(16 - s6) / 36, (16 + s6) / 36, 1.0 / 9}
    };
    Radau method = Radau.of(3);
    for (int i = 0; i < 3; i++) {
      assertEquals(c[i], method.node(i + 1), 1e-15);
      for (int j = 0; j < 3; j++) {
        double product = 0;
        for (int k = 0; k < 3; k++) {
          product += method.slope(i + 1)[k] * a[k][j];
        }
        assertEquals(i == j ? 1 : 0, product, 1e-14);
      }
    }
  }

  /** Roots of {@code 60 - 36 z + 9 z^2 - z^3} and its likes: denominators of Pade (s - 1, s). */
  @ParameterizedTest
  @ValueSource(ints = {3, 5, 7})
  void polesAreThoseOfPade(int stages) {
    Radau method = Radau.of(stages);
    assertEquals((stages + 1) / 2, method.poles());
    assertEquals(0, method.pole(0).im());
    for (int p = 0; p < method.poles(); p++) {
      double zRe = method.pole(p).re();
      double zIm = method.pole(p).im();
      assertTrue(p == 0 || zIm > 0);
      double sumRe = 1;
      double sumIm = 0;
      double termRe = 1;
      double termIm = 0;
      double size = 1;
      for (int k = 1; k <= stages; k++) {
        // term of Q(z): prod (s-k+1) / ((2s-k) k) (-z)
        double factor = -(stages - k + 1) / ((2.0 * stages - k) * k);
        double re = factor * (termRe * zRe - termIm * zIm);
        termIm = factor * (termRe * zIm + termIm * zRe);
        termRe = re;
        sumRe += termRe;
        sumIm += termIm;
        size = Math.max(size, Math.hypot(termRe, termIm));
      }
      assertEquals(0, Math.hypot(sumRe, sumIm) / size, 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 7})
  void polesAndVectorsMakeTheInverse(int stages) {
    Radau method = Radau.of(stages);
    for (int i = 0; i < stages; i++) {
      for (int j = 0; j < stages; j++) {
        double sum = 0;
        for (int p = 0; p < method.poles(); p++) {
          Radau.Pole pole = method.pole(p);
          double rightRe = pole.right().re[i];
          double rightIm = pole.right().im[i];
          double re = rightRe * pole.left().re[j] - rightIm * pole.left().im[j];
          double im = rightRe * pole.left().im[j] + rightIm * pole.left().re[j];
          sum += (p == 0 ? 1 : 2) * (pole.re() * re - pole.im() * im);
        }
        assertEquals(method.slope(i + 1)[j], sum, 1e-10);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 7})
  void polynomialsAreExact(int stages) {
    Radau method = Radau.of(stages);
    for (int degree = 1; degree <= stages; degree++) {
      for (int i = 0; i <= stages; i++) {
        double slope = 0;
        for (int j = 1; j <= stages; j++) {
          slope += method.slope(i)[j - 1] * Math.pow(method.node(j), degree);
        }
        assertEquals(degree * Math.pow(method.node(i), degree - 1), slope, 1e-12);
      }
      for (double at : new double[] {0, 0.3, 1, 1.7}) {
        double value = 0;
        for (int j = 1; j <= stages; j++) {
          value += method.values(at)[j - 1] * Math.pow(method.node(j), degree);
        }
        assertEquals(Math.pow(at, degree), value, 1e-10);
      }
    }
  }

  /** One step of y' = z y is R(z); its error relative to exp(z) is what is promised. */
  @ParameterizedTest
  @ValueSource(ints = {3, 5})
  void growthIsExactUpToTheBound(int stages) {
    double promised = 1e-8;
    double z = Radau.of(stages).exactGrowth(promised);
    double above = 1;
    double below = 1;
    double up = 1;
    double down = 1;
    for (int k = 1; k <= stages; k++) {
      up *= (stages - k) / ((2.0 * stages - k) * k) * z;
      down *= -(stages - k + 1) / ((2.0 * stages - k) * k) * z;
      above += up;
      below += down;
    }
    double error = Math.abs(above / below / Math.exp(z) - 1);
    assertTrue(error < 2 * promised && error > promised / 2, "error " + error);
  }

  @Test
  void otherNumbersOfStagesAreRefused() {
    for (int stages : new int[] {1, 4, 9}) {
      assertThrows(IllegalArgumentException.class, () -> Radau.of(stages));
    }
  }
}
