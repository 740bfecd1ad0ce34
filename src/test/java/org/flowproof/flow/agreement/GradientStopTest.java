package org.flowproof.flow.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.flowproof.flow.LiveRun;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.VelocityField;
import org.flowproof.flow.structured.StructuredIntegrator;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.InitialLaw;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs that end when the gradient has fallen to a bound: where they end, and that the way to
 * stationarity is not paved with ever shorter steps.
 */
class GradientStopTest {
  private static final int WIDTH = 12;

  /** Of the gradient at the start: what counts as stationary. */
  private static final double STATIONARY = 1e-12;

  /**
   * A problem of twelve neurons.
   *
   * @param interpolating whether all labels can be reached: three samples in three dimensions;
   *     otherwise there are eight, of which two are equal with different labels
   */
  private static Problem problem(boolean interpolating, double gradientNorm, double tolerance) {
    Random random = new Random(11);
    double[][] x = new double[interpolating ? 3 : 8][3];
    double[] y = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < 3; i++) {
        x[k][i] = k == 7 ? x[6][i] : random.nextGaussian();
      }
      y[k] = x[k][0] + 0.7 * random.nextGaussian();
    }
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "random"),
        new Network(WIDTH, new Activation.Leaky(0, 0), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        InitialLaw.DOMINATED.draw(WIDTH, 3, 1e-1, 3),
        "random",
        new Dynamics.Flow(
            Dynamics.Residual.FULL,
            tolerance,
            new Dynamics.StopRule(1e6, gradientNorm, 4_000_000, false)));
  }

  private static double speed(Trajectory run, double time) {
    Problem problem = run.problem();
    State state = run.at(time);
    double[] a = new double[WIDTH];
    double[][] w = new double[WIDTH][3];
    double[][] gates = new double[WIDTH][problem.data().n()];
    for (int j = 0; j < WIDTH; j++) {
      a[j] = state.a(j);
      for (int i = 0; i < 3; i++) {
        w[j][i] = state.w(j, i);
      }
      for (int k = 0; k < gates[j].length; k++) {
        gates[j][k] = state.gate(j, k);
      }
    }
    double sum = 0;
    for (double part :
        VelocityField.of(problem).velocity(new Weights(Matrix.of(w), Vec.of(a)), gates)) {
      sum += part * part;
    }
    return Math.sqrt(sum);
  }

  private static double speedAtStart(boolean interpolating) {
    Problem problem = problem(interpolating, 1e-2, 1e-6);
    return speed(new StructuredIntegrator().integrate(problem), 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1e-2, 1e-4})
  void bothStopWhereTheGradientReachesTheBound(double share) {
    double bound = share * speedAtStart(false);
    Problem problem = problem(false, bound, 1e-10);
    Trajectory one = new ReferenceIntegrator().integrate(problem);
    Trajectory two = new StructuredIntegrator().integrate(problem);
    for (Trajectory run : List.of(one, two)) {
      assertEquals(Trajectory.StopReason.GRADIENT_NORM, run.stopReason());
      // it may jump past the bound, when a neuron is captured by a kink
      assertTrue(speed(run, run.endTime()) <= bound * (1 + 1e-8));
      assertTrue(speed(run, run.endTime() * (1 - 1e-6)) > bound);
    }
    assertEquals(one.endTime(), two.endTime(), 1e-8 * one.endTime());
    double left = loss(one);
    assertEquals(left, loss(two), 1e-8 * left);
  }

  @Test
  void theStopDoesNotDependOnTheStepsTaken() {
    double bound = 1e-2 * speedAtStart(false);
    Trajectory fine = new StructuredIntegrator().integrate(problem(false, bound, 1e-10));
    Trajectory coarse = new StructuredIntegrator().integrate(problem(false, bound, 1e-9));
    assertTrue(coarse.cost().steps() < 0.9 * fine.cost().steps());
    assertEquals(fine.endTime(), coarse.endTime(), 1e-5 * fine.endTime());
  }

  /** A followed run tells the loss where it stopped, not where its last step would have ended. */
  @Test
  void aFollowedRunKnowsItsLossWhereItStopped() {
    Problem problem = problem(false, 1e-2 * speedAtStart(false), 1e-8);
    LiveRun run = new StructuredIntegrator().start(problem);
    while (run.stopReason().isEmpty()) {
      run.advance();
    }
    Trajectory whole = new StructuredIntegrator().integrate(problem);
    assertEquals(whole.endTime(), run.time());
    assertEquals(loss(whole), run.loss(), 1e-13 * run.loss());
  }

  /** As the gradient falls by its last powers of ten, steps grow. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stationarityIsReachedInFewSteps(boolean interpolating) {
    double bound = STATIONARY * speedAtStart(interpolating);
    Trajectory run = new StructuredIntegrator().integrate(problem(interpolating, bound, 1e-10));
    assertEquals(Trajectory.StopReason.GRADIENT_NORM, run.stopReason());
    // what is left is so small that rounding is some percent of it
    assertTrue(speed(run, run.endTime()) <= 1.2 * bound);
    double late = run.endTime() * 2 / 3;
    long steps = run.stepTimes().stream().filter(t -> t > late).count();
    assertTrue(steps < 20, () -> steps + " steps in the last third");
    assertTrue(run.cost().steps() < 400, () -> run.cost().steps() + " steps");
    double left = loss(run);
    assertTrue(interpolating ? left < 1e-20 : left > 0.1, () -> "loss " + left);
  }

  private static double loss(Trajectory run) {
    Problem problem = run.problem();
    State state = run.at(run.endTime());
    double sum = 0;
    for (int k = 0; k < problem.data().n(); k++) {
      double h = 0;
      for (int j = 0; j < WIDTH; j++) {
        double u = 0;
        for (int i = 0; i < 3; i++) {
          u += state.w(j, i) * problem.data().x().get(k, i);
        }
        h += state.a(j) * Math.max(u, 0);
      }
      sum += (problem.data().y().get(k) - h) * (problem.data().y().get(k) - h);
    }
    return sum / (2.0 * problem.data().n());
  }
}
