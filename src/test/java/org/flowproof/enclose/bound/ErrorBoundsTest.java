package org.flowproof.enclose.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Bounds of errors against a linear flow of errors that is known. */
class ErrorBoundsTest {
  private static final int STEPS = 400;
  private static final double TIME = 2;
  private static final double FACTOR = 20;
  private static final double FIRST = 1e-3;

  /** The errors of two neurons that couple, {@code e' = -[1 -1; -1 1] e}, from (1e-3, 1). */
  private static double[] errors(double time) {
    double mean = (FIRST + 1) / 2;
    double half = (1 - FIRST) / 2 * Math.exp(-2 * time);
    return new double[] {mean - half, mean + half};
  }

  /**
   * A concave kink is opened, then the neighbour hands on half of its error, and only then the kink
   * is passed: what was drifted by is multiplied as well, in every norm.
   */
  @Test
  void aKinkActsOnWhatDriftedBefore() {
    ErrorBounds bounds = ErrorBounds.none(2, 4);
    for (int block = 0; block < 4; block++) {
      bounds.regroup(block, new boolean[] {block != 1, block != 2});
    }
    bounds.jump(errors(0));
    double before = errors(TIME)[0];
    bounds.kick(new Kick(0, 0, before, 1, FACTOR, FACTOR, before - FIRST));
    double length = TIME / STEPS;
    for (int step = 1; step <= STEPS; step++) {
      double[] tube = bounds.all();
      for (int j = 0; j < 2; j++) {
        tube[j] *= 1.2;
      }
      StepRates rates = new StepRates(new double[2], new double[2], new double[] {1, 1}, length);
      bounds.grow(rates, tube, new double[] {before - FIRST, 0});
      double[] held = bounds.all();
      assertTrue(held[0] < tube[0] && held[1] < tube[1]);
      // not passed yet
      double[] now = errors(step * length);
      assertTrue(held[0] >= now[0] && held[1] >= now[1]);
    }
    double passed = (1 + FACTOR) * before;
    for (BlockNorm norm : bounds.norms()) {
      double bound = norm.of(0);
      assertTrue(bound >= passed, () -> passed + " is above " + bound);
      assertTrue(norm.of(1) >= errors(TIME)[1]);
    }
    assertEquals(passed, bounds.of(0), 0.1 * passed);
  }
}
