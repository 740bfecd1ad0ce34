package org.flowproof.check.nonconvergence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.check.nonconvergence.Assumption.Status;
import org.flowproof.check.nonconvergence.NonConvergence.Applies;
import org.flowproof.formula.Rational;
import org.flowproof.problem.InitialLaw;
import org.junit.jupiter.api.Test;

/** The assumptions on data whose numbers are known. */
class NonConvergenceTest {
  private static final double[][] SECTION_5 = SmallProblem.biased(-0.75, -0.5, 0.125);
  private static final double[] SECTION_5_LABELS = {1.1, 0.1, 0.8};
  private static final double[][] FIGURE_1 = SmallProblem.biased(-0.85, -0.1, 0.9);
  private static final double[] FIGURE_1_LABELS = {1.15, 0.1, 1.0};

  @Test
  void experimentOfSection5MeetsPartOfThem() {
    NonConvergence found = NonConvergence.of(SmallProblem.of(SECTION_5, SECTION_5_LABELS));
    assertEquals(Status.NOT_MET, found.three().assumption().status());
    assertTrue(found.three().eta().isEmpty());
    assertEquals(Status.MET, found.four().status());
    assertEquals(List.of(1, 3), found.edge().samples());
    assertEquals(Status.NOT_MET, found.five().status());
    sides(found.five(), "k = 1", 1.71875, 2.2459208);
    sides(found.five(), "k = 3", 0.8125, 1.7783035);
    sides(found.five(), "k = 3, l != k only", 0.8125, 1.4402216);
    assertEquals(Status.MET, found.six().status());
    sides(found.six(), "k = 1", 0.689744, 1.1);
    sides(found.six(), "k = 3", 0.635897, 0.8);
    LeastSquares fit = found.fit().orElseThrow();
    assertEquals(-0.061538, fit.beta().get(0).toDouble(), 5e-7);
    assertEquals(0.643590, fit.beta().get(1).toDouble(), 5e-7);
    assertEquals(512.0 / 2925, fit.meanSquare().toDouble(), 1e-15);
    assertEquals(Applies.NO, found.theorem2().applies());
    assertEquals(Applies.NO, found.theorem4().applies());
    assertTrue(found.theorem4().reason().contains("Assumption 5 is not met"));
  }

  private static void sides(Assumption assumption, String at, double left, double right) {
    Comparison found =
        assumption.comparisons().stream()
            .filter(c -> c.what().equals(at))
            .findFirst()
            .orElseThrow();
    assertEquals(left, found.left(), 1e-6);
    assertEquals(right, found.right(), 1e-6);
  }

  @Test
  void dataOfFigure1MeetAllOfThem() {
    NonConvergence found = NonConvergence.of(SmallProblem.of(FIGURE_1, FIGURE_1_LABELS));
    assertEquals(0.15, found.three().eta().orElseThrow().toDouble(), 1e-15);
    assertTrue(found.three().small());
    assertEquals(List.of(1, 2, 3), found.three().order());
    assertTrue(found.four().met() && found.five().met() && found.six().met());
    LeastSquares fit = found.fit().orElseThrow();
    assertEquals(-0.032432, fit.beta().get(0).toDouble(), 5e-7);
    assertEquals(0.749459, fit.beta().get(1).toDouble(), 5e-7);
    assertEquals(0.2144595, fit.meanSquare().toDouble(), 5e-8);
    assertEquals(Applies.AT_SMALL_SCALE, found.theorem2().applies());
    assertEquals(Applies.AT_SMALL_SCALE, found.theorem4().applies());
  }

  @Test
  void orderOfTheSamplesDoesNotMatter() {
    double[][] x = {FIGURE_1[1], FIGURE_1[2], FIGURE_1[0]};
    ThreePoints three =
        NonConvergence.of(SmallProblem.of(x, new double[] {0.1, 1.0, 1.15})).three();
    assertEquals(List.of(3, 1, 2), three.order());
    assertEquals(0.15, three.eta().orElseThrow().toDouble(), 1e-15);
  }

  @Test
  void etaIsTheLeastThatWillDo() {
    double[][] x = {{-1 + 0x1p-3, 1 + 0x1p-4}, {0x1p-5, 1 - 0x1p-6}, {1 - 0x1p-7, 1}};
    double[] y = {1, 0x1p-4, 1 + 0x1p-5};
    assertEquals(Rational.of(1, 8), eta(x, y));
    x[0][0] = -1 + 0x1p-9;
    assertEquals(Rational.of(1, 16), eta(x, y));
    x[1][1] = 1 - 0x1p-1;
    assertEquals(Rational.of(1, 2), eta(x, y));
    x[1][1] = 1;
    y[2] = 1.25;
    assertEquals(Rational.of(1, 4), eta(x, y));
  }

