package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Polynomials on a step. Tolerances are a few roundings of numbers of order one. */
class BernsteinTest {
  private static final double ROUNDING = 1e-13;

  private static double[] coefficients(DoubleUnaryOperator polynomial) {
    double[] values = new double[Bernstein.DEGREE + 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = polynomial.applyAsDouble(Bernstein.NODES[i]);
    }
    return Bernstein.interpolate(values);
  }

  @Test
  void interpolationReproducesPolynomialsAndTheirDerivatives() {
    double[] c = coefficients(t -> 3 - t + 2 * Math.pow(t, 7));
    double[] slope = Bernstein.derivative(c);
    for (double t = 0; t <= 1; t += 0.05) {
      assertEquals(3 - t + 2 * Math.pow(t, 7), Bernstein.value(c, t), ROUNDING);
      assertEquals(-1 + 14 * Math.pow(t, 6), Bernstein.value(slope, t), 100 * ROUNDING);
    }
  }

  @Test
  void weightsSumToOneAndGiveTheValue() {
    double[] c = coefficients(t -> t * t);
    double[] weights = Bernstein.weights(0.3);
    double sum = 0;
    double value = 0;
    for (int b = 0; b <= Bernstein.DEGREE; b++) {
      sum += weights[b];
      value += weights[b] * c[b];
    }
    assertEquals(1, sum, ROUNDING);
    assertEquals(0.09, value, ROUNDING);
  }

  @Test
  void twoRootsCloserThanAnySampleAreBothFound() {
    double[] c = coefficients(t -> (t - 0.4) * (t - 0.4) - 1e-10);
    List<Double> roots = Bernstein.roots(c);
    assertEquals(2, roots.size());
    // rounding of 1e-16 in the values moves these roots by 1e-16 / 2e-5
    assertEquals(0.4 - 1e-5, roots.get(0), 1e-10);
    assertEquals(0.4 + 1e-5, roots.get(1), 1e-10);
  }

  @Test
  void aPolynomialWithoutZeroHasNoRoots() {
    double[] c = coefficients(t -> (t - 0.4) * (t - 0.4) + 1e-6);
    assertEquals(List.of(), Bernstein.roots(c));
    assertFalse(Bernstein.allAbove(c, 1e-5));
    assertTrue(Bernstein.allAbove(coefficients(t -> 1 + t), 0.99));
  }

  @Test
  void deflationRemovesTheRootAtTheStartOnly() {
    double[] c = Bernstein.deflate(coefficients(t -> t * t * (t - 0.25)), 2);
    assertEquals(5, c.length - 1);
    List<Double> roots = Bernstein.roots(c);
    assertEquals(1, roots.size());
    assertEquals(0.25, roots.get(0), 1e-12);
  }

  @Test
  void aPolynomialIsAboveALevelUntilItsFirstFall() {
    // 1 - 2 tau, which meets 0.25 at 0.375
    double[] c = new double[Bernstein.DEGREE + 1];
    for (int b = 0; b < c.length; b++) {
      c[b] = 1 - 2.0 * b / Bernstein.DEGREE;
    }
    double[] work = new double[c.length];
    assertTrue(Bernstein.aboveUntil(c, 0.374, 0.25, work));
    assertFalse(Bernstein.aboveUntil(c, 0.376, 0.25, work));
    // (tau - 1/2)^2 - 0.01 falls below zero in between and rises again
    double[] dip = new double[Bernstein.NODES.length];
    for (int i = 0; i < dip.length; i++) {
      dip[i] = Math.pow(Bernstein.NODES[i] - 0.5, 2) - 0.01;
    }
    double[] coefficients = Bernstein.interpolate(dip);
    assertFalse(Bernstein.aboveUntil(coefficients, 1, 0, work));
    assertTrue(Bernstein.aboveUntil(coefficients, 0.2, 0, work));
  }
}
