package org.flowproof.flow.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.formula.Ball;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/** The limit flow and smooth flows on random data: labels and samples standard normal. */
class LimitFlowProperties {
  private static final String[] ACTIVATIONS = {"Tanh[z]", "z/(1+z^2)", "Sin[z]", "-2*Tanh[z]"};

  private static final String NOT_ODD = "2*Sinh[z/2]*Exp[z/2]";

  private static Problem random(long seed, int n, int d, int m, String activation) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.TEST);
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      y[k] = stream.nextGaussian();
      for (int i = 0; i < d; i++) {
        x[k][i] = stream.nextGaussian();
      }
    }
    double[] a = new double[m];
    double[][] w = new double[m][d];
    for (int j = 0; j < m; j++) {
      a[j] = 0.5 * stream.nextGaussian();
      for (int i = 0; i < d; i++) {
        w[j][i] = 0.5 * stream.nextGaussian();
      }
    }
    return SixPoints.problem(activation, x, y, new Weights(Matrix.of(w), Vec.of(a)), 2);
  }

  /** A factor on theta is a shift of time, and weights without growing part do not matter. */
  @Property(tries = 12)
  void onlyProjectionsMatterAndFactorsAreShifts(
      @ForAll @IntRange(min = 1, max = 1_000_000) int seed,
      @ForAll @IntRange(min = 1, max = 3) int d,
      @ForAll @IntRange(min = 0, max = 3) int activation,
      @ForAll @DoubleRange(min = 0.2, max = 5) double factor) {
    Problem problem = random(seed, 4, d, 2, ACTIVATIONS[activation]);
    GrowthAtZero growth = GrowthAtZero.of(problem);
    Vec c = growth.projections(problem.initial());
    Vec again = growth.projections(growth.growing(c));
    Vec larger = growth.projections(growth.growing(c).times(factor));
    for (int j = 0; j < 2; j++) {
      assertEquals(c.get(j), again.get(j), 1e-13 * growth.norm());
    }
    double end = 1 / growth.rate();
    LimitFlow flow = LimitFlow.of(problem, c, end);
    LimitFlow shifted = LimitFlow.of(problem, larger, end - Math.log(factor) / growth.rate());
    close(flow, end, shifted, shifted.end(), 1);
  }

  /** With an odd activation the sign of a projection is that of its neuron, and nothing else. */
  @Property(tries = 12)
  void signsOfProjectionsMirrorNeurons(
      @ForAll @IntRange(min = 1, max = 1_000_000) int seed,
      @ForAll @IntRange(min = 0, max = 3) int activation) {
    Problem problem = random(seed, 4, 2, 2, ACTIVATIONS[activation]);
    GrowthAtZero growth = GrowthAtZero.of(problem);
    Vec c = growth.projections(problem.initial());
    double end = 1 / growth.rate();
    LimitFlow flow = LimitFlow.of(problem, c, end);
    close(flow, end, LimitFlow.of(problem, Vec.of(-c.get(0), -c.get(1)), end), end, -1);
  }

  /** Of an activation that is not odd this is false. */
  @Property(tries = 8)
  void otherActivationsAreNotMirrored(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
    Problem problem = random(seed, 4, 2, 2, NOT_ODD);
    GrowthAtZero growth = GrowthAtZero.of(problem);
    Vec c = growth.projections(growth.growing(growth.projections(problem.initial())));
    double size = LimitFlow.norm(growth.growing(c));
    double end = Math.log(0.5 / size) / growth.rate();
    LimitFlow flow = LimitFlow.of(problem, c, end);
    LimitFlow mirrored = LimitFlow.of(problem, Vec.of(-c.get(0), -c.get(1)), end);
    assertTrue(apart(flow, end, mirrored, end, -1) > 100, "mirrored all the same");
    assertTrue(apart(flow, end, flow, end, 1) == 0, "not even equal to itself");
  }

  /** The time that a factor takes is that of the growth, not of the growth as printed. */
  @Property(tries = 8)
  void shiftsForSlopeOneAreWrongForOthers(
      @ForAll @IntRange(min = 1, max = 1_000_000) int seed,
      @ForAll @DoubleRange(min = 1.5, max = 5) double factor) {
    Problem problem = random(seed, 4, 2, 2, "-2*Tanh[z]");
    GrowthAtZero growth = GrowthAtZero.of(problem);
    Vec c = growth.projections(problem.initial());
    Vec larger = growth.projections(growth.growing(c).times(factor));
    // while weights are small, so that none has come to rest
    double end = Math.log(0.3 / LimitFlow.norm(growth.growing(c))) / growth.rate();
    LimitFlow flow = LimitFlow.of(problem, c, end);
    LimitFlow shifted = LimitFlow.of(problem, larger, end);
    double shift = Math.log(factor) / growth.rate();
    assertTrue(apart(flow, end, shifted, end - shift, 1) <= 1, "the shift of the growth");
    // as printed: the rate is the norm of gamma
    assertTrue(apart(flow, end, shifted, end - 2 * shift, 1) > 100, "the printed shift");
  }

  /** The largest difference of two weights, in units of the errors. */
  private static double apart(LimitFlow one, double at, LimitFlow other, double then, int sign) {
    double[] here = one.at(at);
    double[] there = other.at(then);
    double error = one.error(at) + other.error(then);
    double most = 0;
    for (int i = 0; i < here.length; i++) {
      most = Math.max(most, Math.abs(here[i] - sign * there[i]));
    }
    return most / error;
  }

  private static void close(LimitFlow one, double at, LimitFlow other, double then, int sign) {
    double[] here = one.at(at);
    double[] there = other.at(then);
    double error = one.error(at) + other.error(then);
    assertTrue(error < 1e-6, "error " + error);
    for (int i = 0; i < here.length; i++) {
      assertEquals(here[i], sign * there[i], error);
    }
  }

  /** The loss falls, at the rate of the squared speed, for every activation. */
  @Property(tries = 12)
  void theLossFalls(
      @ForAll @IntRange(min = 1, max = 1_000_000) int seed,
      @ForAll @IntRange(min = 0, max = 3) int activation) {
    Problem problem = random(seed, 3, 2, 3, ACTIVATIONS[activation]);
    Trajectory run = LimitFlow.run(problem, problem.initial(), 1);
    TrajectoryValuation values = TrajectoryValuation.of(run);
    double before = Double.POSITIVE_INFINITY;
    for (double t : new double[] {0, 0.1, 0.3, 0.6, 1}) {
      Ball time = Ball.exact(t);
      Ball loss = values.observable("loss", java.util.List.of(), 0, time);
      Ball fall = values.observable("loss", java.util.List.of(), 1, time);
      Ball speed2 = values.observable("gradNorm2", java.util.List.of(), 0, time);
      assertTrue(loss.lower() < before, "at " + t);
      before = loss.upper();
      double radius = fall.radius() + speed2.radius();
      assertEquals(-speed2.value(), fall.value(), radius + 1e-12 * speed2.value());
    }
    State end = run.at(1);
    assertTrue(LimitFlow.error(problem, end) < 1e-6, "error");
  }
}
