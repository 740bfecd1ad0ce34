package org.flowproof.enclose.verify;

import static org.flowproof.enclose.verify.Certificates.assertRefused;
import static org.flowproof.enclose.verify.Certificates.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Attempts to have something false verified, on problems small enough to know what is true; each
 * beside a twin that is true and passes.
 */
class ForgedCertificatesTest {
  private static final double AWAY = 1e-3;
  private static final double[][] STILL = {{0, 0, 0}, {0, 0, 0}};

  private static void assertVerified(String text) throws Exception {
    assertEquals(Optional.empty(), refusal(text));
  }

  /**
   * Two neurons that fit their two samples, (1, 0) and (0, 1), and rest. They start {@link #AWAY}
   * from there, orthogonally to what the samples see: so they stay where they start.
   */
  private static HandMade resting() {
    double[][] x = {{1, 0}, {0, 1}};
    return new HandMade(
        0, x, new double[] {2, 2}, new double[][] {{2, -1 - AWAY, 1}, {-1 - AWAY, 2, 1}});
  }

  private static final double[][] REST = {{2, -1, 1}, {-1, 2, 1}};

  private static String resting(double length, double tube, String... lines) {
    return resting().step(length, "+- -+", List.of(lines), REST, STILL, tube).claim(length, tube);
  }

  /** The distance is AWAY at every time, and the bound grows with the length of the step. */
  @Test
  void radiiAreTight() throws Exception {
    assertVerified(resting(1e-6, AWAY * (1 + 1e-5)));
    assertRefused(resting(1e-6, AWAY), "may leave the tube");
    assertRefused(resting(1e-6, AWAY * (1 - 1e-15)), "may leave the tube");
    // what the other neuron may do is length times coupling times sizes, 2.4 % here
    assertVerified(resting(4e-3, AWAY * 1.03));
    assertRefused(resting(4e-3, AWAY * 1.02), "may leave the tube");
  }

  /**
   * One small neuron that grows by the pull of its label, 1: so does the distance from its path,
   * from 1e-7 to 1.1052e-7, and the path, which is straight, falls behind by 7e-9.
   */
  @Test
  void errorsGrowAtTheRateOfThePull() throws Exception {
    double off = 1e-7 / Math.sqrt(2);
    double[][] at = {{1e-6, 1e-6}};
    for (double tube : new double[] {1.16e-7, 1.3e-7}) {
      double[][] start = {{1e-6 + off, 1e-6 + off}};
      HandMade hand = new HandMade(0, new double[][] {{1}}, new double[] {1}, start);
      String text = hand.step(0.1, "+", at, at, tube).claim(0.1, tube);
      if (tube > 1.2e-7) {
        assertVerified(text);
      } else {
        assertRefused(text, "may leave the tube");
      }
    }
  }

  /** Two neurons fit one label; one is off by 1e-3, which moves the other by more than 1e-4. */
  @Test
  void unequalWeightsHideNoNeuron() throws Exception {
    HandMade hand =
        new HandMade(
            0, new double[][] {{1}}, new double[] {2}, new double[][] {{1.001, 1}, {1, 1}});
    double[][] rest = {{1, 1}, {1, 1}};
    double[][] still = {{0, 0}, {0, 0}};
    List<String> norm = List.of(HandMade.norm(1e6, 1));
    String text = hand.step(0.1, "+ +", norm, rest, still, 1.2e-3).claim(0.1, 1.2e-3);
    assertVerified(Certificates.with(text, "path", 1, 2, 5e-4));
    assertRefused(Certificates.with(text, "path", 1, 2, 1e-5), "may leave the tube");
  }

  /** Neither weights nor payments make a bound better than the truth. */
  @Test
  void noNormAndNoKinkGivesLessThanTheTruth() throws Exception {
    Random random = new Random(11);
    int passed = 0;
    for (int i = 0; i < 300; i++) {
      List<String> lines = new ArrayList<>();
      for (int norms = random.nextInt(4); norms > 0; norms--) {
        lines.add(HandMade.norm(weight(random), weight(random)));
      }
      if (random.nextBoolean()) {
        lines.add(
            HandMade.kink(
                random.nextInt(2),
                random.nextBoolean() ? weight(random) : AWAY * 0.1,
                random.nextBoolean() ? weight(random) : -1.5));
      }
      String[] all = lines.toArray(String[]::new);
      double tube = AWAY * (1 - Math.pow(10, -1 - random.nextInt(9)));
      assertTrue(refusal(resting(1e-3, tube, all)).isPresent(), lines.toString());
      passed += refusal(resting(1e-3, 2 * AWAY, all)).isEmpty() ? 1 : 0;
    }
    assertTrue(passed > 30, passed + " passed with a wide tube");
  }

  private static double weight(Random random) {
    double size = Math.pow(10, random.nextInt(41) - 20);
    return random.nextInt(4) == 0 ? -size : random.nextInt(5) == 0 ? 0 : size;
  }

