package org.flowproof.flow.coefficients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flowproof.flow.DescentIntegrator;
import org.flowproof.flow.Event;
import org.flowproof.flow.LiveRun;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Runs part by part, saved and resumed, and how they end. */
class CoefficientRunTest {
  static Stream<Problem> problems() {
    Problem wide =
        MarginProblems.orthogonal(
            6, 40, 0.1, new Loss(Loss.Kind.LOGISTIC, Loss.Factor.MEAN), 0.5, 1e-2, 1e9);
    return Stream.of(
        wide,
        MarginProblems.random(12, 3000),
        MarginProblems.random(5, 100_000),
        wide.with(new Dynamics.Flow(Dynamics.Residual.FULL, 1e-9, MarginProblems.until(1e5))));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void partsAreTheTrajectoryInAnyOrderOfReading(Problem problem) {
    Trajectory whole = new CoefficientIntegrator().integrate(problem);
    LiveRun run = new CoefficientIntegrator().start(problem);
    List<Event> events = new ArrayList<>();
    List<State> states = new ArrayList<>();
    while (run.stopReason().isEmpty()) {
      run.advance();
      events.addAll(run.takeEvents());
      for (double share : new double[] {0, 0.31, 0.8}) {
        double time = run.from() + share * (run.time() - run.from());
        if (time < run.time()) {
          states.add(run.at(time));
        }
      }
    }
    assertEquals(whole.endTime(), run.time());
    assertEquals(whole.events(), events);
    assertEquals(whole.cost(), run.cost());
    for (int i = states.size() - 1; i >= 0; i -= 1 + states.size() / 50) {
      same(problem, states.get(i), whole.at(states.get(i).time()));
    }
    for (int i = 0; i < states.size(); i += 1 + states.size() / 50) {
      same(problem, states.get(i), whole.at(states.get(i).time()));
    }
    List<Double> times = whole.stepTimes();
    assertTrue(times.size() < 12_000, "times " + times.size());
    assertEquals(0, times.get(0));
    assertEquals(whole.endTime(), times.get(times.size() - 1));
  }

  /** In doubles 1 + 1e-17 - 1 is 0, and so would be the gate of a neuron that is in fact active. */
  @Test
  void theSideAtTheStartIsExact() {
    for (int sign : new int[] {1, -1, 0}) {
      Problem problem =
          new Problem(
              new DataSet(Matrix.of(new double[][] {{1, 1, 1}}), Vec.of(1), "inline"),
              new Network(1, new Activation.Leaky(0, 0), Network.Trained.FIRST),
              new Loss(Loss.Kind.LOGISTIC, Loss.Factor.MEAN),
              new Weights(Matrix.of(new double[][] {{1, sign * 1e-17, -1}}), Vec.of(1)),
              "inline",
              new Dynamics.Descent(0.5, MarginProblems.until(5)));
      Trajectory run = new CoefficientIntegrator().integrate(problem);
      assertEquals(List.of(), run.failures());
      double expected = sign > 0 ? 1 : 0;
      assertEquals(expected, run.at(0).gate(0, 0));
      assertEquals(sign > 0, run.at(5).w(0, 0) > 1.5, "w " + run.at(5).w(0, 0));
    }
  }

  private static void same(Problem problem, State expected, State state) {
    for (int j = 0; j < problem.network().width(); j++) {
      for (int i = 0; i < problem.data().d(); i++) {
        assertEquals(expected.w(j, i), state.w(j, i), "at " + expected.time());
      }
      assertEquals(expected.errorOfW(j), state.errorOfW(j));
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void aResumedRunGoesOnAsIfNothingHadHappened(Problem problem) throws IOException {
    CoefficientIntegrator integrator = new CoefficientIntegrator();
    LiveRun whole = integrator.start(problem);
    int parts = 0;
    while (whole.stopReason().isEmpty()) {
      whole.advance();
      parts++;
    }
    for (int stop : new int[] {0, 1, parts / 3, parts - 2}) {
      LiveRun run = integrator.start(problem);
      for (int p = 0; p < stop; p++) {
        run.advance();
      }
      run.takeEvents();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      run.save(new DataOutputStream(bytes));
      byte[] saved = bytes.toByteArray();
      LiveRun resumed = integrator.resume(problem, in(saved, saved.length));
      while (resumed.stopReason().isEmpty()) {
        resumed.advance();
      }
      assertEquals(whole.time(), resumed.time());
      assertEquals(whole.cost(), resumed.cost());
      assertEquals(whole.failures(), resumed.failures());
      same(problem, whole.at(whole.time()), resumed.at(resumed.time()));
      assertThrows(
          IOException.class, () -> integrator.resume(problem, in(saved, saved.length - 1)));
    }
  }

  private static DataInputStream in(byte[] saved, int length) {
    return new DataInputStream(new ByteArrayInputStream(saved, 0, length));
  }

  @Test
  void stopRulesEndAtTheSameIterateAsPlainIteration() {
    Problem base = MarginProblems.random(3, 100_000);
    double step = ((Dynamics.Descent) base.dynamics()).step();
    for (Dynamics.StopRule stop :
        new Dynamics.StopRule[] {
          new Dynamics.StopRule(1e5 * step, 1e-3, 1_000_000, false),
          new Dynamics.StopRule(1e5 * step, 2e-5 / step, 1_000_000, false),
          new Dynamics.StopRule(1e5 * step, 0, 0.3, 1_000_000, false),
          new Dynamics.StopRule(1e5 * step, 0, 1e-3, 1_000_000, false),
          new Dynamics.StopRule(100 * step, 0, 57, false),
        }) {
      Problem problem = base.with(new Dynamics.Descent(step, stop));
      Trajectory plain = new DescentIntegrator().integrate(problem);
      Trajectory run = new CoefficientIntegrator().integrate(problem);
      assertEquals(plain.stopReason(), run.stopReason());
      assertEquals(plain.endTime(), run.endTime());
    }
    Problem switching = MarginProblems.random(9, 100);
    double other = ((Dynamics.Descent) switching.dynamics()).step();
    Problem problem =
        switching.with(
            new Dynamics.Descent(other, new Dynamics.StopRule(100 * other, 0, 1000, true)));
    Trajectory plain = new DescentIntegrator().integrate(problem);
    Trajectory run = new CoefficientIntegrator().integrate(problem);
    assertEquals(Trajectory.StopReason.EVENT, run.stopReason());
    assertEquals(plain.endTime(), run.endTime());
  }
}
