package org.flowproof.check.stationary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.flowproof.flow.OracleProblem;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.limit.LimitEstimate;
import org.flowproof.flow.limit.LimitEstimator;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** The kind of limits that are known by hand. */
class StationaryJudgeTest {
  private static final double[] GROWING = {0.02, 0.2};

  private final ReferenceIntegrator integrator = new ReferenceIntegrator();

  private StationaryKind kind(Problem problem) {
    Trajectory run = integrator.integrate(problem);
    return StationaryJudge.judge(run, new LimitEstimator().estimate(run));
  }

  /** The loss after a change of one neuron of the limit, by the formula of the network. */
  private static double after(
      Problem problem, LimitEstimate.Found limit, Descent change, boolean fromZero) {
    double[][] weights = StationaryFlows.weights(problem, limit.state());
    double[] row = weights[change.neuron() - 1];
    if (fromZero) {
      java.util.Arrays.fill(row, 0);
    }
    row[0] += change.a();
    for (int i = 1; i < row.length; i++) {
      row[i] += change.w().get(i - 1);
    }
    return StationaryFlows.loss(problem, weights);
  }

  @Test
  void oneActiveNeuronAtLeastSquaresIsALocalMinimum() {
    Problem problem = StationaryFlows.three(new double[] {0.3}, new double[][] {GROWING}, 300);
    StationaryKind.LocalMinimum found =
        assertInstanceOf(StationaryKind.LocalMinimum.class, kind(problem));
    assertEquals(1, found.moving());
    assertEquals(0, found.idle());
    // nobody is there to lower the loss
    assertEquals(Optional.empty(), found.escape());
    // a w = beta* with |a| near |w|: the nearest kink is that of the first sample
    assertTrue(found.radius() > 0.1 && found.radius() < 1, "" + found.radius());
    assertTrue(found.flatness() > 0);
  }

  /**
   * A dead neuron cannot help, but it can be taken back to 0 without loss, and from there it can.
   */
  @Test
  void deadNeuronMakesAMinimumThatIsNotStrict() {
    double[][] w = {GROWING, {0.01, -0.05}};
    Problem problem = StationaryFlows.three(new double[] {0.3, -0.06}, w, 300);
    Trajectory run = integrator.integrate(problem);
    LimitEstimate.Found limit = (LimitEstimate.Found) new LimitEstimator().estimate(run);
    StationaryKind.LocalMinimum found =
        assertInstanceOf(StationaryKind.LocalMinimum.class, StationaryJudge.judge(run, limit));
    assertEquals(1, found.idle());
    // its distance from the kink of the first sample, the nearest one
    double distance = (0.05 + 0.01 * 0.75) / Math.hypot(0.75, 1);
    assertEquals(distance, found.radius(), 1e-9);
    StationaryKind.Escape escape = found.escape().orElseThrow();
    assertEquals(2, escape.neuron());
    assertEquals(Math.sqrt(0.0001 + 0.0025 + 0.0036), escape.length(), 1e-12);
    falls(problem, limit, escape.descent(), true);
  }

  /** What is claimed of a descent, by the formula of the network. */
  private static void falls(
      Problem problem, LimitEstimate.Found limit, Descent descent, boolean fromZero) {
    double change = after(problem, limit, descent, fromZero) - limit.loss().value();
    assertTrue(change < 0);
    // the other neurons of the limit have errors, too
    assertEquals(descent.change().value(), change, descent.change().radius() + 1e-7);
  }

  /** Perfectly balanced weights with a neuron at 0: it stays there, and the loss could fall. */
  @Test
  void neuronAtZeroMakesASaddle() {
    double[][] w = {GROWING, {0, 0}};
    Problem problem = StationaryFlows.three(new double[] {Math.hypot(0.02, 0.2), 0}, w, 300);
    Trajectory run = integrator.integrate(problem);
    LimitEstimate.Found limit = (LimitEstimate.Found) new LimitEstimator().estimate(run);
    StationaryKind.Saddle found =
        assertInstanceOf(StationaryKind.Saddle.class, StationaryJudge.judge(run, limit));
    assertEquals(2, found.descent().neuron());
    falls(problem, limit, found.descent(), false);
    // also near by: the change is minus a square term to leading order
    double[][] near = StationaryFlows.weights(problem, limit.state());
    near[1][0] = 1e-3 * found.descent().a();
    near[1][1] = 1e-3 * found.descent().w().get(0);
    near[1][2] = 1e-3 * found.descent().w().get(1);
    double change = StationaryFlows.loss(problem, near) - limit.loss().value();
    assertEquals(2e-6 * found.descent().change().value(), change, 1e-9);
  }

  @Test
  void aNetworkAtTheOriginIsASaddle() {
    Problem problem = StationaryFlows.three(new double[] {0}, new double[][] {{0, 0}}, 1);
    assertInstanceOf(StationaryKind.Saddle.class, kind(problem));
  }

