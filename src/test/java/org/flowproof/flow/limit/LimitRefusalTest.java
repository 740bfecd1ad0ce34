package org.flowproof.flow.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.flow.DescentIntegrator;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.KinkLines;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.limit.Obstruction.Cause;
import org.flowproof.flow.structured.StructuredIntegrator;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Where no limit is known, none is given, and the answer says why. */
class LimitRefusalTest {
  private static final Dynamics.StopRule STOP = new Dynamics.StopRule(5, 0, 100_000, false);

  private static Obstruction refused(Problem problem) {
    Integrator integrator =
        problem.dynamics() instanceof Dynamics.Descent
            ? new DescentIntegrator()
            : new ReferenceIntegrator();
    LimitEstimate estimate = new LimitEstimator().estimate(integrator.integrate(problem));
    return assertInstanceOf(LimitEstimate.NotAvailable.class, estimate).obstruction();
  }

  private static Problem oneNeuron(double label) {
    return RandomFlows.problem(
        new double[][] {{1}},
        new double[] {label},
        new double[][] {{0.5}},
        new double[] {0.5},
        0,
        true,
        Loss.Factor.HALF_MEAN);
  }

  private static Problem with(
      Problem problem, Activation activation, Loss.Kind loss, Dynamics dynamics) {
    return new Problem(
        problem.data(),
        new Network(problem.network().width(), activation, problem.network().trained()),
        new Loss(loss, problem.loss().factor()),
        problem.initial(),
        problem.initialOrigin(),
        dynamics);
  }

  @Test
  void otherModelsAreNotSupported() {
    Problem problem = oneNeuron(1);
    Activation relu = problem.network().activation();
    Dynamics full = new Dynamics.Flow(Dynamics.Residual.FULL, 1e-8, STOP);
    Dynamics labels = new Dynamics.Flow(Dynamics.Residual.LABELS, 1e-8, STOP);
    for (Problem other :
        new Problem[] {
          with(problem, relu, Loss.Kind.LOGISTIC, full),
          with(problem, Activation.tanh(), Loss.Kind.SQUARED, full),
          with(problem, relu, Loss.Kind.SQUARED, labels),
          with(problem, relu, Loss.Kind.SQUARED, new Dynamics.Descent(0.01, STOP))
        }) {
      assertEquals(Cause.NOT_SUPPORTED, refused(other).cause());
    }
  }

  /** With label 0 the product p of a balanced neuron obeys p' = -2 p^2: no exponential rate. */
  @Test
  void sublinearApproachIsNotBounded() {
    for (double time : new double[] {5, 500, 50_000}) {
      Obstruction obstruction = refused(RandomFlows.until(oneNeuron(0), time, 0));
      assertEquals(Cause.TOO_FAR, obstruction.cause());
      assertEquals(1, obstruction.neuron().orElseThrow());
    }
  }

  /** At a saddle the gradient is small, and a neuron of size 1e-5 is about to grow. */
  @Test
  void plateausAreNotLimits() {
    Problem problem =
        RandomFlows.problem(
            new double[][] {{1, 0}, {0, 1}},
            new double[] {2, 0.2},
            new double[][] {{0.5, -1e-3}, {-1e-5, 1e-5}},
            new double[] {0.6, 2e-5},
            0,
            true,
            Loss.Factor.HALF_MEAN);
    Problem early = RandomFlows.until(problem, 1000, 1e-5);
    double there = new ReferenceIntegrator().integrate(early).endTime();
    assertTrue(there < 100, "stopped at " + there);
    Obstruction obstruction = refused(early);
    assertTrue(
        obstruction.cause() == Cause.DEGENERATE || obstruction.cause() == Cause.TOO_FAR,
        obstruction.reason());
    assertEquals(2, obstruction.neuron().orElseThrow(), obstruction.reason());
    assertEquals(2, obstruction.sample().orElseThrow(), obstruction.reason());
    // once it has grown, both labels are fitted
    LimitEstimate.Found later = ClosedFormLimitTest.found(problem, 1000, 0);
    assertEquals(LimitEstimate.Kind.INTERPOLATION, later.kind());
  }

  /** Two samples so nearly parallel that doubles do not tell whether they are. */
  @Test
  void nearlyParallelSamplesLeaveTheRankOpen() {
    for (double angle : new double[] {1e-2, 1e-11}) {
      Problem problem =
          RandomFlows.problem(
              new double[][] {{1, 0}, {1, angle}},
              new double[] {1, 1.5},
              new double[][] {{0.5, 0.5}},
              new double[] {0.8},
              0,
              false,
              Loss.Factor.HALF_MEAN);
      Problem run = RandomFlows.until(problem, 5, 0);
      if (angle > 1e-3) {
        // the same problem with samples further apart is no matter of rank
        LimitEstimate estimate =
            new LimitEstimator().estimate(new ReferenceIntegrator().integrate(run));
        assertFalse(
            estimate instanceof LimitEstimate.NotAvailable no
                && no.obstruction().cause() == Cause.RANK_UNDECIDED);
      } else {
        Obstruction obstruction = refused(run);
        assertEquals(Cause.RANK_UNDECIDED, obstruction.cause(), obstruction.reason());
        assertTrue(obstruction.reason().contains("e-12 times the largest"), obstruction.reason());
      }
    }
  }