  /** A path that jumps pays for it, there and back. */
  @Test
  void noPathLeavesTheFlowByJumping() throws Exception {
    double[][] beyond = {{2, -1.5, 1}, {-1, 2, 1}};
    double tube = 1.05 * AWAY;
    for (boolean back : new boolean[] {false, true}) {
      HandMade hand = resting().step(1e-3, "+- -+", REST, STILL, tube);
      hand.step(1e-3, "+- -+", back ? REST : beyond, STILL, tube);
      String text = hand.claim(2e-3, tube);
      if (back) {
        assertVerified(text);
      } else {
        assertRefused(text, "may leave the tube");
      }
    }
    HandMade first = resting().step(1e-3, "+- -+", beyond, STILL, tube);
    assertRefused(first.claim(1e-3, tube), "may leave the tube");
  }

  /** Sides and slides that the path has not. */
  @Test
  void noPathClaimsSidesThatItHasNot() throws Exception {
    double tube = 1.05 * AWAY;
    assertVerified(resting().step(1e-3, "+- -+", REST, STILL, tube).claim(1e-3, tube));
    for (String sides : List.of("++ -+", "-- -+", "+- --")) {
      String text = resting().step(1e-3, sides, REST, STILL, tube).claim(1e-3, tube);
      assertRefused(text, "side it claims|may leave the tube");
    }
    for (String sides : List.of("0- -+", "+0 -+", "00 00")) {
      String text = resting().step(1e-3, sides, REST, STILL, tube).claim(1e-3, tube);
      assertRefused(text, "may leave the tube");
    }
    // crossing to the other side and back within a step is no way past it
    double[][] through = {{0, 2, 0}, {0, 0, 0}};
    String text = resting().step(1e-3, "+- -+", REST, through, tube).claim(1e-3, tube);
    assertRefused(text, "may leave the tube");
  }

  @Test
  void noTimeIsClaimedThatDoesNotPass() throws Exception {
    double tube = 1.05 * AWAY;
    HandMade back = resting().step(1e-3, "+- -+", REST, STILL, tube);
    assertRefused(back.step(-1e-3, "+- -+", REST, STILL, tube).claim(1e-3, tube), "no length");
    assertRefused(resting().claim(1e-3, tube), "do not reach");
    assertRefused(resting().claim(0, tube), "do not reach");
    assertRefused(resting(0, tube), "no length");
  }

  @Test
  void numbersThatOverflowAreRefused() throws Exception {
    double[][] far = {{1e200, -1e200, 1e200}, {-1, 2, 1}};
    for (double tube : new double[] {1e300, 1, 0, -1}) {
      HandMade hand = resting().step(1e-3, "+- -+", far, STILL, tube);
      assertTrue(refusal(hand.claim(1e-3, Math.abs(tube))).isPresent());
    }
    for (double tube : new double[] {1e300, 1e150, 1e16, 0, -1, Double.MIN_VALUE}) {
      assertTrue(refusal(resting(1e-3, tube)).isPresent(), "tube " + tube);
    }
    assertTrue(refusal(resting(1e300, 1)).isPresent());
  }

  /**
   * One neuron, two samples (0, 1) and (1, 0.3): the second pulls it up by 0.3 times its residual,
   * the first down by its own where the neuron is above its kink. So it slides with the gate 0.3
   * r_1 / |r_0|.
   */
  private static String sliding(double alpha, double below, double right, char side, double tube) {
    double[][] x = {{0, 1}, {1, 0.3}};
    double[][] start = {{1, 1e-9, 1}};
    double[][] at = {{1, side == '0' ? 0 : 1e-9, 1}};
    double pull = right / 2;
    double up = side == '0' ? 0 : pull * 0.3 - (side == '+' ? below / 2 : 0);
    double[][] velocity = {{pull, up, pull}};
    HandMade hand = new HandMade(alpha, x, new double[] {-below, 1 + right}, start);
    return hand.step(1e-3, side + "+", at, velocity, tube).claim(1e-3, tube);
  }

  @Test
  void nothingSlidesWithoutAGateThatHoldsIt() throws Exception {
    double tube = 2e-5;
    assertVerified(sliding(0, 1, 1, '0', tube)); // the gate is 0.3
    assertVerified(sliding(0.25, 1, 1, '0', tube));
    assertVerified(sliding(0, 0.31, 1, '0', tube)); // 0.97
    assertRefused(sliding(0, 0.2, 1, '0', tube), "may leave the tube"); // 1.5
    assertRefused(sliding(0.4, 1, 1, '0', tube), "may leave the tube"); // 0.3
    assertRefused(sliding(0, 1, -1, '0', tube), "may leave the tube"); // -0.3
    // repelled from the kink on both sides: nothing holds it there, though a gate would
    assertRefused(sliding(0, -1, -1, '0', tube), "neither proven to be convex nor paid for");
    assertRefused(sliding(0, 0, 0, '0', tube), "neither proven to be convex nor paid for");
  }

