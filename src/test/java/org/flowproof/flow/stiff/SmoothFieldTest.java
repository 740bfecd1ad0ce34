package org.flowproof.flow.stiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.flowproof.flow.VelocityField;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmoothFieldTest {
  private static Problem problem(
      String activation, Network.Trained trained, Dynamics.Residual residual) {
    return SmoothProblems.random(11, activation, trained, 3, residual);
  }

  @ParameterizedTest
  @CsvSource({
    "Tanh[z], BOTH, FULL",
    "z/(1+z^2), BOTH, FULL",
    "Sin[z], FIRST, FULL",
    "2*Sinh[z/2]*Exp[z/2], BOTH, LABELS",
    "Tanh[z], FIRST, LABELS",
  })
  void velocityIsThatOfTheFormulas(
      String activation, Network.Trained trained, Dynamics.Residual residual) {
    Problem problem = problem(activation, trained, residual);
    double[] y = SmoothProblems.packed(problem);
    int m = problem.network().width();
    int n = problem.data().n();
    int d = problem.data().d();
    double[][] gates = new double[m][n];
    for (int j = 0; j < m; j++) {
      for (int k = 0; k < n; k++) {
        double u = 0;
        for (int i = 0; i < d; i++) {
          u += y[m + j * d + i] * problem.data().x().get(k, i);
        }
        gates[j][k] = problem.network().activation().slope(u);
      }
    }
    double[] velocity = new double[y.length];
    new SmoothField(problem).velocity(y, velocity);
    assertArrayEquals(
        VelocityField.of(problem).velocity(problem.initial(), gates), velocity, 1e-14);
  }

  /** Against differences of the velocity, extrapolated; columns of fixed outputs are never used. */
  @ParameterizedTest
  @CsvSource({
    "Tanh[z], BOTH, FULL",
    "z/(1+z^2), BOTH, FULL",
    "Sin[z], FIRST, FULL",
    "2*Sinh[z/2]*Exp[z/2], BOTH, LABELS",
    "Tanh[z], FIRST, LABELS",
  })
  void jacobianIsTheDerivative(
      String activation, Network.Trained trained, Dynamics.Residual residual) {
    Problem problem = problem(activation, trained, residual);
    SmoothField field = new SmoothField(problem);
    double[] y = SmoothProblems.packed(problem);
    int size = field.dimension();
    double[] jacobian = new double[size * size];
    field.jacobian(y, jacobian);
    int first = trained == Network.Trained.BOTH ? 0 : problem.network().width();
    for (int q = first; q < size; q++) {
      double[] wide = difference(field, y, q, 2e-3);
      double[] narrow = difference(field, y, q, 1e-3);
      for (int p = 0; p < size; p++) {
        double expected = (4 * narrow[p] - wide[p]) / 3;
        assertEquals(expected, jacobian[p * size + q], 1e-9, p + " " + q);
        assertEquals(jacobian[p * size + q], jacobian[q * size + p], 1e-15);
      }
    }
  }

  private static double[] difference(SmoothField field, double[] y, int q, double h) {
    double[] up = new double[y.length];
    double[] down = new double[y.length];
    double[] moved = y.clone();
    moved[q] = y[q] + h;
    field.velocity(moved, up);
    moved[q] = y[q] - h;
    field.velocity(moved, down);
    for (int p = 0; p < up.length; p++) {
      up[p] = (up[p] - down[p]) / (2 * h);
    }
    return up;
  }
}
