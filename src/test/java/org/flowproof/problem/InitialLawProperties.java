package org.flowproof.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class InitialLawProperties {

  @Property(tries = 100)
  void balancedAndDominatedDrawsAreExactlyDominated(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int d,
      @ForAll @DoubleRange(min = -12, max = 0) double exponent) {
    double scale = Math.pow(10, exponent);
    for (InitialLaw law : new InitialLaw[] {InitialLaw.BALANCED, InitialLaw.DOMINATED}) {
      Weights weights = law.draw(10, d, scale, seed);
      assertEquals(weights, law.draw(10, d, scale, seed));
      for (int j = 0; j < 10; j++) {
        BigDecimal norm = BigDecimal.ZERO;
        for (double value : weights.w().row(j)) {
          norm = norm.add(new BigDecimal(value).pow(2));
        }
        BigDecimal square = new BigDecimal(weights.a().get(j)).pow(2);
        assertTrue(square.compareTo(norm) >= 0, law + " neuron " + (j + 1));
        if (law == InitialLaw.BALANCED) {
          // a few units in the last place: one root, two products, one step up
          double excess = square.subtract(norm).doubleValue() / square.doubleValue();
          assertTrue(excess <= 0x1p-50, "excess " + excess);
        }
      }
    }
  }
}
