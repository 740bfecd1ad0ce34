package org.flowproof.flow.stiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagesTest {

  /** The equation y' = -y^3, as two components of which the first stays 0. */
  private record Cube(DoubleUnaryOperator slope) implements VectorField {
    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public void velocity(double[] y, double[] into) {
      into[0] = 0;
      into[1] = -y[1] * y[1] * y[1];
    }

    @Override
    public void jacobian(double[] y, double[] into) {
      into[0] = 0;
      into[1] = 0;
      into[2] = 0;
      into[3] = slope.applyAsDouble(y[1]);
    }
  }

  private static final Cube CUBE = new Cube(y -> -3 * y * y);

  private static double[][] increments(Radau method, VectorField field, double h) {
    NeuronScale scale = new NeuronScale(1, 1, true);
    double[] y = {0, 1};
    scale.set(y);
    Stages stages = new Stages(method, field, scale, 1e-13);
    stages.linearize(y);
    assertTrue(stages.solve(y, h, new double[method.stages()][2]), "h = " + h);
    return stages.increments();
  }

  private static double error(Radau method, double h) {
    double[][] increments = increments(method, CUBE, h);
    return 1 + increments[method.stages() - 1][1] - 1 / Math.sqrt(1 + 2 * h);
  }

  /** The error of one step falls by 2 to the power of twice the number of stages. */
  @ParameterizedTest
  @CsvSource({"3, 0.05, 0.4", "5, 0.2, 1.5"})
  void stepsAreOfTheFullOrder(int stages, double h, double rounding) {
    Radau method = Radau.of(stages);
    double order = Math.log(error(method, h) / error(method, h / 2)) / Math.log(2);
    assertEquals(2 * stages, order, rounding, "order of the error of a step");
  }

  /** A wrong coefficient is seen: the order is that of plain collocation, s + 1. */
  @Test
  void aWrongNodeLosesTheOrder() {
    Radau right = Radau.of(3);
    Radau wrong = Radau.through(0, right.node(1) + 1e-2, right.node(2), 1);
    double order = Math.log(error(wrong, 0.1) / error(wrong, 0.05)) / Math.log(2);
    assertTrue(order < 4.8, "order " + order);
    assertTrue(Math.abs(error(wrong, 0.2)) > 3 * Math.abs(error(right, 0.2)));
  }

  /** Newton's derivative only decides how fast the solution is found. */
  @Test
  void theDerivativeDoesNotMoveTheSolution() {
    Radau method = Radau.of(5);
    double[][] right = increments(method, CUBE, 0.02);
    for (double factor : new double[] {0, 0.5, 1.5}) {
      double[][] other = increments(method, new Cube(y -> -3 * factor * y * y), 0.02);
      for (int s = 0; s < right.length; s++) {
        assertEquals(right[s][1], other[s][1], 1e-14);
      }
    }
  }

  @Test
  void whatDoesNotConvergeIsSaid() {
    NeuronScale scale = new NeuronScale(1, 1, true);
    double[] y = {0, 1};
    scale.set(y);
    Stages stages = new Stages(Radau.of(5), new Cube(v -> 5), scale, 1e-10);
    stages.linearize(y);
    assertFalse(stages.solve(y, 3, new double[5][2]));
  }

  /** The error that is told bounds that of the polynomial inside the step, and not by far. */
  @Test
  void theErrorToldIsThatInside() {
    Radau method = Radau.of(5);
    double h = 0.2;
    NeuronScale scale = new NeuronScale(1, 1, true);
    double[] y = {0, 1};
    scale.set(y);
    Stages stages = new Stages(method, CUBE, scale, 1e-13);
    stages.linearize(y);
    assertTrue(stages.solve(y, h, new double[5][2]));
    double[] error = new double[2];
    stages.error(new double[] {0, -1}, error);
    Piece piece = new Piece(method, 0, h, h, y, stages.increments());
    double inside = 0;
    for (int i = 1; i < 100; i++) {
      double t = i * h / 100;
      inside = Math.max(inside, Math.abs(piece.at(t)[1] - 1 / Math.sqrt(1 + 2 * t)));
    }
    assertTrue(inside < Math.abs(error[1]), inside + " " + error[1]);
    assertTrue(inside > 1e-3 * Math.abs(error[1]), inside + " " + error[1]);
  }
}
