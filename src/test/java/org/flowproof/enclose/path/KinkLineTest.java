package org.flowproof.enclose.path;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.formula.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What samples on one line pull by together, against rationals. */
class KinkLineTest {
  private static final double[][] X = {{0.3, -0.1}, {3, 0.7}, {-0.9, 0.3}, {0.6, -0.2}, {0, 2}};
  private static final double[][] ON_LINE = {{3, -1}, {3, 0.7}, {-9, 3}, {1, 0}, {6, -2}};
  private static final int STANDING = 2;
  private static final int[] MEMBERS = {0, 2, 4};
  private static final long[] PARTS = {1, -3, 2};

  private static KinkLine line(double slope) {
    return model(slope).kinks().of(0);
  }

  private static FlowModel model(double slope) {
    return Flows.model(
        Flows.squared(
            ON_LINE,
            new double[] {1, 1, 1, 1, 1},
            new double[][] {{0.1, 0.7}},
            new double[] {1},
            slope,
            1));
  }

  @Test
  void whichSamplesAreOnOneLineIsDecidedOnTheDoubles() {
    assertArrayEquals(MEMBERS, line(0).members());
    assertEquals(STANDING, line(0).sample());
    assertArrayEquals(new int[] {1, 2, 3}, model(0).kinks().samples());
    // 0.9 is not three times 0.3 among doubles
    FlowModel rounded =
        Flows.model(
            Flows.squared(X, new double[5], new double[][] {{0.1, 0.7}}, new double[] {1}, 0, 1));
    assertArrayEquals(new int[] {0, 1, 2, 4}, withoutDouble(rounded.kinks().samples()));
  }

  /** Without the sample that is twice the first, whichever of the two stands for both. */
  private static int[] withoutDouble(int[] samples) {
    return java.util.Arrays.stream(samples).map(k -> k == 3 ? 0 : k).sorted().toArray();
  }

  /** {@code theta R + B} is what the gates of the samples on their sides give, to the letter. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 0.1})
  void pullsTogetherAsOneByOne(double slope) {
    KinkLine line = line(slope);
    Random random = new Random(3);
    for (int trial = 0; trial < 50; trial++) {
      double[] r = random.doubles(5, -1, 1).toArray();
      for (Side side : new Side[] {Side.PLUS, Side.MINUS}) {
        Rational sum = Rational.ZERO;
        for (int p = 0; p < MEMBERS.length; p++) {
          Side own = line.sideOf(MEMBERS[p], side);
          assertEquals(PARTS[p] < 0 ? side : side.across(), own);
          Rational gate = own == Side.PLUS ? Rational.ONE : Rational.ofDouble(slope);
          // in units of the sample that stands for the line, which is the one times -3
          Rational part = Rational.of(PARTS[p], -3);
          sum = sum.plus(gate.times(part).times(Rational.ofDouble(r[MEMBERS[p]])));
        }
        Interval gate = Interval.of(side == Side.PLUS ? 1 : slope);
        Interval together =
            gate.times(line.residual(k -> Interval.of(r[k])))
                .plus(line.offset(k -> Interval.of(r[k])));
        assertTrue(together.intersection(Interval.of(sum)).isPresent(), together::toString);
        assertEquals(sum.toDouble(), together.midpoint(), 1e-15);
        double rounded = gate.midpoint() * line.residual(r) + line.offset(r);
        assertEquals(sum.toDouble(), rounded, 1e-15);
      }
    }
  }

  @Test
  void alongAStepTheSumIsThatOfThePolynomials() {
    KinkLine line = line(0.1);
    Series[] residuals = new Series[5];
    for (int k = 0; k < 5; k++) {
      residuals[k] = Series.exact(new double[] {0.1 * k - 0.3, 0.7 - k, 1});
    }
    Series sum = line.residualAlong(k -> residuals[k]);
    Interval atStart = line.residual(k -> Interval.of(residuals[k].coefficient(0)));
    assertTrue(sum.radius() < 1e-14, () -> "radius " + sum.radius());
    assertTrue(Math.abs(sum.coefficient(0) - atStart.midpoint()) <= sum.radius() + 1e-16);
    double[][] coefficients = new double[5][];
    for (int k = 0; k < 5; k++) {
      coefficients[k] = new double[] {0.1 * k - 0.3, 0.7 - k, 1};
    }
    for (int l = 0; l < 3; l++) {
      assertEquals(sum.coefficient(l), line.residual(coefficients)[l], 1e-15);
    }
  }

  /** When each residual changes by the norm of its sample, in the worst way. */
  @Test
  void theReachBoundsBothChangesTogether() {
    KinkLine line = line(0.25);
    double most = 0;
    for (int signs = 0; signs < 8; signs++) {
      double[] change = new double[5];
      for (int p = 0; p < 3; p++) {
        double norm = Math.hypot(ON_LINE[MEMBERS[p]][0], ON_LINE[MEMBERS[p]][1]);
        change[MEMBERS[p]] = (signs >> p & 1) == 0 ? norm : -norm;
      }
      most = Math.max(most, Math.abs(line.residual(change)) + Math.abs(line.offset(change)));
    }
    assertTrue(line.reach() >= most, line.reach() + " below " + most);
    assertTrue(line.reach() <= 2 * most, line.reach() + " far above " + most);
  }

  @Test
  void aSampleAloneIsItself() {
    KinkLine alone = model(0.25).kinks().of(1);
    double[] r = {1, 2, 3, 4, 5};
    assertTrue(alone.alone());
    assertEquals(2, alone.residual(r));
    assertEquals(0, alone.offset(r));
    assertEquals(Math.hypot(3, 0.7), alone.reach(), 1e-10);
  }
}
