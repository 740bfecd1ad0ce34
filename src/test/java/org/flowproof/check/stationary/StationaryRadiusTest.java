package org.flowproof.check.stationary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.limit.LimitEstimate;
import org.flowproof.flow.limit.LimitEstimator;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Kinds of random limits against the loss around them. */
class StationaryRadiusTest {
  private static final int FLOWS = 80;
  private static final int PROBES = 300;

  @Test
  void noLossIsLowerWithinTheRadius() {
    int minima = 0;
    int sliding = 0;
    int lower = 0;
    for (int seed = 0; seed < FLOWS; seed++) {
      Problem problem = StationaryFlows.draw(seed, 60);
      Trajectory run = new ReferenceIntegrator().integrate(problem);
      if (new LimitEstimator().estimate(run) instanceof LimitEstimate.Found limit
          && StationaryJudge.judge(run, limit) instanceof StationaryKind.LocalMinimum found) {
        minima++;
        sliding += slides(problem, limit) ? 1 : 0;
        double slack = limit.loss().radius() + 1e-14 * limit.loss().value();
        double least = least(problem, limit, found.radius(), seed);
        assertTrue(least >= limit.loss().value() - slack, seed + ": " + least + " " + limit.loss());
        double far = least(problem, limit, 30 * Math.max(found.radius(), 0.05), seed);
        lower += far < limit.loss().value() - slack ? 1 : 0;
        found.escape().ifPresent(e -> assertTrue(fallsAfter(problem, limit, e)));
      }
    }
    assertTrue(minima >= 15, minima + " minima");
    assertTrue(sliding >= 2, sliding + " with a sliding neuron");
    // the probes do find lower losses further away
    assertTrue(lower >= 5, lower + " of " + minima);
  }

  @Test
  void lossFallsFromEverySaddleAlongItsDirection() {
    int saddles = 0;
    for (int seed = 0; seed < FLOWS; seed++) {
      Problem problem = StationaryFlows.draw(seed, 60);
      Trajectory run = new ReferenceIntegrator().integrate(problem);
      if (new LimitEstimator().estimate(run) instanceof LimitEstimate.Found limit
          && StationaryJudge.judge(run, limit) instanceof StationaryKind.Saddle found) {
        saddles++;
        double before =
            StationaryFlows.loss(problem, StationaryFlows.weights(problem, limit.state()));
        // at the point reported and near the limit
        for (double part : new double[] {1, 1e-2, 1e-4}) {
          double[][] weights = StationaryFlows.weights(problem, limit.state());
          double[] row = weights[found.descent().neuron() - 1];
          row[0] += part * found.descent().a();
          for (int i = 1; i < row.length; i++) {
            row[i] += part * found.descent().w().get(i - 1);
          }
          assertTrue(StationaryFlows.loss(problem, weights) < before, seed + ": " + part);
        }
      }
    }
    assertTrue(saddles >= 2, saddles + " saddles");
  }

  /** The least loss at random weights around the limit. */
  private static double least(Problem problem, LimitEstimate.Found limit, double radius, int seed) {
    SplittableRandom random = new SplittableRandom(1000 + seed);
    double[][] centre = StationaryFlows.weights(problem, limit.state());
    double least = Double.POSITIVE_INFINITY;
    for (int probe = 0; probe < PROBES; probe++) {
      double[][] moved = new double[centre.length][];
      double share = Math.pow(10, -4 * random.nextDouble());
      for (int j = 0; j < moved.length; j++) {
        moved[j] = moved(problem, centre[j], limit, j, share * radius, random);
      }
      least = Math.min(least, StationaryFlows.loss(problem, moved));
    }
    return least;
  }

  private static double[] moved(
      Problem problem,
      double[] row,
      LimitEstimate.Found limit,
      int j,
      double radius,
      SplittableRandom random) {
    // the limit itself is known up to its error only
    double error = Math.sqrt(3) * (limit.state().errorOfW(j) + limit.state().errorOfA(j));
    double room = Math.max(0, Math.min(radius, 10) - error);
    double[] step = new double[row.length];
    boolean both = problem.network().trained() == Network.Trained.BOTH;
    double square = 0;
    for (int i = both ? 0 : 1; i < step.length; i++) {
      step[i] = random.nextGaussian();
      square += step[i] * step[i];
    }
    double[] moved = row.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += 0.999 * room * step[i] / Math.sqrt(square);
    }
    return moved;
  }

  private static boolean slides(Problem problem, LimitEstimate.Found limit) {
    for (int j = 0; j < problem.network().width(); j++) {
      for (int k = 0; k < problem.data().n(); k++) {
        double gate = limit.state().gate(j, k);
        if (gate > 0 && gate < 1 && gate != 0.2) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean fallsAfter(
      Problem problem, LimitEstimate.Found limit, StationaryKind.Escape escape) {
    double[][] weights = StationaryFlows.weights(problem, limit.state());
    double before = StationaryFlows.loss(problem, weights);
    double[] row = weights[escape.neuron() - 1];
    boolean both = problem.network().trained() == Network.Trained.BOTH;
    double square = 0;
    for (int i = both ? 0 : 1; i < row.length; i++) {
      square += row[i] * row[i];
      row[i] = 0;
    }
    assertEquals(Math.sqrt(square), escape.length(), 1e-12);
    // shrinking changes nothing but what the error of a resting neuron lets through
    assertEquals(before, StationaryFlows.loss(problem, weights), 1e-9);
    row[0] += escape.descent().a();
    for (int i = 1; i < row.length; i++) {
      row[i] += escape.descent().w().get(i - 1);
    }
    return StationaryFlows.loss(problem, weights) < before;
  }
}
