package org.flowproof.flow.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.flowproof.flow.Event;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The closed forms ALIGN, KINK and LOGIS of the reference table, at all scales and inside steps.
 */
class ClosedFormTest {
  private static final double TOLERANCE = 1e-11;

  static Stream<Candidate> candidates() {
    return Candidate.all();
  }

  /** A value of the table by problem and beginning of the quantity. */
  private static double known(String problem, String quantity) {
    try (InputStream in =
        ClosedFormTest.class.getResourceAsStream("/oracle/reference_problems.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> found =
          text.lines().filter(line -> line.matches(problem + ",\"?" + quantity + ".*")).toList();
      assertEquals(1, found.size(), problem + " " + quantity);
      // quantities may hold commas in quotes
      return Double.parseDouble(found.get(0).replaceAll("\"[^\"]*\"", "").split(",")[3]);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Problem problem(
      double[][] x, double[] y, double[] w, double a, Dynamics.Residual residual, double time) {
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "table"),
        new Network(1, new Activation.Leaky(0, 0), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        new Weights(Matrix.of(new double[][] {w}), Vec.of(a)),
        "table",
        new Dynamics.Flow(residual, TOLERANCE, new Dynamics.StopRule(time, 0, 1_000_000, false)));
  }

  /** Holds a state against known weights within the stated error, which must be small. */
  private static void state(State state, double a, double... w) {
    double size = Math.hypot(a, Math.sqrt(java.util.Arrays.stream(w).map(v -> v * v).sum()));
    double rounding = 4 * Math.ulp(size);
    assertEquals(a, state.a(0), state.errorOfA(0) + rounding);
    for (int i = 0; i < w.length; i++) {
      assertEquals(w[i], state.w(0, i), state.errorOfW(0) + rounding);
    }
    assertTrue(state.errorOfA(0) < 1e-8 * size, () -> "stated " + state.errorOfA(0));
    assertTrue(state.errorOfW(0) < 1e-8 * size, () -> "stated " + state.errorOfW(0));
  }

  @ParameterizedTest
  @MethodSource("candidates")
  void alignment(Candidate candidate) {
    for (double scale : new double[] {1, 1e-3, 1e-9}) {
      Trajectory run =
          candidate
              .integrator()
              .integrate(
                  problem(
                      new double[][] {{0.3, -0.4}},
                      new double[] {1},
                      new double[] {0.002 * scale, 0.001 * scale},
                      0.004 * scale,
                      Dynamics.Residual.LABELS,
                      3));
      for (double t : new double[] {0.1, 0.77, 1.5, 2.9, 3}) {
        double c = Math.cosh(t / 2);
        double s = Math.sinh(t / 2);
        // with kappa = 1/2 and <D, w0>/kappa = 0.0004
        double grown = 0.004 * s + 0.0004 * (c - 1);
        state(
            run.at(t),
            (0.004 * c + 0.0004 * s) * scale,
            (0.002 + 0.6 * grown) * scale,
            (0.001 - 0.8 * grown) * scale);
      }
      state(
          run.at(3),
          known("ALIGN", "a.t.=") * scale,
          known("ALIGN", "w1") * scale,
          known("ALIGN", "w2") * scale);
    }
  }

  @ParameterizedTest
  @MethodSource("candidates")
  void kink(Candidate candidate) {
    for (double scale : new double[] {1, 1e-3, 1e-9}) {
      Trajectory run =
          candidate
              .integrator()
              .integrate(
                  problem(
                      new double[][] {{1, 0}, {0.6, 0.8}},
                      new double[] {1, 0.5},
                      new double[] {0.5 * scale, -scale},
                      Math.sqrt(1.25) * scale,
                      Dynamics.Residual.LABELS,
                      6));
      assertEquals(1, run.events().size());
      Event event = run.events().get(0);
      assertEquals(
          List.of(1, 2, Event.Kind.CROSS, 1),
          List.of(event.neuron(), event.sample(), event.kind(), event.direction()));
      assertEquals(known("KINK", "first"), event.time(), event.timeError());
      assertTrue(event.timeError() < 1e-9, event::toString);
      state(
          run.at(6),
          known("KINK", "a.6.,") * scale,
          known("KINK", "w1") * scale,
          known("KINK", "w2") * scale);
    }
  }

  static Stream<Candidate> judges() {
    return Candidate.all().filter(Candidate::judge);
  }

  static Stream<Candidate> others() {
    return Candidate.all().filter(c -> !c.judge());
  }

  @ParameterizedTest
  @MethodSource("judges")
  void logistic(Candidate candidate) {
    logisticGrowth(candidate);
  }

  @ParameterizedTest
  @MethodSource("others")
  void logisticOfOthers(Candidate candidate) {
    logisticGrowth(candidate);
  }

  private static void logisticGrowth(Candidate candidate) {
    Trajectory run =
        candidate
            .integrator()
            .integrate(
                problem(
                    new double[][] {{1}},
                    new double[] {0.8},
                    new double[] {1e-2},
                    1e-2,
                    Dynamics.Residual.FULL,
                    6));
    for (double t : new double[] {0.5, 1.7, 3.3, 5.1, 6}) {
      double root =
          t == 6
              ? Math.sqrt(known("LOGIS", "p=aw"))
              : Math.sqrt(0.8 / (1 + (0.8 / 1e-4 - 1) * Math.exp(-1.6 * t)));
      state(run.at(t), root, root);
    }
  }
}
