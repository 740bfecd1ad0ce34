package org.flowproof.flow.coefficients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.flowproof.flow.CoefficientState;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.InitialLaw;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.data.LabelledSamples;
import org.flowproof.problem.data.NearlyOrthogonalLaw;

/**
 * Coefficients on random nearly orthogonal samples, with balanced and unbalanced classes (Kou, Chen
 * and Gu; theorems of the claims nearly-orthogonal/ratio-bound and coefficient-signs).
 */
class RatioBoundProperties {
  private static final int ITERATIONS = 150;

  /** Rounding of a ratio of two coefficients. */
  private static final double ROUNDING = 1e-12;

  /**
   * With slope gamma, two neurons have used each sample alike up to the factor 1/gamma, at every
   * iterate from the first on, and every coefficient has the sign of label and class.
   */
  @Property(tries = 60)
  void neuronsUseEachSampleAlike(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int plus,
      @ForAll @IntRange(min = 1, max = 6) int minus,
      @ForAll @DoubleRange(min = 0, max = 0.9) double nearness,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double slope) {
    Problem problem = problem(seed, plus, minus, nearness, slope, 6);
    Trajectory run = new CoefficientIntegrator(true).integrate(problem);
    assertTrue(worst(problem, run) >= slope * (1 - ROUNDING), "ratio " + worst(problem, run));
  }

  /** The bound is attained in the first step, so that no larger one holds. */
  @Property(tries = 20)
  void noLargerBoundHolds(
      @ForAll @IntRange(min = 1, max = 1000) int seed,
      @ForAll @DoubleRange(min = 0.1, max = 0.9) double slope) {
    Problem problem = problem(seed, 5, 5, 0.2, slope, 6);
    Trajectory run = new CoefficientIntegrator(true).integrate(problem);
    assertTrue(worst(problem, run) < slope * 1.01, "ratio " + worst(problem, run));
  }

  /** With slope 0 a sample on which no neuron is active moves nothing, ever. */
  @Example
  void deadSamplesAreNeverUsed() {
    int seen = 0;
    for (int seed = 1; seed <= 20; seed++) {
      Problem problem = problem(seed, 3, 3, 0, 0, 2);
      Trajectory run = new CoefficientIntegrator(true).integrate(problem);
      State start = run.at(0);
      CoefficientState end = (CoefficientState) run.at(run.endTime());
      for (int k = 0; k < problem.data().n(); k++) {
        if (start.gate(0, k) == 0 && start.gate(1, k) == 0) {
          seen++;
          assertEquals(0, Math.abs(end.coefficient(0, k)) + Math.abs(end.coefficient(1, k)));
          assertEquals(0, end.margin(k));
        }
      }
    }
    assertTrue(seen > 10, "dead samples: " + seen);
  }

  /** The smallest ratio of the sizes of two coefficients of one sample. */
  private static double worst(Problem problem, Trajectory run) {
    double step = ((Dynamics.Descent) problem.dynamics()).step();
    double worst = Double.POSITIVE_INFINITY;
    for (int t = 1; t <= ITERATIONS; t++) {
      CoefficientState state = (CoefficientState) run.at(t * step);
      for (int k = 0; k < problem.data().n(); k++) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int j = 0; j < problem.network().width(); j++) {
          double sign = Math.signum(problem.data().y().get(k) * state.a(j));
          double size = sign * state.coefficient(j, k);
          assertTrue(size > 0, "sign of coefficient " + (j + 1) + "," + (k + 1));
          least = Math.min(least, size);
          most = Math.max(most, size);
        }
        worst = Math.min(worst, least / most);
      }
    }
    return worst;
  }

  /**
   * Samples of norm 3.
   *
   * @param nearness share of the largest overlap that is possible; 0 for orthogonal samples
   */
  private static Problem problem(
      long seed, int plus, int minus, double nearness, double slope, int width) {
    int n = plus + minus;
    double overlap = n == 1 ? 0 : nearness * 9 / (n - 1);
    LabelledSamples samples =
        new NearlyOrthogonalLaw(plus, minus, n + 2, 3, overlap < 1e-6 ? 0 : overlap, seed >>> 1)
            .draw();
    double step = 0.7;
    return new Problem(
        new DataSet(samples.x(), samples.y(), "law"),
        new Network(width, new Activation.Leaky(slope, 1), Network.Trained.FIRST),
        new Loss(Loss.Kind.LOGISTIC, Loss.Factor.MEAN),
        InitialLaw.SIGNS.draw(width, n + 2, 0.1, seed >>> 1),
        "law",
        new Dynamics.Descent(step, MarginProblems.until(ITERATIONS * step)));
  }
}
