package org.flowproof.flow.stiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.flow.Failure;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.origin.LimitFlow;
import org.flowproof.flow.origin.SixPoints;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StiffIntegratorTest {
  private static final double[][] ONE = {{1}};

  private static Trajectory run(Problem problem) {
    return new StiffIntegrator().integrate(problem);
  }

  private static void agree(Problem problem, double tolerance) {
    Trajectory stiff = run(SmoothProblems.at(problem, tolerance));
    Trajectory reference = new ReferenceIntegrator().integrate(SmoothProblems.at(problem, 1e-12));
    assertEquals(List.of(), stiff.failures());
    assertEquals(reference.endTime(), stiff.endTime());
    for (int i = 0; i <= 97; i++) {
      double t = stiff.endTime() * Math.pow(i / 97.0, 3);
      double[] one = LimitFlow.weights(problem, stiff.at(t));
      double[] other = LimitFlow.weights(problem, reference.at(t));
      for (int c = 0; c < one.length; c++) {
        double error = errorOf(problem, stiff.at(t), c) + errorOf(problem, reference.at(t), c);
        assertEquals(other[c], one[c], error, "component " + c + " at " + t);
        assertTrue(error < 1e5 * tolerance, "error " + error);
      }
    }
  }

  private static double errorOf(Problem problem, State state, int component) {
    int m = problem.network().width();
    return component < m
        ? state.errorOfA(component)
        : state.errorOfW((component - m) / problem.data().d());
  }

  /** Gaussian problems of stated seeds, three neurons on five samples. */
  @ParameterizedTest
  @CsvSource({
    "1, Tanh[z], BOTH, FULL, 1e-6",
    "2, z/(1+z^2), BOTH, FULL, 1e-8",
    "3, Sin[z], BOTH, FULL, 1e-10",
    "4, Tanh[z], FIRST, FULL, 1e-8",
    "5, Sin[z], FIRST, FULL, 1e-5",
    "6, 2*Sinh[z/2]*Exp[z/2], BOTH, FULL, 1e-9",
  })
  void agreesWithTheReference(
      long seed,
      String activation,
      Network.Trained trained,
      Dynamics.Residual residual,
      double tolerance) {
    agree(SmoothProblems.random(seed, activation, trained, 150, residual), tolerance);
  }

  @Test
  void agreesWithTheReferenceOnLabelsAlone() {
    agree(
        SmoothProblems.random(7, "Tanh[z]", Network.Trained.BOTH, 5, Dynamics.Residual.LABELS),
        1e-9);
  }

  /** One neuron, one sample x = y = 1, the identity: a = w, and p = a w is logistic. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-13, 1e-100})
  void theIdentityHasAClosedForm(double start) {
    double end = Math.log(1 / start) + 8;
    Problem problem =
        SixPoints.problem("z", ONE, new double[] {1}, SixPoints.one(start, start), end);
    Trajectory run = run(problem);
    for (double t : new double[] {0.1, 0.3 * end, 0.6 * end, end - 8, end - 4, end}) {
      // written with exponents of moderate size: exp(2 t) start^2 is far from overflow
      double grown = Math.exp(t) * start;
      double exact = grown / Math.sqrt(1 + (grown - start) * (grown + start));
      State state = run.at(t);
      assertEquals(exact, state.a(0), state.errorOfA(0), "at " + t);
      assertTrue(state.errorOfA(0) < 1e-8 * exact, "error " + state.errorOfA(0) / exact);
    }
  }

  /** A target that is degenerate: label 0, so that u = a = w has u' = -u^3. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-5, 1e-8, 1e-11})
  void theCubeHasAClosedForm(double tolerance) {
    double end = 1e12;
    Problem problem =
        SmoothProblems.at(
            SixPoints.problem("z", ONE, new double[] {0}, SixPoints.one(0.5, 0.5), end), tolerance);
    Trajectory run = run(problem);
    for (double t : new double[] {0.1, 1, 10, 1e4, 1e8, 3e11, end}) {
      double exact = 0.5 / Math.sqrt(1 + 0.5 * t);
      State state = run.at(t);
      assertEquals(exact, state.a(0), state.errorOfA(0), "at " + t);
      assertEquals(exact, state.w(0, 0), state.errorOfW(0), "at " + t);
      assertEquals(1, state.a(0) / exact, 1000 * tolerance, "at " + t);
    }
    assertTrue(run.cost().steps() < 3000, run.cost().steps() + " steps");
  }

  /** The stated errors against a run at a far smaller tolerance, on the way to a degenerate set. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-5, 1e-7})
  void statedErrorsHoldOnTheSlowWay(double tolerance) {
    Problem problem =
        SmoothProblems.until(
            SixPoints.of("Tanh[z]", nearOne()), new Dynamics.StopRule(1e8, 0, 10_000_000, false));
    Trajectory rough = run(SmoothProblems.at(problem, tolerance));
    Trajectory exact = run(SmoothProblems.at(problem, 1e-11));
    for (double t = 1; t <= 1e8; t *= 3) {
      double[] one = LimitFlow.weights(problem, rough.at(t));
      double[] other = LimitFlow.weights(problem, exact.at(t));
      for (int c = 0; c < one.length; c++) {
        double stated = errorOf(problem, rough.at(t), c);
        assertEquals(other[c], one[c], stated + errorOf(problem, exact.at(t), c), "at " + t);
        assertTrue(stated < 100 * tolerance, "stated " + stated);
      }
    }
  }

  private static Weights nearOne() {
    return new Weights(Matrix.of(new double[][] {{0.9, 1}, {0.5, 0.3}}), Vec.of(0.5, 0.4));
  }

  /** The error follows the tolerance. */
  @Test
  void errorsFallWithTheTolerance() {
    Problem problem =
        SmoothProblems.random(8, "Tanh[z]", Network.Trained.BOTH, 20, Dynamics.Residual.FULL);
    Trajectory exact = run(SmoothProblems.at(problem, 1e-12));
    double before = Double.POSITIVE_INFINITY;
    for (double tolerance : new double[] {1e-3, 1e-5, 1e-7, 1e-9}) {
      Trajectory run = run(SmoothProblems.at(problem, tolerance));
      double largest = 0;
      for (int i = 0; i <= 200; i++) {
        double t = 20 * i / 200.0;
        double[] one = LimitFlow.weights(problem, run.at(t));
        double[] other = LimitFlow.weights(problem, exact.at(t));
        for (int c = 0; c < one.length; c++) {
          largest = Math.max(largest, Math.abs(one[c] - other[c]));
        }
      }
      assertTrue(largest < 5 * tolerance, largest + " at tolerance " + tolerance);
      assertTrue(largest < before / 10, largest + " after " + before);
      before = largest;
    }
  }

  @Test
  void slowRunsEndWhereTheGradientIsSmall() {
    Problem problem = SixPoints.problem("z", ONE, new double[] {0}, SixPoints.one(0.5, 0.5), 1);
    Trajectory run =
        run(SmoothProblems.until(problem, new Dynamics.StopRule(1e12, 1e-9, 100_000, false)));
    assertEquals(Trajectory.StopReason.GRADIENT_NORM, run.stopReason());
    // |(a', w')| = sqrt(2) u^3
    double u = Math.cbrt(1e-9 / Math.sqrt(2));
    assertEquals(u, run.at(run.endTime()).a(0), 1e-9 * u);
    assertEquals((1 / (u * u) - 4) / 2, run.endTime(), 1e-6 * run.endTime());
    assertEquals(List.of(), run.failures());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-12, 1e-25})
  void slowRunsEndWhereTheLossIsSmall(double loss) {
    Problem problem = SixPoints.problem("z", ONE, new double[] {0}, SixPoints.one(0.5, 0.5), 1);
    Dynamics.StopRule stop = new Dynamics.StopRule(1e13, 0, loss, 100_000, false);
    Trajectory run = run(SmoothProblems.until(problem, stop));
    assertEquals(Trajectory.StopReason.LOSS, run.stopReason());
    // the loss is u^4 / 2
    double u = Math.pow(2 * loss, 0.25);
    assertEquals(1, run.at(run.endTime()).a(0) / u, 1e-9);
    assertEquals(1, (1 / (u * u) - 4) / 2 / run.endTime(), 1e-6);
  }

  @Test
  void aLossThatIsSmallAtOnceEndsTheRun() {
    Problem problem = SixPoints.problem("z", ONE, new double[] {0}, SixPoints.one(0.5, 0.5), 1);
    Dynamics.StopRule stop = new Dynamics.StopRule(1, 0, 0.5, 100_000, false);
    Trajectory run = run(SmoothProblems.until(problem, stop));
    assertEquals(Trajectory.StopReason.LOSS, run.stopReason());
    assertEquals(0, run.endTime());
    assertEquals(0.5, run.at(0).a(0));
  }

  @Test
  void theLimitOnEvaluationsIsKept() {
    Problem problem =
        SmoothProblems.random(9, "Tanh[z]", Network.Trained.BOTH, 20, Dynamics.Residual.FULL);
    Trajectory run = run(SmoothProblems.until(problem, new Dynamics.StopRule(1e9, 0, 500, false)));
    assertEquals(Trajectory.StopReason.EVALUATION_LIMIT, run.stopReason());
    assertEquals(Failure.Kind.EVALUATION_LIMIT, run.failures().get(0).kind());
    assertTrue(run.endTime() > 0 && run.endTime() < 1e9);
  }

  /** p = a w grows for ever when only the labels drive the flow. */
  @Test
  void overflowIsTold() {
    Problem problem = SixPoints.problem("z", ONE, new double[] {1}, SixPoints.one(1, 1), 1e4);
    Dynamics.Flow flow = (Dynamics.Flow) problem.dynamics();
    Problem labels =
        new Problem(
            problem.data(),
            problem.network(),
            problem.loss(),
            problem.initial(),
            "inline",
            new Dynamics.Flow(Dynamics.Residual.LABELS, 1e-6, flow.stop()));
    Trajectory run = run(labels);
    assertEquals(Trajectory.StopReason.NUMERICAL_FAILURE, run.stopReason());
    assertEquals(Failure.Kind.OVERFLOW, run.failures().get(run.failures().size() - 1).kind());
    assertTrue(run.endTime() > 300, "end " + run.endTime());
  }

  @Test
  void otherProblemsAreRefused() {
    Problem wide =
        SixPoints.problem(
            "z",
            ONE,
            new double[] {1},
            new Weights(Matrix.of(new double[201][1]), Vec.of(new double[201])),
            1);
    assertEquals(
        "it follows at most 400 weights, and these are 402",
        StiffIntegrator.obstacle(wide).orElseThrow());
    assertThrows(IllegalArgumentException.class, () -> run(wide));
    Problem descent =
        new Problem(
            wide.data(),
            wide.network(),
            wide.loss(),
            wide.initial(),
            "inline",
            new Dynamics.Descent(0.1, wide.dynamics().stop()));
    assertTrue(StiffIntegrator.obstacle(descent).orElseThrow().contains("gradient descent"));
  }
}