  @Test
  void interpolationIsAGlobalMinimum() {
    double[][] x = {{1, 0}, {0, 1}};
    Problem problem =
        StationaryFlows.problem(
            x, new double[] {1, 2}, new double[] {0.5}, new double[][] {{0.2, 0.3}}, 0, true, 200);
    assertInstanceOf(StationaryKind.GlobalMinimum.class, kind(problem));
  }

  /** Labels of a neuron are fitted by it, but not because the features span everything. */
  @Test
  void aLossOfZeroWithinItsErrorIsNotCalledZero() {
    double[] labels = new double[3];
    for (int k = 0; k < 3; k++) {
      labels[k] = 0.25 * StationaryFlows.THREE[k][0] + StationaryFlows.THREE[k][1];
    }
    Problem problem =
        StationaryFlows.problem(
            StationaryFlows.THREE,
            labels,
            new double[] {0.5},
            new double[][] {GROWING},
            0,
            true,
            300);
    StationaryKind.Unknown found = assertInstanceOf(StationaryKind.Unknown.class, kind(problem));
    assertTrue(found.reason().contains("0 within its error"), found.reason());
  }

  /** All samples pull against it, and its own output weight is fixed. */
  @Test
  void fixedOutputWeightsCanHoldANeuronAtAMinimum() {
    double[][] w = {{0.1, -0.3}};
    Problem problem =
        StationaryFlows.problem(
            StationaryFlows.THREE, StationaryFlows.LABELS, new double[] {-1}, w, 0, false, 10);
    StationaryKind.LocalMinimum found =
        assertInstanceOf(StationaryKind.LocalMinimum.class, kind(problem));
    // labels are positive, so that no hidden weights help a negative output weight
    assertEquals(Optional.empty(), found.escape());
    problem =
        StationaryFlows.problem(
            StationaryFlows.THREE, StationaryFlows.LABELS, new double[] {1}, w, 0, false, 10);
    found = assertInstanceOf(StationaryKind.LocalMinimum.class, kind(problem));
    assertEquals(Math.hypot(0.1, 0.3), found.escape().orElseThrow().length(), 1e-12);
  }

  /** On the kink of one sample, which pulls it across: staying is stationary, but no minimum. */
  @Test
  void restingAgainstThePullIsASaddle() {
    double[][] x = {{1, 0}, {0, 1}};
    double[][] w = {{-1, 0}};
    double[] y = {1, 1};
    Problem pulled = StationaryFlows.problem(x, y, new double[] {2}, w, 0, true, 1);
    StationaryKind.Saddle found = assertInstanceOf(StationaryKind.Saddle.class, kind(pulled));
    // 2 sigma(w_2) = 1 fits the second label
    assertEquals(0.5, found.descent().w().get(1), 1e-12);
    assertEquals(-0.25, found.descent().change().value(), 1e-9);
    Problem pushed = StationaryFlows.problem(x, y, new double[] {-2}, w, 0, true, 1);
    assertInstanceOf(StationaryKind.LocalMinimum.class, kind(pushed));
    // a hair away from the kink the loss is constant
    double[][] beside = {{-1, -1e-3}};
    Problem dead = StationaryFlows.problem(x, y, new double[] {2}, beside, 0, true, 1);
    StationaryKind.LocalMinimum minimum =
        assertInstanceOf(StationaryKind.LocalMinimum.class, kind(dead));
    assertEquals(1e-3, minimum.radius(), 1e-9);
  }

  /** A neuron that came to rest while the residual held it, and stays when that has turned. */
  @Test
  void restingNeuronThatMayLeaveMakesASaddle() {
    Problem problem = OracleProblem.named("resting-neuron-nonunique").problem(1e-10);
    Problem longer =
        problem.with(
            new Dynamics.Flow(
                Dynamics.Residual.FULL, 1e-10, new Dynamics.StopRule(100, 0, 1_000_000, false)));
    Trajectory run = integrator.integrate(longer);
    LimitEstimate.Found limit = (LimitEstimate.Found) new LimitEstimator().estimate(run);
    StationaryKind.Saddle found =
        assertInstanceOf(StationaryKind.Saddle.class, StationaryJudge.judge(run, limit));
    assertEquals(limit.branching().orElseThrow().neuron().getAsInt(), found.descent().neuron());
    falls(longer, limit, found.descent(), false);
  }

  @Test
  void withoutALimitTheKindIsUnknown() {
    Problem problem = StationaryFlows.three(new double[] {0.3}, new double[][] {GROWING}, 0.5);
    StationaryKind.Unknown found = assertInstanceOf(StationaryKind.Unknown.class, kind(problem));
    assertTrue(found.reason().startsWith("the limit is not available"), found.reason());
  }
}