  /** The same beside the kink: the tube reaches it, so that it matters what the kink is. */
  @Test
  void noConcaveKinkIsCalledConvex() throws Exception {
    assertVerified(sliding(0, 0.2, 1, '+', 2e-5)); // convex, and the neuron goes up
    assertRefused(sliding(0, -0.2, 1, '+', 2e-5), "neither proven to be convex nor paid for");
    assertRefused(sliding(0, 0, 1, '+', 2e-5), "neither proven to be convex nor paid for");
    // on the path it is convex
    assertRefused(sliding(0, 1e-5, 1, '+', 2e-5), "neither proven to be convex nor paid for");
  }

  /** A neuron that slides on sample (0, 1, 0), and whose tube reaches the kink of (0, 0, 1). */
  @ParameterizedTest
  @CsvSource({"-1, -5e-6, true", "1, -5e-6, false", "0, -5e-6, false", "-1, 5e-6, false"})
  void aSlidingNeuronBesideAnotherKinkNeedsThatItIsConvex(
      double label, double beside, boolean isTrue) throws Exception {
    double[][] x = {{0, 1, 0}, {1, 0.3, 0}, {0, 0, 1}};
    double[][] start = {{1, 1e-9, beside, 1}};
    double[][] at = {{1, 0, beside, 1}};
    double third = 1 / 3.0;
    HandMade hand = new HandMade(0, x, new double[] {-1, 2, label}, start);
    String text =
        hand.step(1e-3, "0+-", at, new double[][] {{third, 0, 0, third}}, 2e-5).claim(1e-3, 2e-5);
    assertEquals(isTrue, refusal(text).isEmpty(), refusal(text).orElse("verified"));
  }

  @Test
  void dependentOrTooManySamplesHoldNothing() throws Exception {
    double[][] x = {{0, 1}, {0, 1}, {1, 0.3}};
    double[][] start = {{1, 1e-9, 1}};
    double[][] at = {{1, 0, 1}};
    HandMade twice = new HandMade(0, x, new double[] {-1, -1, 2}, start);
    String text = twice.step(1e-3, "00+", at, STILL, 1e-4).claim(1e-3, 1e-4);
    assertRefused(text, "dependent samples");
    HandMade all = new HandMade(0, x, new double[] {-1, -1, 2}, start);
    assertRefused(all.step(1e-3, "000", at, STILL, 1e-4).claim(1e-3, 1e-4), "dependent samples");
  }

  /**
   * A neuron passes the concave kink of sample (0, 1) at a speed that sample (1, s) gives it, half
   * of s; the push is a half as well. The flow starts beside the path. At speed 0 or backwards the
   * flow is not one.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 1e-7, 1.01, true", // true bounds
    "1, 1e-7, 0.99, false", // growth that is less than the push over the speed
    "1, 1e-12, 1.01, false", // an error that changes less than the jump of the path
    "0.8, 1e-7, 1.24, false",
    "0.8, 1e-7, 1.26, true",
    "0, 1e-7, 1.01, false", // no speed: grazing
    "0, 1e-7, 1e300, false",
    "-1, 1e-7, 1.01, false", // repelled
    "-1, 1e-7, -1.01, false",
    "1, 1e-7, -1.01, false",
  })
  void concaveKinksNeedTheirSpeed(double slope, double added, double factor, boolean isTrue)
      throws Exception {
    String text = passing(slope, added, factor, 1e-5);
    if (isTrue) {
      assertVerified(text);
    } else {
      assertTrue(refusal(text).isPresent(), "verified");
    }
    // and nobody passes it without saying so
    String bare = text.replace(HandMade.kink(0, added, factor) + "\n", "");
    assertRefused(bare, "neither proven to be convex nor paid for");
  }

  private static String passing(double slope, double added, double factor, double tube) {
    double[][] x = {{0, 1}, {1, slope}};
    double h = 1e-4;
    // below the kink, r_0 = 1 counts nothing there; r_1 = 1 pulls by (1, slope) / 2
    double[][] start = {{2, -1e-5 - 1e-6, 1}};
    double[][] at = {{2, -1e-5, 1}};
    double half = 0.5;
    double[][] velocity = {{half, slope * half, half * 2}};
    HandMade hand = new HandMade(0, x, new double[] {1, 3}, start);
    double length = slope > 0 ? 2e-5 / slope : 2e-5;
    String lines = HandMade.kink(0, added, factor);
    double[][] met = {{2 + length * half, Math.min(0, -1e-5 + length * slope * half), 1 + length}};
    double[][] after = {{half, (slope + 1) * half, half * 2}};
    return hand.step(1e-9, "-+", at, velocity, 1.1e-6)
        .step(length, "-+", List.of(lines), at, velocity, tube)
        .step(h, slope > 0 ? "++" : "-+", met, slope > 0 ? after : velocity, tube)
        .claim(h, tube);
  }

  /** The speed doubles, and with it the distance of 1e-6; the payment is for 2.2 times b. */
  @Test
  void concaveKinksArePaidFor() throws Exception {
    assertVerified(passing(1, 1e-7, 1.2, 2.6e-6));
    assertRefused(passing(1, 1e-7, 1.2, 2.3e-6), "may leave the tube");
    assertRefused(passing(1, 1e-7, 1.2, 1.5e-6), "may leave the tube"); // false
  }
}
