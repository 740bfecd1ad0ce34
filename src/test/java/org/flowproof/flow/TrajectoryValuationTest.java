package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.formula.Ball;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Term;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Values read from a trajectory against plain sums and difference quotients. */
class TrajectoryValuationTest {
  private static final double T = 0.7;
  private static final double[][] X = {{1, 0.5}, {-0.4, 1}, {0.3, -0.8}};
  private static final double[] Y = {1, -0.5, 0.3};
  private static final Problem PROBLEM =
      TestProblems.flow(
          X,
          Y,
          new double[][] {{0.5, 0.2}, {-0.3, 0.6}},
          new double[] {0.7, -0.8},
          0.1,
          Dynamics.Residual.FULL,
          1e-11,
          TestProblems.until(1));
  private static final Trajectory RUN = new ReferenceIntegrator().integrate(PROBLEM);
  private static final TrajectoryValuation VALUES = TrajectoryValuation.of(RUN);

  private static Ball read(String name, int primes, double time, Integer... indices) {
    return VALUES.observable(name, List.of(indices), primes, Ball.exact(time));
  }

  private static void covers(double expected, Ball ball, String what) {
    // plain sums of a few terms of order one have errors below 1e-15
    assertEquals(expected, ball.value(), ball.radius() + 1e-15, what);
    assertTrue(ball.radius() < 1e-9, what + " has radius " + ball.radius());
  }

  @Test
  void observablesAreThePlainSums() {
    State state = RUN.at(T);
    double squares = 0;
    double sumN = 0;
    double[] h = new double[3];
    for (int j = 0; j < 2; j++) {
      sumN += state.a(j) * state.a(j);
      for (int k = 0; k < 3; k++) {
        double u = state.w(j, 0) * X[k][0] + state.w(j, 1) * X[k][1];
        covers(u, read("u", 0, T, j + 1, k + 1), "u");
        h[k] += state.a(j) * Math.max(u, 0.1 * u);
      }
    }
    for (int k = 0; k < 3; k++) {
      covers(h[k], read("h", 0, T, k + 1), "h");
      covers(Y[k] - h[k], read("r", 0, T, k + 1), "r");
      squares += (Y[k] - h[k]) * (Y[k] - h[k]);
    }
    covers(sumN, read("N", 0, T), "N");
    covers(squares / 3, read("mse", 0, T), "mse");
    covers(squares / 6, read("loss", 0, T), "loss");
    double[] velocity =
        VelocityField.of(PROBLEM)
            .velocity(TestProblems.weights(PROBLEM, state), TestProblems.gates(PROBLEM, state));
    double size = 0;
    for (double v : velocity) {
      size += v * v;
    }
    covers(size, read("gradNorm2", 0, T), "gradNorm2");
    for (int j = 0; j < 2; j++) {
      double w2 = state.w(j, 0) * state.w(j, 0) + state.w(j, 1) * state.w(j, 1);
      covers(velocity[j], read("a", 1, T, j + 1), "a'");
      covers(velocity[j], read("wD", 0, T, j + 1), "wD");
      covers(w2, read("normW2", 0, T, j + 1), "normW2");
      covers(state.a(j) * state.a(j) - w2, read("balance", 0, T, j + 1), "balance");
      for (int i = 0; i < 2; i++) {
        covers(velocity[2 + 2 * j + i], read("w", 1, T, j + 1, i + 1), "w'");
        covers(velocity[2 + 2 * j + i] / state.a(j), read("D", 0, T, j + 1, i + 1), "D");
      }
    }
  }

  @Test
  void primesAreDifferenceQuotients() {
    double step = 1e-4;
    for (String name : List.of("N", "loss", "mse")) {
      double quotient =
          (read(name, 0, T + step).value() - read(name, 0, T - step).value()) / (2 * step);
      // a central quotient is off by step^2 / 6 times a third derivative of order one
      assertEquals(quotient, read(name, 1, T).value(), 1e-7, name);
    }
  }

  @Test
  void theIntegralOfTheSquaredSpeedIsTheFallOfTheLoss() {
    Ball integral =
        VALUES.overTime(
            Term.TimeFold.INTEGRAL,
            Ball.ZERO,
            Ball.exact(T),
            t -> VALUES.observable("gradNorm2", List.of(), 0, t));
    double fall = read("loss", 0, 0).value() - read("loss", 0, T).value();
    assertEquals(fall, integral.value(), integral.radius() + read("loss", 0, T).radius());
    assertTrue(integral.radius() < 1e-6, "radius " + integral.radius());
  }

  @Test
  void foldsOfTimeItselfHaveClosedForms() {
    Ball to = Ball.exact(T);
    Ball integral = VALUES.overTime(Term.TimeFold.INTEGRAL, Ball.ZERO, to, t -> t);
    assertEquals(T * T / 2, integral.value(), integral.radius());
    Ball highest = VALUES.overTime(Term.TimeFold.SUPREMUM, Ball.ZERO, to, t -> t);
    assertEquals(T, highest.value(), highest.radius() + 1e-15);
    Ball lowest = VALUES.overTime(Term.TimeFold.INFIMUM, Ball.ZERO, to, t -> t);
    assertEquals(0, lowest.value(), lowest.radius() + 1e-15);
  }

  @Test
  void whatDoesNotExistIsRefused() {
    assertThrows(NoValueException.class, () -> read("N", 0, 1.1));
    assertThrows(NoValueException.class, () -> read("N", 2, T));
    assertThrows(IllegalArgumentException.class, () -> read("a", 0, T, 3));
    assertThrows(IllegalArgumentException.class, () -> read("a", 0, T));
  }
}
