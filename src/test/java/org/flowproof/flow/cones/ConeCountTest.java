package org.flowproof.flow.cones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many cones there are, and that a list from which one is missing is found out. */
class ConeCountTest {

  private static ActivationCones gaussian(long seed, int n, int d) {
    return ActivationCones.of(
        PlaneProblem.of(0, SpaceConesTest.gaussian(seed, n, d), SpaceConesTest.labels(seed, n)));
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 5", "3, 12", "4, 40"})
  void planesHaveTwiceAsManySectorsAsSamples(long seed, int n) {
    ConeCount count = ConeCount.of(gaussian(seed, n, 2));
    assertEquals(2L * n, count.open());
    assertEquals(OptionalLong.of(2L * n), count.expected());
    assertTrue(count.consistent());
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 5", "3, 9", "4, 16"})
  void spacesHaveTheirPolynomial(long seed, int n) {
    ConeCount count = ConeCount.of(gaussian(seed, n, 3));
    assertEquals(n * (n - 1L) + 2, count.open());
    assertEquals(OptionalLong.of(n * (n - 1L) + 2), count.expected());
    assertEquals(OptionalLong.of(count.euler()), count.sphere());
    assertTrue(count.consistent());
  }

  @Test
  void samplesInSpecialPositionHaveFewer() {
    // three kinks that meet in one line, and one across
    double[][] x = {{1, 0, 0}, {0, 1, 0}, {1, 1, 0}, {0, 0, 1}};
    ConeCount count =
        ConeCount.of(ActivationCones.of(PlaneProblem.of(0, x, new double[] {1, 1, 1, 1})));
    assertEquals(12, count.open());
    assertEquals(OptionalLong.empty(), count.expected());
    assertEquals(OptionalLong.of(2), count.sphere());
    assertTrue(count.consistent());
    // samples on one line share their kink
    double[][] twice = {{1, 2}, {-2, -4}, {3, -1}};
    ConeCount shared =
        ConeCount.of(ActivationCones.of(PlaneProblem.of(0, twice, new double[] {1, 1, 1})));
    assertEquals(OptionalLong.of(4), shared.expected());
    assertTrue(shared.consistent());
    // and those that do not span the space say nothing of a sphere
    double[][] flat = {{1, 0, 1}, {0, 1, 1}, {1, 1, 2}};
    ConeCount lying =
        ConeCount.of(ActivationCones.of(PlaneProblem.of(0, flat, new double[] {1, 1, 1})));
    assertEquals(OptionalLong.empty(), lying.sphere());
  }

  @ParameterizedTest
  @CsvSource({"7, 2", "5, 3", "4, 4"})
  void aMissingConeIsFoundOut(int n, int d) {
    ActivationCones cones = gaussian(11, n, d);
    assertTrue(ConeCount.of(cones).consistent());
    for (int i = 0; i < cones.cones().size() - 1; i++) {
      List<Cone> fewer = new ArrayList<>(cones.cones());
      fewer.remove(i);
      assertFalse(ConeCount.of(fewer, cones.samples()).consistent(), "without cone " + i);
    }
  }
}
