package org.flowproof.flow.stiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.origin.LimitFlow;
import org.flowproof.flow.origin.SixPoints;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two neurons that begin almost equal come near the best that one neuron can do, a saddle, and
 * leave it by their small difference. Long implicit steps would damp the difference, in both runs
 * alike, and stay.
 */
class SaddleTest {
  private static final double APART = 1e-9;
  private static final double END = 500;

  private static Problem problem(long seed, double tolerance) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.TEST);
    double[][] x = new double[5][2];
    double[] y = new double[5];
    for (int k = 0; k < 5; k++) {
      x[k][0] = stream.nextGaussian();
      x[k][1] = 1;
      y[k] = stream.nextGaussian();
    }
    double first = stream.nextGaussian();
    double second = stream.nextGaussian();
    double[][] w = {{first, second}, {first + APART, second - APART}};
    Weights start = new Weights(Matrix.of(w), Vec.of(0.5, 0.5));
    return SmoothProblems.until(
        SmoothProblems.at(SixPoints.problem("Tanh[z]", x, y, start, END), tolerance),
        new Dynamics.StopRule(END, 0, 50_000_000, false));
  }

  private static double apart(State state) {
    return Math.hypot(state.w(0, 0) - state.w(1, 0), state.w(0, 1) - state.w(1, 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 8, 12})
  void isLeftAsTheReferenceLeavesIt(long seed) {
    Problem problem = problem(seed, 1e-5);
    Trajectory stiff = new StiffIntegrator().integrate(problem);
    Trajectory reference = new ReferenceIntegrator().integrate(problem(seed, 1e-12));
    assertTrue(apart(stiff.at(10)) < 1e-5 && apart(stiff.at(END)) > 1, "no saddle was left");
    for (double t : new double[] {10, 100, 200, 300, 400, END}) {
      double[] one = LimitFlow.weights(problem, stiff.at(t));
      double[] other = LimitFlow.weights(problem, reference.at(t));
      double error =
          LimitFlow.error(problem, stiff.at(t)) + LimitFlow.error(problem, reference.at(t));
      assertTrue(error < 0.1, "error " + error);
      for (int i = 0; i < one.length; i++) {
        assertEquals(other[i], one[i], error, "seed " + seed + ", at " + t);
      }
    }
  }
}
