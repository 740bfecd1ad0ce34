package org.flowproof.check.nonconvergence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.limit.LimitEstimate;
import org.flowproof.flow.limit.LimitEstimator;
import org.flowproof.formula.Ball;
import org.flowproof.problem.InitialLaw;
import org.flowproof.problem.Problem;

/** Theorem 2 on random data that meet it, at a small scale, and what it does not say. */
class LeastSquaresEndingProperties {
  private static final int TRIES = 24;

  private static Problem draw(SplittableRandom random, InitialLaw law, int m, double scale) {
    double eta = random.nextDouble() / 6;
    double[][] x = {
      {-1 + eta * (1 - random.nextDouble()), 1 + eta * random.nextDouble()},
      {eta * (2 * random.nextDouble() - 1), 1 + eta * (2 * random.nextDouble() - 1)},
      {1 - eta * (1 - random.nextDouble()), 1 + eta * random.nextDouble()}
    };
    double[] y = {
      1 + eta * random.nextDouble(), eta * (1 - random.nextDouble()), 1 + eta * random.nextDouble()
    };
    return SmallProblem.of(x, y, law, m, scale, random.nextInt(1000), 400);
  }

  /** Whether some neuron can grow: a positive output weight and an active sample. */
  private static boolean grows(Problem problem) {
    for (int j = 0; j < problem.network().width(); j++) {
      for (int k = 0; k < problem.data().n(); k++) {
        double u = 0;
        for (int i = 0; i < problem.data().d(); i++) {
          u += problem.initial().w().get(j, i) * problem.data().x().get(k, i);
        }
        if (u > 0 && problem.initial().a().get(j) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  @Property(tries = 24, seed = "20")
  void dominatedAndBalancedRunsEndAtLeastSquares(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    InitialLaw law = random.nextBoolean() ? InitialLaw.DOMINATED : InitialLaw.BALANCED;
    Problem problem = draw(random, law, 8, 1e-5);
    NonConvergence found = NonConvergence.of(problem);
    assertEquals(NonConvergence.Applies.AT_SMALL_SCALE, found.theorem2().applies());
    Assume.that(grows(problem));
    Trajectory run = new ReferenceIntegrator().integrate(problem);
    LimitEstimate estimate = new LimitEstimator().estimate(run);
    Statistics.label("limit available")
        .collect(estimate instanceof LimitEstimate.Found)
        .coverage(coverage -> coverage.check(true).percentage(p -> p >= 80));
    if (estimate instanceof LimitEstimate.Found limit) {
      assertTrue(limit.loss().lower() > 0);
      for (int k = 0; k < 3; k++) {
        Ball h = limit.outputs().get(k);
        double fit = found.fit().orElseThrow().predictions().get(k).toDouble();
        assertEquals(fit, h.value(), h.radius() + 1e-12);
      }
    }
  }

  /** Without domination the theorem is silent, and some runs fit all labels. */
  @Example
  void someUnbalancedRunsDoNot() {
    SplittableRandom random = new SplittableRandom(3);
    int interpolating = 0;
    for (int i = 0; i < TRIES && interpolating == 0; i++) {
      Problem problem = draw(random, InitialLaw.UNBALANCED, 24, 1e-3);
      NonConvergence found = NonConvergence.of(problem);
      assertEquals(NonConvergence.Applies.NO, found.theorem2().applies());
      Trajectory run = new ReferenceIntegrator().integrate(problem);
      double loss = loss(problem, run);
      double fit = found.fit().orElseThrow().meanSquare().toDouble() / 2;
      interpolating += loss < 1e-3 * fit ? 1 : 0;
    }
    assertTrue(interpolating > 0);
  }

  private static double loss(Problem problem, Trajectory run) {
    double sum = 0;
    for (int k = 0; k < problem.data().n(); k++) {
      double r = problem.data().y().get(k);
      for (int j = 0; j < problem.network().width(); j++) {
        double u = 0;
        for (int i = 0; i < problem.data().d(); i++) {
          u += run.at(run.endTime()).w(j, i) * problem.data().x().get(k, i);
        }
        r -= run.at(run.endTime()).a(j) * Math.max(u, 0);
      }
      sum += r * r;
    }
    return sum / (2 * problem.data().n());
  }
}
