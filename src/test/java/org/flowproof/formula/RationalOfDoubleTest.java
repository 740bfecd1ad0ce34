package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The value of a double read from its bits, against its decimal expansion. */
class RationalOfDoubleTest {
  private static final int ROUNDS = 20_000;

  @Test
  void randomBitsAreTheNumberThatTheyStandFor() {
    Random random = new Random(20261122);
    for (int round = 0; round < ROUNDS; round++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        judge(value);
      }
      judge(random.nextGaussian());
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        -0.0,
        1,
        -1,
        2,
        0.5,
        3,
        0.1,
        -0.1,
        1e22,
        1e300,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        0x0.fffffffffffffp-1022,
        -0x1.8p-1060,
        Double.MAX_VALUE,
        0x1p52,
        0x1p53,
        0x1.0000000000001p52,
        0x1p1023
      })
  void endsOfTheRangeToo(double value) {
    judge(value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void noOthers(double value) {
    assertThrows(ArithmeticException.class, () -> Rational.ofDouble(value));
  }

  private static void judge(double value) {
    assertEquals(Rational.ofDecimal(new BigDecimal(value)), Rational.ofDouble(value));
  }
}
