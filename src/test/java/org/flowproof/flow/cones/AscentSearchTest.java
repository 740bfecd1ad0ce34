package org.flowproof.flow.cones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AscentSearchTest {
  private static final int STARTS = 400;

  @ParameterizedTest
  @CsvSource({"1,5,2", "2,8,2", "3,6,3", "4,9,3", "5,7,4", "6,6,5"})
  void everyWayEndsAtAnExtremalVectorOfTheList(long seed, int n, int d) {
    Problem problem =
        PlaneProblem.of(0.25, SpaceConesTest.gaussian(seed, n, d), SpaceConesTest.labels(seed, n));
    List<ExtremalVector> listed = ActivationCones.of(problem).extremalVectors();
    AscentSearch search = AscentSearch.of(problem, STARTS, seed);
    assertEquals(0, search.lost());
    assertEquals(0, search.still());
    int up = 0;
    int down = 0;
    for (ExtremalVector v : listed) {
      up += search.ascents(v);
      down += search.descents(v);
      if (search.ascents(v) > 0) {
        assertEquals(ExtremalVector.Shape.MAXIMUM, v.shape());
      }
      if (search.descents(v) > 0) {
        assertEquals(ExtremalVector.Shape.MINIMUM, v.shape());
      }
    }
    assertEquals(STARTS, up);
    assertEquals(STARTS, down);
    for (ExtremalVector v : search.found()) {
      ExtremalVector same =
          listed.stream().filter(l -> l.vector().equals(v.vector())).findFirst().orElseThrow();
      assertEquals(same.shape(), v.shape());
    }
  }

  @Test
  void halvesOfTheSphereAreTheBasinsOfOneSample() {
    // leaky: up from everywhere to x, down from everywhere to -x
    AscentSearch leaky =
        AscentSearch.of(
            PlaneProblem.of(0.5, new double[][] {{3, 4, 0}}, new double[] {2}), STARTS, 7);
    assertEquals(List.of(STARTS, 0), leaky.ascents());
    assertEquals(List.of(0, STARTS), leaky.descents());
    // ReLU: the inactive half stays, and the active half comes to rest on the kink on its way down
    AscentSearch relu =
        AscentSearch.of(
            PlaneProblem.of(0, new double[][] {{3, 4, 0}}, new double[] {2}), STARTS, 7);
    int up = relu.ascents().get(0);
    assertEquals(0.5 * STARTS, up, 5 * Math.sqrt(0.25 * STARTS));
    assertEquals(2 * STARTS - up, relu.still());
  }

  @Test
  void sameSeedSameCounts() {
    Problem problem =
        PlaneProblem.of(0, SpaceConesTest.gaussian(9, 30, 6), SpaceConesTest.labels(9, 30));
    assertEquals(AscentSearch.of(problem, 50, 3), AscentSearch.of(problem, 50, 3));
  }

  @Test
  void whatIsSurelyMet() {
    Problem problem = PlaneProblem.of(0.5, new double[][] {{1, 0}}, new double[] {1});
    double share = AscentSearch.of(problem, 100, 1).surelyMet(0.99);
    // a basin of this share is missed a hundred times with probability 1/100
    assertEquals(0.01, Math.pow(1 - share, 100), 1e-12);
  }

  @Test
  void scaleOfOneSample() {
    // pull (6, 8) or 0; every cone with a pull holds it: alpha_min = 1, D_min = 10, delta_0 = 10,
    // n / sum |x|^2 = 1/25, |y| / |x| = 2/5: min(min(10/8, 10/16, 10)/25, 2/5) = 1/40
    Problem problem = PlaneProblem.of(0, new double[][] {{3, 4}}, new double[] {2});
    AlignmentConstants constants = new AlignmentConstants(ActivationCones.of(problem));
    assertEquals(1.0 / 40, AlignmentScale.of(problem, constants, 0.25, 0.5), 1e-16);
    // the exponent is 1/(2 - 4 epsilon)
    assertEquals(
        Math.pow(1.0 / 40, 1 / 1.6), AlignmentScale.of(problem, constants, 0.1, 0.5), 1e-15);
    assertThrows(
        IllegalArgumentException.class, () -> AlignmentScale.of(problem, constants, 0.5, 0.5));
  }

  @Test
  void lossesThatTheTheoremLeavesOutHaveNoScale() {
    double[][] x = {{3, 4}, {1, 0}};
    for (org.flowproof.problem.Loss.Factor factor : org.flowproof.problem.Loss.Factor.values()) {
      Problem problem =
          PlaneProblem.with(
              new org.flowproof.problem.Loss(org.flowproof.problem.Loss.Kind.SQUARED, factor),
              x,
              new double[] {2, 1});
      AlignmentConstants constants = new AlignmentConstants(ActivationCones.of(problem));
      if (factor == org.flowproof.problem.Loss.Factor.HALF_MEAN) {
        assertTrue(AlignmentScale.of(problem, constants, 0.25, 0.5) >= 0);
      } else {
        assertThrows(
            NoValueException.class, () -> AlignmentScale.of(problem, constants, 0.25, 0.5));
      }
    }
  }
}
