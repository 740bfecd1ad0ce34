package org.flowproof.check.margins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.flowproof.check.Verdict;
import org.junit.jupiter.api.Test;

/** Extrapolated limits of sequences that are known. */
class ExtrapolationTest {
  private static final double[] TIMES = {10, 32, 100, 316, 1000, 3162, 10000};

  private static double[] at(DoubleUnaryOperator law) {
    return Arrays.stream(TIMES).map(law).toArray();
  }

  @Test
  void theErrorBarCoversTheLimit() {
    for (double exponent : new double[] {0.3, 0.6, 1}) {
      Extrapolation found =
          Extrapolation.of(
              at(t -> 2 - 3 * Math.pow(t, -exponent)), new double[7], Math.pow(10, -exponent / 2));
      assertTrue(found.settles(), "exponent " + exponent);
      assertTrue(Math.abs(found.limit() - 2) <= found.bar() * (1 + 1e-3), found.toString());
    }
  }

  @Test
  void theLawOfTheLossIsRemovedExactly() {
    Extrapolation found =
        Extrapolation.inverse(TIMES, at(t -> 5 + (7 * Math.log(t) - 3) / t), new double[7], 0.3);
    assertEquals(5, found.limit(), 1e-12);
  }

  /** A quantity in 1/log t is not mistaken for one that has settled. */
  @Test
  void logarithmicApproachIsNotTakenForALimit() {
    double[] slow = at(t -> 1 + 1 / Math.log(t));
    Extrapolation found = Extrapolation.of(slow, new double[7], 0.32);
    assertFalse(found.settles());
    LimitItem item = LimitItem.of("value", slow[6], 0, found, 100);
    assertEquals(Verdict.UNKNOWN, item.verdict());
  }

  @Test
  void verdictsNeedASharpErrorBar() {
    Extrapolation found = Extrapolation.of(at(t -> 2 - 3 / t), new double[7], Math.pow(10, -0.5));
    double bar = found.bar();
    assertEquals(Verdict.HOLDS, LimitItem.of("value", 2, 0, found, 11 * bar).verdict());
    assertEquals(Verdict.UNKNOWN, LimitItem.of("value", 2, 0, found, 9 * bar).verdict());
    assertEquals(Verdict.UNKNOWN, LimitItem.of("value", 2 + 3 * bar, 0, found, 1).verdict());
    assertEquals(Verdict.VIOLATED, LimitItem.of("value", 2 + 9 * bar, 0, found, 1).verdict());
  }
}