  /**
   * A neuron along the third axis is held on three kinks whose directions lie in the plane across.
   * Our integrators hold it on one of them, which is enough; another may spread the gates.
   */
  @Test
  void kinksWithDirectionsInOnePlaneAreDependent() throws ObstructedException {
    Problem problem =
        RandomFlows.problem(
            new double[][] {{0.5, 0.8, 0}, {0.5, -0.8, 0}, {1, 0, 0}, {1, 0, 1}, {0, 0, 1}},
            new double[] {-1, -1, -1, 0.8, -0.2},
            new double[][] {{0, 0, 1}},
            new double[] {0.3},
            0,
            true,
            Loss.Factor.HALF_MEAN);
    State end = new ReferenceIntegrator().integrate(RandomFlows.until(problem, 9, 0)).at(9);
    // the pull along the first axis vanishes
    State spread = new Spread(end, List.of(1. / 6, 1. / 6, 1. / 3, 1., 1.));
    Snapshot weights = Snapshot.of(problem, spread);
    FrozenPattern pattern =
        FrozenPattern.of(problem, KinkLines.of(problem.data().x()), spread, weights);
    Obstruction obstruction =
        assertThrows(ObstructedException.class, () -> FrozenFlow.of(problem, pattern, weights))
            .obstruction();
    assertEquals(Cause.DEPENDENT_KINKS, obstruction.cause(), obstruction.reason());
    assertEquals(1, obstruction.neuron().orElseThrow());
    assertEquals(3, obstruction.sample().orElseThrow());
    assertTrue(obstruction.reason().contains("held on 3 kinks"), obstruction.reason());
  }

  /** A state with other gates of its only neuron. */
  private record Spread(State state, List<Double> gates) implements State {
    @Override
    public double time() {
      return state.time();
    }

    @Override
    public double a(int neuron) {
      return state.a(neuron);
    }

    @Override
    public double w(int neuron, int coordinate) {
      return state.w(neuron, coordinate);
    }

    @Override
    public double gate(int neuron, int sample) {
      return gates.get(sample);
    }

    @Override
    public double errorOfA(int neuron) {
      return state.errorOfA(neuron);
    }

    @Override
    public double errorOfW(int neuron) {
      return state.errorOfW(neuron);
    }
  }

  /**
   * A neuron slides on the first sample, whose label is out of reach, and fits the mean of the
   * other two by {@code a w_2}. When that mean is negative its output weight must change sign on
   * the way; from then on the kink repels, and nobody knows where the neuron goes.
   */
  @Test
  void anOutputWeightMayChangeItsSignOnAKink() {
    Problem flips = sliding(-0.02);
    Obstruction obstruction = refused(RandomFlows.until(flips, 1, 0));
    assertEquals(Cause.OUTPUT_MAY_FLIP, obstruction.cause(), obstruction.reason());
    assertEquals(1, obstruction.neuron().orElseThrow());
    assertEquals(1, obstruction.sample().orElseThrow());
    Trajectory later = new ReferenceIntegrator().integrate(RandomFlows.until(flips, 20, 0));
    Trajectory.NonUniqueness flip = later.nonUniqueness().orElseThrow();
    assertEquals(Trajectory.NonUniqueness.Cause.STARTS_ON_REPELLING_KINK, flip.cause());
    assertTrue(later.at(flip.time() - 0.01).a(0) > 0 && later.at(flip.time() + 0.01).a(0) < 0);
    // with a mean that keeps the sign it slides for ever: (1 + 2 (1/2)^2)/6
    LimitEstimate.Found stays = ClosedFormLimitTest.found(sliding(0.3), 5, 0);
    assertEquals(1.5 / 6, stays.loss().value(), 1e-13);
    assertEquals(0.5, stays.state().gate(0, 0), 1e-6);
  }

  private static Problem sliding(double mean) {
    return RandomFlows.problem(
        new double[][] {{1, 0}, {0, 1}, {1, 1}},
        new double[] {-1, mean - 0.5, mean + 0.5},
        new double[][] {{0, 1}},
        new double[] {0.05},
        0,
        true,
        Loss.Factor.HALF_MEAN);
  }

  /** A run without a second one beside it knows no error. */
  @Test
  void withoutAnErrorNothingIsKnown() {
    Problem problem = RandomFlows.until(oneNeuron(1), 20, 0);
    StructuredIntegrator integrator = new StructuredIntegrator();
    assertInstanceOf(
        LimitEstimate.Found.class, new LimitEstimator().estimate(integrator.integrate(problem)));
    LimitEstimate alone =
        new LimitEstimator().estimate(integrator.withoutErrorEstimate().integrate(problem));
    Obstruction obstruction =
        assertInstanceOf(LimitEstimate.NotAvailable.class, alone).obstruction();
    assertEquals(Cause.ERROR_UNKNOWN, obstruction.cause(), obstruction.reason());
    assertEquals(1, obstruction.neuron().orElseThrow());
  }
}
