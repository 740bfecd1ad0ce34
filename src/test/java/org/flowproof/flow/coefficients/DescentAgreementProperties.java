package org.flowproof.flow.coefficients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.flowproof.flow.CoefficientState;
import org.flowproof.flow.DescentIntegrator;
import org.flowproof.flow.Event;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/** Runs in coefficients against plain iteration on the weights. */
class DescentAgreementProperties {
  private static final int ITERATIONS = 400;

  @Property(tries = 150)
  void iteratesAndSwitchesAreThoseOfPlainIteration(@ForAll long seed) {
    Problem problem = MarginProblems.random(seed, ITERATIONS);
    Trajectory plain = new DescentIntegrator().integrate(problem);
    for (boolean accelerated : new boolean[] {true, false}) {
      Trajectory run = new CoefficientIntegrator(accelerated).integrate(problem);
      assertEquals(plain.stopReason(), run.stopReason());
      if (plain.stopReason() == Trajectory.StopReason.NUMERICAL_FAILURE) {
        // steps too large for the exponential loss
        continue;
      }
      assertEquals(plain.endTime(), run.endTime());
      assertEquals(switches(plain), switches(run));
      double step = ((Dynamics.Descent) problem.dynamics()).step();
      for (int iteration : new int[] {ITERATIONS, 0, 1, 3, 20, 33, 260, 399}) {
        same(problem, plain.at(iteration * step), run.at(iteration * step));
      }
    }
  }

  private static List<List<Object>> switches(Trajectory run) {
    return run.events().stream().<List<Object>>map(DescentAgreementProperties::key).toList();
  }

  private static List<Object> key(Event e) {
    return List.of(e.time(), e.neuron(), e.sample(), e.direction());
  }

  private static void same(Problem problem, State expected, State state) {
    for (int j = 0; j < problem.network().width(); j++) {
      assertEquals(expected.a(j), state.a(j));
      double error = state.errorOfW(j);
      double size = 1;
      for (int i = 0; i < problem.data().d(); i++) {
        size = Math.max(size, Math.abs(expected.w(j, i)));
        assertEquals(expected.w(j, i), state.w(j, i), error + expected.errorOfW(j));
      }
      // large steps may first amplify errors
      assertTrue(error < 1e-9 * size, "error " + error);
      for (int k = 0; k < problem.data().n(); k++) {
        assertEquals(expected.gate(j, k), state.gate(j, k));
      }
    }
  }

  @Property(tries = 60)
  void hiddenWeightsAreTheStartPlusTheCoefficients(@ForAll long seed) {
    Problem problem = MarginProblems.random(seed, ITERATIONS);
    Trajectory run = new CoefficientIntegrator().integrate(problem);
    Assume.that(run.stopReason() == Trajectory.StopReason.END_TIME);
    for (double share : new double[] {0, 0.1, 1}) {
      CoefficientState state = (CoefficientState) run.at(share * run.endTime());
      for (int j = 0; j < problem.network().width(); j++) {
        for (int i = 0; i < problem.data().d(); i++) {
          double w = problem.initial().w().get(j, i);
          double size = 1 + Math.abs(w);
          for (int k = 0; k < problem.data().n(); k++) {
            double part =
                state.coefficient(j, k) * problem.data().x().get(k, i) / square(problem, k);
            w += part;
            size += Math.abs(part);
          }
          assertEquals(w, state.w(j, i), 1e-12 * size);
        }
        for (int k = 0; k < problem.data().n(); k++) {
          double sign = problem.initial().a().get(j) * problem.data().y().get(k);
          assertTrue(sign * state.coefficient(j, k) >= 0);
        }
      }
    }
  }

  private static double square(Problem problem, int k) {
    double sum = 0;
    for (double value : problem.data().x().row(k)) {
      sum += value * value;
    }
    return sum;
  }

  @Property(tries = 60)
  void marginsAndLossAreThoseOfTheWeights(@ForAll long seed) {
    Problem problem = MarginProblems.random(seed, ITERATIONS);
    Trajectory run = new CoefficientIntegrator().integrate(problem);
    Assume.that(run.stopReason() == Trajectory.StopReason.END_TIME);
    CoefficientState state = (CoefficientState) run.at(run.endTime());
    double loss = 0;
    for (int k = 0; k < problem.data().n(); k++) {
      double h = 0;
      for (int j = 0; j < problem.network().width(); j++) {
        double u = 0;
        for (int i = 0; i < problem.data().d(); i++) {
          u += state.w(j, i) * problem.data().x().get(k, i);
        }
        h += state.a(j) * state.gate(j, k) * u;
      }
      double z = problem.data().y().get(k) * h;
      assertEquals(z, state.margin(k), 1e-12 * (1 + Math.abs(z)));
      double term =
          switch (problem.loss().kind()) {
            case LOGISTIC -> Math.log1p(Math.exp(-z));
            case EXPONENTIAL -> Math.exp(-z);
            case SQUARED -> throw new AssertionError("no such problem");
          };
      loss += problem.loss().factor().value(problem.data().n()) * term;
    }
    assertEquals(Math.log(loss), state.logLoss(), 1e-11);
  }
}
