package org.flowproof.flow.cones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.formula.Rational;
import org.flowproof.problem.SeededStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastNormTest {
  private static final Rational LOW = Rational.of(1, 4);

  /** Small whole numbers, so that dependent vectors and ties are common. */
  private static ExactVector small(SeededStream stream, int d) {
    double[] v = new double[d];
    for (int i = 0; i < d; i++) {
      v[i] = Math.rint(3 * stream.nextUniform() - 1.5);
    }
    return ExactVector.of(v);
  }

  @ParameterizedTest
  @CsvSource({"1,2,3,true", "2,3,6,true", "3,3,9,true", "4,4,7,false", "5,5,4,false"})
  void slopesAtTheBoundsPointOutward(long seed, int d, int count, boolean bounded) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.SAMPLES);
    Optional<Rational> upper = bounded ? Optional.of(Rational.ONE) : Optional.empty();
    for (int round = 0; round < 100; round++) {
      ExactVector offset = small(stream, d);
      List<ExactVector> vectors = new ArrayList<>();
      for (int l = 0; l < count; l++) {
        vectors.add(small(stream, d));
      }
      LeastNorm least = LeastNorm.of(offset, vectors, LOW, upper);
      ExactVector sum = offset;
      for (int l = 0; l < count; l++) {
        Rational gate = least.gates().get(l);
        sum = sum.plus(vectors.get(l).times(gate));
        int slope = vectors.get(l).dot(least.point()).signum();
        boolean low = gate.equals(LOW);
        boolean high = upper.filter(gate::equals).isPresent();
        assertTrue(gate.compareTo(LOW) >= 0 && upper.map(u -> gate.compareTo(u) <= 0).orElse(true));
        assertTrue(slope == 0 || (slope > 0 && low) || (slope < 0 && high));
      }
      assertEquals(sum, least.point());
    }
  }

  @Test
  void leastEigenvalueFromBelow() {
    // eigenvalues 1 and 3
    List<List<Rational>> matrix =
        List.of(List.of(Rational.of(2), Rational.of(1)), List.of(Rational.of(1), Rational.of(2)));
    Rational found = LeastEigenvalue.of(matrix);
    assertTrue(found.compareTo(Rational.ONE) <= 0);
    assertEquals(1, found.toDouble(), LeastEigenvalue.RELATIVE);
    List<List<Rational>> singular =
        List.of(List.of(Rational.of(1), Rational.of(1)), List.of(Rational.of(1), Rational.of(1)));
    assertEquals(Rational.ZERO, LeastEigenvalue.of(singular));
  }

  @Test
  void signsTooCloseForDoublesAreExact() {
    // rounds to 0 in doubles: 1e16 + 1 - 1e16 + ...
    RoundedVector one = new RoundedVector(ExactVector.of(1e16, 1, -1e16));
    RoundedVector ones = new RoundedVector(ExactVector.of(1, 1, 1));
    assertEquals(1, one.sign(ones));
    assertEquals(-1, new RoundedVector(ExactVector.of(1e16, -1, -1e16)).sign(ones));
    assertEquals(0, new RoundedVector(ExactVector.of(1e16, 0, -1e16)).sign(ones));
    // underflow: the product is below the smallest double
    RoundedVector tiny = new RoundedVector(ExactVector.of(1e-300));
    assertEquals(1, tiny.sign(tiny));
  }
}