  private static Rational eta(double[][] x, double[] y) {
    return NonConvergence.of(SmallProblem.of(x, y)).three().eta().orElseThrow();
  }

  @Test
  void openEndsOfAssumption3AreOpen() {
    assertTrue(holds(-1 + 0x1p-50, 0x1p-50));
    assertFalse(holds(-1, 0x1p-50));
    assertFalse(holds(-1 + 0x1p-50, 0));
  }

  private static boolean holds(double first, double label) {
    return NonConvergence.of(
            SmallProblem.of(SmallProblem.biased(first, 0, 0.9), new double[] {1, label, 1}))
        .three()
        .small();
  }

  @Test
  void unbalancedWeightsAndLeakyUnitsAreOutsideTheTheorems() {
    NonConvergence unbalanced =
        NonConvergence.of(
            SmallProblem.of(FIGURE_1, FIGURE_1_LABELS, InitialLaw.UNBALANCED, 8, 1e-3, 1, 10));
    assertEquals(Status.NOT_MET, unbalanced.start().status());
    assertEquals(Applies.NO, unbalanced.theorem2().applies());
    assertEquals(Applies.NO, unbalanced.theorem4().applies());
    NonConvergence balanced =
        NonConvergence.of(
            SmallProblem.of(FIGURE_1, FIGURE_1_LABELS, InitialLaw.BALANCED, 8, 1e-3, 1, 10));
    assertEquals(Applies.AT_SMALL_SCALE, balanced.theorem2().applies());
    NonConvergence leaky = NonConvergence.of(SmallProblem.leaky(0.1, FIGURE_1, FIGURE_1_LABELS));
    assertEquals(Applies.NO, leaky.theorem2().applies());
    assertTrue(leaky.theorem2().reason().contains("Model"));
  }

  /** Beyond Assumption 3 nothing says that Theorem 4 applies: a part of it is not checked. */
  @Test
  void withoutTheConeConditionTheAnswerIsOpen() {
    double[] labels = {1.3, 0.1, 1.3};
    NonConvergence found = NonConvergence.of(SmallProblem.of(FIGURE_1, labels));
    assertTrue(found.four().met() && found.five().met() && found.six().met());
    assertEquals(Applies.NO, found.theorem2().applies());
    assertEquals(Applies.UNKNOWN, found.theorem4().applies());
    assertTrue(found.theorem4().reason().contains("cone condition"));
  }

  /** Lemma 8 claims Assumption 5 for these data; with the label of k in the sum that is false. */
  @Test
  void readingsOfAssumption5DifferOnDataOfAssumption3() {
    double[][] x = {{-0.84, 1.16}, {0.16, 1.16}, {0.84, 1}};
    NonConvergence found = NonConvergence.of(SmallProblem.of(x, new double[] {1.16, 0.16, 1}));
    assertTrue(found.three().small());
    sides(found.five(), "k = 3", 1.7056, 2.1124586);
    sides(found.five(), "k = 3, l != k only", 1.7056, 1.6064031);
    assertEquals(Status.NOT_DECIDED, found.five().status());
    assertEquals(Applies.AT_SMALL_SCALE, found.theorem4().applies());
  }

  @Test
  void dependentSamplesFailAssumption4() {
    double[][] x = {{1, 1}, {2, 1}, {2, 2}};
    Assumption four = NonConvergence.of(SmallProblem.of(x, new double[] {1, 1, 1})).four();
    assertEquals(Status.NOT_MET, four.status());
    assertTrue(four.remark().contains("[1, 3]"), four.remark());
  }

  @Test
  void tooManyChoicesAreNotDecided() {
    double[][] x = new double[60][5];
    double[] y = new double[60];
    for (int k = 0; k < x.length; k++) {
      x[k] = new double[] {1, k, k * k, Math.pow(k, 3), Math.pow(k, 4)};
      y[k] = 1;
    }
    NonConvergence found = NonConvergence.of(SmallProblem.of(x, y));
    assertEquals(Status.NOT_DECIDED, found.four().status());
    // points on the moment curve: those of a cone with every sample on its boundary
    assertEquals(60, found.edge().samples().size());
  }

  @Test
  void samplesInAPlaneHaveNoUniqueFit() {
    double[][] x = {{1, 1, 0}, {2, 1, 0}, {1, 3, 0}};
    NonConvergence found = NonConvergence.of(SmallProblem.of(x, new double[] {1, 2, 3}));
    assertTrue(found.fit().isEmpty());
    assertEquals(Status.NOT_DECIDED, found.six().status());
    assertEquals(List.of(1, 2, 3), found.edge().samples());
    assertEquals(Applies.NO, found.theorem4().applies());
  }
}
