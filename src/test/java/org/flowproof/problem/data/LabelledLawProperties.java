package org.flowproof.problem.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.Vec;

/** Laws of labelled samples, with inner products in exact arithmetic. */
class LabelledLawProperties {

  private static BigDecimal exact(Matrix x, int k, int l) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < x.columns(); i++) {
      if (x.get(k, i) != 0 && x.get(l, i) != 0) {
        sum = sum.add(new BigDecimal(x.get(k, i)).multiply(new BigDecimal(x.get(l, i))));
      }
    }
    return sum;
  }

  @Property(tries = 150)
  void keepsItsBoundExactly(
      @ForAll @IntRange(min = 1, max = 6) int plus,
      @ForAll @IntRange(min = 1, max = 6) int minus,
      @ForAll @IntRange(max = 4) int more,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double norm,
      @ForAll @DoubleRange(min = 0.1, max = 0.99) double dial,
      @ForAll @IntRange(max = 9) int decades,
      @ForAll @LongRange(min = 0) long seed) {
    int n = plus + minus;
    double overlap = dial * Math.pow(10, -decades) * norm * norm / (n - 1);
    NearlyOrthogonalLaw law = new NearlyOrthogonalLaw(plus, minus, n + more, norm, overlap, seed);
    Matrix x = law.draw().x();
    assertEquals(x, law.draw().x());
    SeededStream gram = new SeededStream(seed, SeededStream.Purpose.SAMPLES);
    for (int k = 0; k < n; k++) {
      // a sum of at most 12 squares, each factor rounded twice
      assertEquals(1, exact(x, k, k).doubleValue() / (norm * norm), 1e-14);
      for (int l = 0; l < k; l++) {
        BigDecimal product = exact(x, k, l);
        assertTrue(product.abs().compareTo(new BigDecimal(overlap)) <= 0);
        // the Gram matrix is as announced, up to the room left for rounding
        double announced = overlap * (2 * gram.nextUniform() - 1);
        assertEquals(announced, product.doubleValue(), 2e-9 * overlap + 1e-15 * norm * norm);
      }
    }
  }

  @Property(tries = 50)
  void withoutOverlapSamplesAreExactlyOrthogonal(
      @ForAll @IntRange(min = 1, max = 8) int plus,
      @ForAll @IntRange(min = 1, max = 8) int minus,
      @ForAll @LongRange(min = 0) long seed) {
    Matrix x = new NearlyOrthogonalLaw(plus, minus, plus + minus, 3, 0, seed).draw().x();
    for (int k = 0; k < plus + minus; k++) {
      for (int l = 0; l <= k; l++) {
        assertEquals(0, exact(x, k, l).compareTo(BigDecimal.valueOf(k == l ? 9 : 0)));
      }
    }
  }

  /** With 435 pairs the largest uniform number is above 0.95 but for a chance of 2e-10. */
  @Example
  void comesNearItsBound() {
    Matrix x = new NearlyOrthogonalLaw(15, 15, 60, 2, 0.1, 1).draw().x();
    double largest = 0;
    for (int k = 0; k < 30; k++) {
      for (int l = 0; l < k; l++) {
        largest = Math.max(largest, Math.abs(exact(x, k, l).doubleValue()));
      }
    }
    assertTrue(largest > 0.095 && largest <= 0.1, "largest " + largest);
  }

  @Example
  void aSmallerSetIsTheBeginningOfALargerOne() {
    LabelledSamples small = new NearlyOrthogonalLaw(3, 3, 20, 2, 0.1, 7).draw();
    LabelledSamples large = new NearlyOrthogonalLaw(5, 5, 20, 2, 0.1, 7).draw();
    for (int k = 0; k < 6; k++) {
      assertArrayEquals(small.x().row(k), large.x().row(k));
      assertEquals(small.y().get(k), large.y().get(k));
    }
    assertNotEquals(small.x(), new NearlyOrthogonalLaw(3, 3, 20, 2, 0.1, 8).draw().x());
  }

  @Property(tries = 100)
  void hasAsManyOfEachLabelAsAsked(
      @ForAll @IntRange(min = 1, max = 9) int plus, @ForAll @IntRange(min = 1, max = 9) int minus) {
    LabelledSamples samples = new LabelledGaussianLaw(plus, minus, 2, 4).draw();
    double[] y = samples.y().toArray();
    assertEquals(plus, Arrays.stream(y).filter(v -> v == 1).count());
    assertEquals(minus, Arrays.stream(y).filter(v -> v == -1).count());
    for (int k = 0; k < 2 * Math.min(plus, minus); k++) {
      assertEquals(k % 2 == 0 ? 1 : -1, y[k]);
    }
  }

  /** The samples are those of the law with a teacher. */
  @Example
  void gaussianSamplesAreTheSameStream() {
    Vec beta = Vec.of(new double[] {1, 0, 0});
    assertEquals(
        new SampleLaw(4, beta, 0, 0, 9).draw().orElseThrow().x(),
        new LabelledGaussianLaw(2, 2, 3, 9).draw().x());
  }
}
