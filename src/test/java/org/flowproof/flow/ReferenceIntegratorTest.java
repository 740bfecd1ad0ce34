package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known answers in closed form, stop rules, and the classic ways to miss an event. */
class ReferenceIntegratorTest {
  private static final double KINK_TIME = 1.2348009272170124;

  /** Problem KINK of the reference table: sample 2 activates; labels only drive the flow. */
  private static Problem kink(double scale, double tolerance, Dynamics.StopRule stop) {
    return TestProblems.flow(
        new double[][] {{1, 0}, {0.6, 0.8}},
        new double[] {1, 0.5},
        new double[][] {{0.5 * scale, -scale}},
        new double[] {Math.sqrt(1.25) * scale},
        0,
        Dynamics.Residual.LABELS,
        tolerance,
        stop);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-3, 1e-8, 1e-12})
  void kinkProblemMatchesAtEveryScale(double scale) {
    Trajectory run = new ReferenceIntegrator().integrate(kink(scale, 1e-12, TestProblems.until(6)));
    assertEquals(1, run.events().size());
    Event event = run.events().get(0);
    assertEquals(
        List.of(1, 2, Event.Kind.CROSS, 1),
        List.of(event.neuron(), event.sample(), event.kind(), event.direction()));
    assertEquals(KINK_TIME, event.time(), 1e-13);
    State end = run.at(6);
    double size = 48 * scale;
    assertEquals(33.82989107416914 * scale, end.a(0), 1e-13 * size);
    assertEquals(32.704621149854496 * scale, end.w(0, 0), 1e-13 * size);
    assertEquals(8.652703943544974 * scale, end.w(0, 1), 1e-13 * size);
  }

  @Test
  void errorFallsWithTheTolerance() {
    double previous = Double.POSITIVE_INFINITY;
    for (double tolerance : new double[] {1e-3, 1e-5, 1e-7, 1e-9}) {
      Trajectory run =
          new ReferenceIntegrator().integrate(kink(1, tolerance, TestProblems.until(6)));
      double error = Math.abs(run.at(6).a(0) - 33.82989107416914) / 33.8;
      assertTrue(error <= tolerance, "error " + error + " at " + tolerance);
      assertTrue(error < previous, "error " + error + " at " + tolerance);
      previous = error;
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-3, 1e-8})
  void alignmentMatchesItsClosedFormAtInteriorTimes(double scale) {
    // one sample whose mean pull is D = (0.3, -0.4), on the active side throughout
    Problem problem =
        TestProblems.flow(
            new double[][] {{0.3, -0.4}},
            new double[] {1},
            new double[][] {{0.002 * scale, 0.001 * scale}},
            new double[] {0.004 * scale},
            0,
            Dynamics.Residual.LABELS,
            1e-12,
            TestProblems.until(3));
    Trajectory run = new ReferenceIntegrator().integrate(problem);
    for (double t : new double[] {0.1, 0.77, 1.5, 2.9, 3}) {
      double a = (0.004 * Math.cosh(t / 2) + 2 * 0.0002 * Math.sinh(t / 2)) * scale;
      // measured 2.1e-14 on the dense output at 0.77, the largest of the five
      assertEquals(a, run.at(t).a(0), 1e-13 * a, "a at " + t);
    }
    assertEquals(0.010261350243010916 * scale, run.at(3).a(0), 1e-15 * scale);
    assertEquals(0.007434848999885941 * scale, run.at(3).w(0, 0), 1e-15 * scale);
  }

  @Test
  void logisticGrowthMatches() {
    Problem problem =
        TestProblems.flow(
            new double[][] {{1}},
            new double[] {0.8},
            new double[][] {{1e-2}},
            new double[] {1e-2},
            0,
            Dynamics.Residual.FULL,
            1e-12,
            TestProblems.until(6));
    State end = new ReferenceIntegrator().integrate(problem).at(6);
    // measured 2e-14
    assertEquals(0.5188867771567144, end.a(0) * end.w(0, 0), 1e-13);
  }

  @Test
  void stickingHappensAtItsTimeAndLasts() {
    // leaky in one dimension with the labels only: w' = a D is piecewise constant up to a'; the
    // neuron reaches w = 0, where both speeds point to it, and stays
    Problem problem =
        TestProblems.flow(
            new double[][] {{1}, {-1}},
            new double[] {-1, -1},
            new double[][] {{0.3}},
            new double[] {1},
            0,
            Dynamics.Residual.LABELS,
            1e-12,
            TestProblems.until(3));
    Trajectory run = new ReferenceIntegrator().integrate(problem);
    // w' = -a/2, a' = -w/2: w = 0.3 cosh(t/2) - sinh(t/2), zero at 2 artanh(0.3)
    double hit = Math.log(1.3 / 0.7);
    assertEquals(2, run.events().size());
    for (Event event : run.events()) {
      assertEquals(hit, event.time(), 1e-13);
      assertEquals(Event.Kind.SLIDE_START, event.kind());
    }
    assertEquals(0, run.at(2).w(0, 0));
    assertEquals(Math.sqrt(1 - 0.09), run.at(3).a(0), 1e-13);
  }

  @Test
  void simultaneousEventsOfTwoNeuronsAreBothFound() {
    double root = Math.sqrt(1.25);
    Problem problem =
        TestProblems.flow(
            new double[][] {{1, 0}, {0.6, 0.8}},
            new double[] {1, 0.5},
            new double[][] {{0.5, -1}, {0.5e-6, -1e-6}, {0.5, -1}},
            new double[] {root, root * 1e-6, root},
            0,
            Dynamics.Residual.LABELS,
            1e-10,
            TestProblems.until(6));
    List<Event> events = new ReferenceIntegrator().integrate(problem).events();
    assertEquals(3, events.size());
    for (Event event : events) {
      assertEquals(KINK_TIME, event.time(), 1e-10);
    }
  }

  @Test
  void anEventAtTheEndOfTheRunAndRightAfterTheStart() {
    Trajectory before =
        new ReferenceIntegrator().integrate(kink(1, 1e-12, TestProblems.until(KINK_TIME - 1e-9)));
    assertEquals(0, before.events().size());
    Trajectory after =
        new ReferenceIntegrator().integrate(kink(1, 1e-12, TestProblems.until(KINK_TIME + 1e-9)));
    assertEquals(1, after.events().size());
    // a start so close to the kink that the crossing comes at once
    Problem close =
        TestProblems.flow(
            new double[][] {{1, 0}, {0.6, 0.8}},
            new double[] {1, 0.5},
            new double[][] {{0.8, -0.6 - 1e-13}},
            new double[] {2},
            0,
            Dynamics.Residual.LABELS,
            1e-12,
            TestProblems.until(1));
    List<Event> events = new ReferenceIntegrator().integrate(close).events();
    assertEquals(1, events.size());
    assertEquals(Event.Kind.CROSS, events.get(0).kind());
    assertTrue(events.get(0).time() < 1e-12);
  }

  @Test
  void stopRulesEndTheRunWhereTheySay() {
    Trajectory first =
        new ReferenceIntegrator()
            .integrate(kink(1, 1e-10, new Dynamics.StopRule(6, 0, 1_000_000, true)));
    assertEquals(StopReason.EVENT, first.stopReason());
    assertEquals(KINK_TIME, first.endTime(), 1e-10);
    assertEquals(1, first.at(first.endTime()).gate(0, 1));
    assertEquals(0, first.at(first.endTime() - 1e-6).gate(0, 1));
    Trajectory limited =
        new ReferenceIntegrator()
            .integrate(kink(1, 1e-10, new Dynamics.StopRule(6, 0, 100, false)));
    assertEquals(StopReason.EVALUATION_LIMIT, limited.stopReason());
    assertTrue(limited.endTime() < 6);
    Trajectory slow =
        new ReferenceIntegrator()
            .integrate(
                TestProblems.flow(
                    new double[][] {{1}},
                    new double[] {1},
                    new double[][] {{0.5}},
                    new double[] {0.5},
                    0,
                    Dynamics.Residual.FULL,
                    1e-10,
                    new Dynamics.StopRule(1000, 1e-6, 1_000_000, false)));
    assertEquals(StopReason.GRADIENT_NORM, slow.stopReason());
    assertEquals(1, slow.at(slow.endTime()).a(0) * slow.at(slow.endTime()).w(0, 0), 1e-6);
  }

  @Test
  void timesOutsideTheRunAreRefused() {
    Trajectory run = new ReferenceIntegrator().integrate(kink(1, 1e-8, TestProblems.until(1)));
    assertThrows(IllegalArgumentException.class, () -> run.at(1.1));
    assertThrows(IllegalArgumentException.class, () -> run.at(-0.1));
    assertThrows(IllegalArgumentException.class, () -> run.at(Double.NaN));
  }
}
