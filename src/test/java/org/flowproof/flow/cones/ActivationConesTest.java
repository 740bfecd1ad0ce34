package org.flowproof.flow.cones;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;
import org.flowproof.problem.Loss;
import org.junit.jupiter.api.Test;

class ActivationConesTest {
  private static final double[][] THREE = {{-0.75, 1}, {-0.5, 1}, {0.125, 1}};
  private static final double[] LABELS = {1.1, 0.1, 0.8};

  private static double root(Rational square) {
    return Math.sqrt(square.toDouble());
  }

  @Test
  void companionExperimentHasOneExtremalVector() {
    ActivationCones cones = ActivationCones.of(PlaneProblem.of(0, THREE, LABELS));
    List<ExtremalVector> extremal = cones.extremalVectors();
    assertEquals(1, extremal.size());
    assertArrayEquals(
        new double[] {-0.258333, 0.666667}, extremal.get(0).vector().toDoubles(), 5e-7);
    assertEquals(0.714969, root(extremal.get(0).vector().norm2()), 5e-7);
    assertEquals(ExtremalVector.Shape.MAXIMUM, extremal.get(0).shape());
    assertEquals(Cone.Kind.OPEN, extremal.get(0).cone().kind());
    // 3 kinks: 6 rays, 6 sectors, the origin
    assertEquals(13, cones.cones().size());
  }

  @Test
  void firstFigureOfTheCompanion() {
    double[][] x = {{-0.85, 1}, {-0.10, 1}, {0.90, 1}};
    ActivationCones cones =
        ActivationCones.of(PlaneProblem.of(0, x, new double[] {1.15, 0.10, 1.00}));
    assertEquals(1, cones.extremalVectors().size());
    assertArrayEquals(
        new double[] {-0.029167, 0.75}, cones.extremalVectors().get(0).vector().toDoubles(), 5e-7);
  }

  @Test
  void constantsOfTwoOrthogonalSamples() {
    // pulls: (1/2, 0) and (0, 1/2) in the single-active sectors, both in the quadrant, 0 opposite
    ActivationCones cones =
        ActivationCones.of(
            PlaneProblem.of(0, new double[][] {{1, 0}, {0, 1}}, new double[] {1, 1}));
    AlignmentConstants constants = new AlignmentConstants(cones);
    assertEquals(Rational.of(1, 2), constants.largestPull2());
    assertEquals(Rational.of(1, 4), constants.smallestPull2());
    // (1/2, 0) lies on the edge of its own sector {w1 > 0 > w2}: no distance from a cosine of 1
    assertEquals(Rational.ZERO, constants.alphaMin2());
    // (1/2, 1/2) is 1/2 away from both kinks; (1/2, 0) on the ray of the second kink is an end
    assertEquals(Rational.ZERO, constants.delta2());
  }

  @Test
  void kinkInsideItsSegmentHoldsAnExtremalVector() {
    // labels of both signs: on the ray (0, 1) of the first kink the pulls are (t - 1, 2)/..., which
    // include (0, .)
    double[][] x = {{1, 0.0}, {-0.25, 1}, {-0.25, 1.5}};
    ActivationCones cones = ActivationCones.of(PlaneProblem.of(0, x, new double[] {2, 1, 1}));
    ExtremalVector kink =
        cones.extremalVectors().stream()
            .filter(v -> v.cone().sign(ExactVector.of(1, 0)) == 0)
            .findFirst()
            .orElseThrow();
    assertEquals(Rational.ZERO, kink.vector().get(0));
    assertEquals(Rational.of(5, 6), kink.vector().get(1));
    // G rises on both sides with slope 1/6: a minimum with G > 0
    assertEquals(ExtremalVector.Shape.MINIMUM, kink.shape());
  }

  @Test
  void samplesOnOneLineShareTheirKink() {
    double[][] x = {{1, 2}, {-2, -4}, {0.5, 1}, {3, -1}};
    ActivationCones cones =
        ActivationCones.of(PlaneProblem.of(0.25, x, new double[] {1, -1, 2, 0.5}));
    assertEquals(2 * 4 + 1, cones.cones().size());
    Cone ray =
        cones.cones().stream()
            .filter(c -> c.kind() == Cone.Kind.FACE && c.sign(ExactVector.of(1, 2)) == 0)
            .findFirst()
            .orElseThrow();
    assertEquals(0, ray.sign(ExactVector.of(-2, -4)));
    assertEquals(0, ray.sign(ExactVector.of(0.5, 1)));
  }

