package org.flowproof.check.outcome;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Vec;
import org.flowproof.problem.data.SampleLaw;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.junit.jupiter.api.Test;

/**
 * The loss at half-sample least squares has expectation {@code noise^2 (1 - 2d/n)} (theory notes
 * A.4.5). With normal noise {@code n MSE / noise^2} even has the law chi-square with n - 2d degrees
 * of freedom, whatever the samples, so that the sum over independent draws is tested exactly.
 */
class LossLawTest {
  private static final int DRAWS = 400;
  private static final int SAMPLES = 40;
  private static final int DIMENSION = 5;
  private static final double NOISE = 0.5;

  /** Probability that the test fails on fresh seeds although the law is right. */
  private static final double FALSE_ALARM = 1e-6;

  private static double total() {
    double total = 0;
    for (long seed = 1; seed <= DRAWS; seed++) {
      Vec beta = Vec.of(1, 0, 0, 0, 0);
      SampleLaw.Draw draw = new SampleLaw(SAMPLES, beta, NOISE, 0.2, seed).draw().orElseThrow();
      DataSet data = new DataSet(draw.x(), draw.y(), "law");
      for (int side : new int[] {1, -1}) {
        int[] half = half(data, side);
        LinearFit fit = LinearFit.of(data, half);
        for (int k : half) {
          double r = data.y().get(k) - fit.at(data.x().row(k));
          total += r * r / (NOISE * NOISE);
        }
      }
    }
    return total;
  }

  private static int[] half(DataSet data, int side) {
    List<Integer> half = new ArrayList<>();
    for (int k = 0; k < data.n(); k++) {
      if (side * data.x().get(k, 0) > 0) {
        half.add(k);
      }
    }
    return half.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Two-sided test of a chi-square law with so many degrees of freedom. */
  private static boolean fits(double total, double degrees) {
    double below = new GammaDistribution(degrees / 2, 2).cumulativeProbability(total);
    return Math.min(below, 1 - below) > FALSE_ALARM / 2;
  }

  @Test
  void expectedLossOfTwoHalves() {
    double total = total();
    assertTrue(fits(total, DRAWS * (SAMPLES - 2.0 * DIMENSION)), "total " + total);
    // the law of one fit to all samples, and that of no fit
    assertFalse(fits(total, DRAWS * (SAMPLES - 1.0 * DIMENSION)));
    assertFalse(fits(total, DRAWS * (double) SAMPLES));
  }

  /** Each draw has enough samples on both sides, which the number of degrees needs. */
  @Test
  void halvesAreLargeEnough() {
    for (long seed = 1; seed <= DRAWS; seed++) {
      SampleLaw.Draw draw =
          new SampleLaw(SAMPLES, Vec.of(1, 0, 0, 0, 0), NOISE, 0.2, seed).draw().orElseThrow();
      DataSet data = new DataSet(draw.x(), draw.y(), "law");
      int plus = half(data, 1).length;
      assertTrue(Math.min(plus, SAMPLES - plus) >= DIMENSION, "seed " + seed);
    }
  }
}
