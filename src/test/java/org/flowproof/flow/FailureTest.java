package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.flow.Failure.Kind;
import org.flowproof.flow.Trajectory.NonUniqueness;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Runs of the reference integrator that fail, beside ones that do not. */
class FailureTest {
  private static final double SCALE = 1e-3;

  /** One neuron along the sample; on the decaying branch when its output weight is negative. */
  private static Problem alone(double output, double time) {
    return TestProblems.flow(
        new double[][] {{0.6, 0.8}},
        new double[] {1},
        new double[][] {{0.6 * SCALE, 0.8 * SCALE}},
        new double[] {output},
        0,
        Dynamics.Residual.FULL,
        1e-10,
        TestProblems.until(time));
  }

  private static Trajectory run(Problem problem) {
    return new ReferenceIntegrator().integrate(problem);
  }

  private static List<Kind> kinds(Trajectory run) {
    return run.failures().stream().map(Failure::kind).toList();
  }

  @Test
  void aNeuronOnItsWayToTheOriginIsLost() {
    Trajectory run = run(alone(-SCALE, 20));
    Failure lost = run.failures().get(0);
    assertEquals(Kind.LOST_ACCURACY, lost.kind());
    assertEquals(1, lost.neuron());
    // an error of 1e-12 grows like e^t while the neuron shrinks like e^-t; rounding is 1e-16
    assertTrue(lost.time() > 10 && lost.time() < 18.4, lost::toString);
    double after = lost.time() + 0.5;
    State state = run.at(after);
    assertTrue(state.errorOfA(0) > Math.abs(state.a(0)), "error " + state.errorOfA(0));
    State before = run.at(lost.time() - 2);
    assertTrue(before.errorOfA(0) < 0.5 * Math.abs(before.a(0)), "error " + before.errorOfA(0));
  }

  @Test
  void whatItMayHaveGrownToSpoilsTheRunLater() {
    List<Failure> failures = run(alone(-SCALE, 40)).failures();
    assertEquals(2, failures.size());
    assertEquals(0, failures.get(1).neuron());
    // R grows like e^t from 4e-11 to 1e-5 in a time of 12.4; the step in which it gets there counts
    double span = failures.get(1).time() - failures.get(0).time();
    assertTrue(span > 0 && span < 12.5, "after " + span);
  }

  @Test
  void neuronsThatDoNotShrinkKeepTheirAccuracy() {
    assertEquals(List.of(), run(alone(SCALE, 20)).failures());
    assertEquals(List.of(), run(alone(-SCALE, 8)).failures());
    // a neuron without any weight never moves and is exact
    Problem withZero =
        TestProblems.flow(
            new double[][] {{0.6, 0.8}},
            new double[] {1},
            new double[][] {{0.6 * SCALE, 0.8 * SCALE}, {0, 0}},
            new double[] {SCALE, 0},
            0,
            Dynamics.Residual.FULL,
            1e-10,
            TestProblems.until(20));
    assertEquals(List.of(), run(withZero).failures());
  }

  @Test
  void overflowIsNamed() {
    Problem bursting =
        TestProblems.flow(
            new double[][] {{1}},
            new double[] {1000},
            new double[][] {{1}},
            new double[] {1},
            0,
            Dynamics.Residual.LABELS,
            1e-8,
            TestProblems.until(1));
    Trajectory run = run(bursting);
    assertEquals(StopReason.NUMERICAL_FAILURE, run.stopReason());
    Failure last = run.failures().get(run.failures().size() - 1);
    assertEquals(Kind.OVERFLOW, last.kind());
    // squares overflow at e^355, weights at e^709
    assertTrue(last.time() > 0.3 && last.time() < 0.71, last::toString);
    assertEquals(run.endTime(), last.time());
  }

  @Test
  void theLimitOnEvaluationsIsNamed() {
    Problem problem = alone(SCALE, 20);
    Dynamics.Flow flow = (Dynamics.Flow) problem.dynamics();
    Trajectory run =
        run(
            problem.with(
                new Dynamics.Flow(
                    flow.residual(),
                    flow.relativeTolerance(),
                    new Dynamics.StopRule(20, 0, 200, false))));
    assertEquals(List.of(Kind.EVALUATION_LIMIT), kinds(run));
    assertEquals(run.endTime(), run.failures().get(0).time());
  }

  @Test
  void aGrazedConcaveKinkIsAFailureAndRestIsNot() {
    NonUniqueness graze = new NonUniqueness(4, 2, 3, NonUniqueness.Cause.GRAZES_CONCAVE_KINK);
    Failure failure = Failure.of(graze).orElseThrow();
    assertEquals(Kind.NOT_UNIQUE, failure.kind());
    assertEquals(2, failure.neuron());
    assertTrue(failure.spoilsTheRest());
    assertTrue(
        Failure.of(new NonUniqueness(4, 2, 3, NonUniqueness.Cause.RESTING_NEURON_MAY_LEAVE))
            .isEmpty());
  }
}