  @Test
  void oneSampleHasTwoHalfPlanes() {
    ActivationCones cones =
        ActivationCones.of(PlaneProblem.of(0.5, new double[][] {{3, 4}}, new double[] {2}));
    assertEquals(5, cones.cones().size());
    assertEquals(2, cones.extremalVectors().size());
    AlignmentConstants constants = new AlignmentConstants(cones);
    assertEquals(Rational.of(100), constants.largestPull2());
    assertEquals(Rational.of(25), constants.smallestPull2());
    // on the kink the pull (3, 4) is perpendicular to w
    assertEquals(Rational.ONE, constants.alphaMin2());
    assertEquals(Rational.of(25), constants.delta2());
  }

  @Test
  void oneDimensionHasTwoHalfLines() {
    ActivationCones cones =
        ActivationCones.of(PlaneProblem.of(0, new double[][] {{2}, {-1}}, new double[] {1, 3}));
    assertEquals(3, cones.cones().size());
    List<ExtremalVector> extremal = cones.extremalVectors();
    assertEquals(2, extremal.size());
    assertEquals(Rational.ONE, extremal.get(0).vector().get(0));
    assertEquals(Rational.of(-3, 2), extremal.get(1).vector().get(0));
    // 0 lies between both: the origin is at rest
    assertEquals(Cone.Pole.REST, cones.cones().get(2).pole());
  }

  @Test
  void lossSetsThePullAtOutputZero() {
    double[][] x = {{1, 0}};
    double[] y = {1};
    for (Loss.Factor factor : Loss.Factor.values()) {
      double squared = pull(PlaneProblem.with(new Loss(Loss.Kind.SQUARED, factor), x, y));
      double logistic = pull(PlaneProblem.with(new Loss(Loss.Kind.LOGISTIC, factor), x, y));
      // minus the derivative of the loss by the output at 0
      assertEquals(2 * factor.value(1), squared);
      assertEquals(0.5 * factor.value(1), logistic);
    }
  }

  private static double pull(org.flowproof.problem.Problem problem) {
    return root(new AlignmentConstants(ActivationCones.of(problem)).largestPull2());
  }

  @Test
  void coincidentalRestLeavesNoRoom() {
    // all gates open the pulls cancel: (1, 1) - (1, 0.5) - (0, 0.5)
    ActivationCones cones =
        ActivationCones.of(
            PlaneProblem.of(
                0, new double[][] {{1, 1}, {1, 0.5}, {0, 0.5}}, new double[] {1, -1, -1}));
    assertTrue(cones.cones().stream().anyMatch(c -> c.pole() == Cone.Pole.REST));
    assertEquals(Rational.ZERO, new AlignmentConstants(cones).delta2());
  }

  @Test
  void tooManyConesAreRefused() {
    double[][] x = new double[40][6];
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < 6; i++) {
        x[k][i] = Math.pow(k + 1, i) / Math.pow(40, i);
      }
    }
    NoValueException refusal =
        assertThrows(
            NoValueException.class,
            () -> ActivationCones.of(PlaneProblem.of(0, x, new double[40])));
    assertTrue(refusal.getMessage().startsWith("40 kinks in dimension 6"), refusal.getMessage());
  }

  @Test
  void bothSidesOfALinePullTheOriginTogether() {
    // gates theta on one side and 1 - theta on the other: theta (0, 2/3) + (1 - theta) (0, 1/3)
    double[][] x = {{0, 1}, {0, 1}, {0, -1}};
    ActivationCones cones = ActivationCones.of(PlaneProblem.of(0, x, new double[] {1, 1, -1}));
    Cone origin = cones.cones().get(cones.cones().size() - 1);
    assertEquals(new ExactVector(List.of(Rational.ZERO, Rational.of(1, 3))), origin.pull());
  }
}
