package org.flowproof.flow.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.Trajectory;
import org.flowproof.formula.Ball;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Limits that are known in closed form lie within the error given, and the error is small. */
class ClosedFormLimitTest {
  private static final double[][] THREE_POINTS = {{-0.75, 1}, {-0.5, 1}, {0.125, 1}};
  private static final double[] THREE_LABELS = {1.1, 0.1, 0.8};

  static LimitEstimate.Found found(Problem problem, double time, double gradientNorm) {
    Trajectory run =
        new ReferenceIntegrator().integrate(RandomFlows.until(problem, time, gradientNorm));
    return assertInstanceOf(LimitEstimate.Found.class, new LimitEstimator().estimate(run));
  }

  private static void covers(double expected, double value, double radius, double smallEnough) {
    assertTrue(
        Math.abs(expected - value) <= radius, expected + " is not " + value + " +- " + radius);
    assertTrue(radius <= smallEnough, "radius " + radius);
  }

  private static void covers(double expected, Ball ball, double smallEnough) {
    covers(expected, ball.value(), ball.radius(), smallEnough);
  }

  /** With p = a w: p' = 2 p (y - p), so p tends to y at the rate 2 y, and a and w to sqrt(y). */
  @Test
  void logisticCurve() {
    Problem problem =
        RandomFlows.problem(
            new double[][] {{1}},
            new double[] {0.8},
            new double[][] {{0.01}},
            new double[] {0.01},
            0,
            true,
            Loss.Factor.HALF_MEAN);
    LimitEstimate.Found limit = found(problem, 10, 0);
    assertEquals(LimitEstimate.Kind.INTERPOLATION, limit.kind());
    assertEquals(Ball.ZERO, limit.loss());
    assertEquals(Ball.exact(0.8), limit.outputs().get(0));
    double weight = Math.sqrt(0.8);
    covers(weight, limit.state().a(0), limit.state().errorOfA(0), 1e-4);
    covers(weight, limit.state().w(0, 0), limit.state().errorOfW(0), 1e-4);
    covers(1.6, limit.rate(), 1e-3);
    assertTrue(limit.guaranteedRate() <= 1.6);
    // what is left of the way along the diagonal, from the closed form of p
    double grown = 1e-4 * Math.exp(1.6 * limit.from()) / (0.8 - 1e-4);
    double p = 0.8 * grown / (1 + grown);
    double length = Math.sqrt(2) * (weight - Math.sqrt(p));
    assertTrue(limit.remainingPath() >= length, limit.remainingPath() + " < " + length);
    assertTrue(limit.remainingPath() <= 1.1 * length, limit.remainingPath() + " >> " + length);
  }

  /** Long before the end only the path tells how far the weights are. */
  @Test
  void theErrorShrinksAlongTheRun() {
    Problem problem =
        RandomFlows.problem(
            new double[][] {{1}},
            new double[] {0.8},
            new double[][] {{0.01}},
            new double[] {0.01},
            0,
            true,
            Loss.Factor.HALF_MEAN);
    double early = found(problem, 6, 0).state().errorOfA(0);
    double late = found(problem, 12, 0).state().errorOfA(0);
    // the error is of second order in what remains, e^(-1.6 * 6) squared apart
    assertTrue(late < 1e-6 * early, early + " then " + late);
  }

  /** Aligned neurons end at least squares: (689744, 674359, 635897)/10^6, rounded. */
  @Test
  void leastSquaresOnThreePoints() {
    int m = 6;
    double[][] w = new double[m][];
    double[] a = new double[m];
    for (int j = 0; j < m; j++) {
      w[j] = new double[] {0.01 * Math.cos(1 + j), 0.01 * Math.sin(1 + j)};
      a[j] = j % 2 == 0 ? 0.011 : -0.011;
    }
    Problem problem =
        RandomFlows.problem(THREE_POINTS, THREE_LABELS, w, a, 0, true, Loss.Factor.HALF_MEAN);
    for (double gradientNorm : new double[] {1e-4, 1e-8}) {
      LimitEstimate.Found limit = found(problem, 2000, gradientNorm);
      assertEquals(LimitEstimate.Kind.LEAST_SQUARES, limit.kind());
      double[] line = line();
      double squares = 0;
      for (int k = 0; k < 3; k++) {
        double prediction = line[0] + line[1] * THREE_POINTS[k][0];
        covers(prediction, limit.outputs().get(k), 1e-14);
        squares += (THREE_LABELS[k] - prediction) * (THREE_LABELS[k] - prediction);
      }
      covers(squares / 6, limit.loss(), 1e-14);
      assertEquals(0.1750427, 2 * limit.loss().value(), 5e-8);
    }
  }

  /** Intercept and slope of the least-squares line. */
  private static double[] line() {
    double xs = 0;
    double ys = 0;
    double xx = 0;
    double xy = 0;
    for (int k = 0; k < 3; k++) {
      xs += THREE_POINTS[k][0];
      ys += THREE_LABELS[k];
      xx += THREE_POINTS[k][0] * THREE_POINTS[k][0];
      xy += THREE_POINTS[k][0] * THREE_LABELS[k];
    }
    double slope = (3 * xy - xs * ys) / (3 * xx - xs * xs);
    return new double[] {(ys - slope * xs) / 3, slope};
  }

  /**
   * A single hidden layer with fixed output weight a = 1 in d = 1: the neuron slides on the origin,
   * because both samples pull it there, and never leaves.
   */
  @Test
  void slidingForEver() {
    Problem problem =
        RandomFlows.problem(
            new double[][] {{1}, {-1}},
            new double[] {-1.2, -2.8},
            new double[][] {{0.3}},
            new double[] {1},
            0,
            false,
            Loss.Factor.HALF_MEAN);
    LimitEstimate.Found limit = found(problem, 3, 0);
    assertEquals(LimitEstimate.Kind.REST, limit.kind());
    // (1.2^2 + 2.8^2)/4
    covers(2.32, limit.loss(), 1e-13);
    covers(0, limit.state().w(0, 0), limit.state().errorOfW(0), 1e-8);
    // the two gates sum to 1 and make -1.2 s + 2.8 (1 - s) vanish
    assertEquals(0.7, limit.state().gate(0, 0), 1e-12);
    assertEquals(0.3, limit.state().gate(0, 1), 1e-12);
  }

  /** No sample reaches the only neuron. */
  @Test
  void deadFromTheStart() {
    Problem problem =
        RandomFlows.problem(
            new double[][] {{1, 0}, {0, 2}},
            new double[] {1, 3},
            new double[][] {{-1, -1}},
            new double[] {2},
            0,
            true,
            Loss.Factor.SUM);
    LimitEstimate.Found limit = found(problem, 1, 0);
    assertEquals(LimitEstimate.Kind.REST, limit.kind());
    covers(10, limit.loss(), 1e-13);
    assertEquals(1, limit.resting());
    assertEquals(Ball.ZERO, limit.rate());
  }
}
