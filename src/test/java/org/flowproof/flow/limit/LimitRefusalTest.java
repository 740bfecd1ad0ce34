package org.flowproof.flow.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.flow.DescentIntegrator;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.limit.Obstruction.Cause;
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
          with(problem, new Activation.Tanh(), Loss.Kind.SQUARED, full),
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
}
