package org.flowproof.flow.coefficients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.flow.CoefficientState;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;
import org.flowproof.flow.ReferenceIntegrator;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradient flow in coefficients against closed forms and the reference integrator. */
class CoefficientFlowTest {
  private static Problem flow(Problem descent, double time) {
    return descent.with(
        new Dynamics.Flow(
            Dynamics.Residual.FULL,
            1e-11,
            MarginProblems.until(time),
            Dynamics.Method.COEFFICIENTS));
  }

  /** One neuron of output weight 1/2 on one sample of norm 2: {@code z' = kappa g}, kappa 1. */
  private static Problem one(Loss.Kind kind, double time) {
    return flow(
        new Problem(
            new DataSet(Matrix.of(new double[][] {{2}}), Vec.of(-1), "inline"),
            new Network(1, new Activation.Leaky(0, 0), Network.Trained.FIRST),
            new Loss(kind, Loss.Factor.SUM),
            new Weights(Matrix.of(new double[][] {{0.25}}), Vec.of(-0.5)),
            "inline",
            new Dynamics.Descent(1, MarginProblems.until(1))),
        time);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e3, 1e12, 1e300})
  void oneMarginObeysItsClosedForm(double time) {
    double start = 0.25;
    for (Loss.Kind kind : new Loss.Kind[] {Loss.Kind.LOGISTIC, Loss.Kind.EXPONENTIAL}) {
      Trajectory run = new CoefficientIntegrator().integrate(one(kind, time));
      for (double t : new double[] {time, time / 3, 0}) {
        CoefficientState state = (CoefficientState) run.at(t);
        // e^z = t + e^z0, or z + e^z = t + z0 + e^z0
        double z = Math.log(t + Math.exp(start));
        if (kind == Loss.Kind.LOGISTIC) {
          double whole = t + start + Math.exp(start);
          z = Math.log(whole);
          for (int i = 0; i < 50; i++) {
            double e = Math.exp(z);
            z -= (z + e - whole) / (1 + e);
          }
        }
        assertEquals(z, state.margin(0), state.errorOfMargin(0) + 4 * Math.ulp(z));
        assertTrue(state.errorOfMargin(0) < 1e-13 * (1 + z), "error " + state.errorOfMargin(0));
      }
    }
  }

  @Test
  void crossingsAndWeightsAreThoseOfTheReference() {
    int compared = 0;
    int events = 0;
    for (long seed = 1; seed <= 100; seed++) {
      Problem problem = flow(MarginProblems.random(seed, 10), 3);
      if (CoefficientIntegrator.obstacle(problem).isPresent()) {
        // two samples on one line
        assertEquals(1, problem.data().d());
        continue;
      }
      Trajectory run = new CoefficientIntegrator().integrate(problem);
      if (run.stopReason() != Trajectory.StopReason.END_TIME) {
        List<Failure> failures = run.failures();
        Failure last = failures.get(failures.size() - 1);
        assertEquals(Failure.Kind.STEP_COLLAPSE, last.kind());
        assertTrue(last.cause().contains("reference"), last.cause());
        continue;
      }
      Trajectory reference = new ReferenceIntegrator().integrate(problem);
      assertEquals(reference.endTime(), run.endTime(), "seed " + seed);
      for (double share : new double[] {0.2, 0.7, 1}) {
        same(problem, reference.at(3 * share), run.at(3 * share), "seed " + seed);
      }
      assertEquals(crossings(reference), crossings(run), "seed " + seed);
      for (int i = 0; i < run.events().size(); i++) {
        // the i-th crossing of both is at the same time
        Event expected = reference.events().get(i);
        Event event = run.events().get(i);
        double error = expected.timeError() + event.timeError() + 1e-14;
        assertEquals(expected.time(), event.time(), error, "seed " + seed);
        assertTrue(event.timeError() < 1e-10, "error " + event.timeError());
      }
      compared++;
      events += run.events().size();
    }
    assertTrue(compared >= 25 && events >= 40, compared + " flows, " + events + " events");
  }

  private static List<String> crossings(Trajectory run) {
    return run.events().stream()
        .map(e -> e.neuron() + " " + e.sample() + " " + e.direction())
        .toList();
  }

  private static void same(Problem problem, State expected, State state, String what) {
    for (int j = 0; j < problem.network().width(); j++) {
      double error = state.errorOfW(j);
      assertTrue(error < 1e-10, what + ", error " + error);
      for (int i = 0; i < problem.data().d(); i++) {
        assertEquals(expected.w(j, i), state.w(j, i), error + expected.errorOfW(j), what);
      }
    }
  }

  @Test
  void aNeuronThatLosesItsLastSampleRestsOnTheKink() {
    // the neuron is of the other class and is driven down to its kink, where the pull ends
    Problem problem =
        flow(
            new Problem(
                new DataSet(Matrix.of(new double[][] {{1, 0}, {0, 1}}), Vec.of(1, 1), "inline"),
                new Network(2, new Activation.Leaky(0, 0), Network.Trained.FIRST),
                new Loss(Loss.Kind.EXPONENTIAL, Loss.Factor.SUM),
                new Weights(Matrix.of(new double[][] {{0.5, 0.5}, {0.1, -1}}), Vec.of(1, -1)),
                "inline",
                new Dynamics.Descent(1, MarginProblems.until(1))),
            50);
    Trajectory run = new CoefficientIntegrator().integrate(problem);
    assertEquals(Trajectory.StopReason.END_TIME, run.stopReason());
    assertEquals(1, run.events().size());
    Event event = run.events().get(0);
    assertEquals(List.of(2, 1), List.of(event.neuron(), event.sample()));
    State end = run.at(50);
    assertEquals(0, end.w(1, 0), end.errorOfW(1));
    assertEquals(-1, end.w(1, 1));
    assertEquals(0, end.gate(1, 0));
  }

  /**
   * {@code t L -> m^2 sum 1 / (|S_i| |x_i|^2)}, m neurons of a class, over the step for descent.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void orthogonalSamplesUnderReluTendToTheirLimit(boolean flow) {
    int n = 8;
    int half = 30;
    double step = 0.5;
    Problem descent =
        MarginProblems.orthogonal(
            n, 2 * half, 0, new Loss(Loss.Kind.LOGISTIC, Loss.Factor.MEAN), step, 0.3, 1e200);
    Problem problem = flow ? flow(descent, 1e200) : descent;
    Trajectory run = new CoefficientIntegrator().integrate(problem);
    assertEquals(List.of(), run.failures());
    double limit = 0;
    for (int k = 0; k < n; k++) {
      int active = 0;
      for (int j = 0; j < 2 * half; j++) {
        boolean own = (j < half) == (k < n / 2);
        active += own && problem.initial().w().get(j, k) > 0 ? 1 : 0;
      }
      limit += half * half / (active * 9.0);
    }
    CoefficientState state = (CoefficientState) run.at(run.endTime());
    double product = Math.exp(state.logLoss() + Math.log(run.endTime()));
    assertEquals(limit, product, limit * (state.errorOfLogLoss() + 1e-12));
    assertTrue(state.errorOfLogLoss() < 1e-11, "error " + state.errorOfLogLoss());
    // neurons of the other class rest on the kinks they were driven to, or went past them
    for (int j = 0; j < 2 * half; j++) {
      for (int k = 0; k < n; k++) {
        if ((j < half) != (k < n / 2)) {
          assertEquals(0, state.gate(j, k));
          double u = 3 * state.w(j, k);
          double own = 3 * problem.initial().w().get(j, k);
          double resting = flow && own > 0 ? 0 : u;
          assertEquals(resting, u, 3 * state.errorOfW(j));
          assertTrue(own > 0 || u == own, "an inactive neuron moved");
        }
      }
    }
  }
}
