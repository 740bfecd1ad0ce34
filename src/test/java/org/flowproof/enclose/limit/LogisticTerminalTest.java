package org.flowproof.enclose.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Limits of the logistic loss from ends of tubes made by hand. */
class LogisticTerminalTest {
  private static Problem problem(double[][] x, double[] y, double[][] w, double[] a, double slope) {
    return Flows.of(x, y, w, a, slope, Loss.Kind.LOGISTIC, Network.Trained.FIRST, 1);
  }

  private static TerminalCertifier.Outcome prove(Problem problem, int... slides) {
    return TerminalCertifier.prove(TerminalCertifierTest.end(problem, true, slides));
  }

  private static VanishingLoss vanishes(TerminalCertifier.Outcome outcome) {
    return assertInstanceOf(TerminalCertifier.Outcome.Vanishes.class, outcome, outcome::toString)
        .theorem();
  }

  private static LimitObstacle refused(TerminalCertifier.Outcome outcome) {
    return assertInstanceOf(TerminalCertifier.Outcome.Open.class, outcome, outcome::toString)
        .obstacle();
  }

  /** Two neurons, one for each label; the last sample may be turned. */
  private static Problem two(double along, double across) {
    return problem(
        new double[][] {{1, 0.25}, {0.5, 1}, {-1, -0.5}, {along, across}},
        new double[] {1, 1, -1, -1},
        new double[][] {{1, 1}, {-1, -2}},
        new double[] {1, -1},
        0);
  }

  /** With one sample of norm 2, {@code z + exp z} grows with rate 4: Lambert's function. */
  @Test
  void theLossOfOneSampleIsAsKnown() {
    Problem one =
        problem(new double[][] {{2, 0}}, new double[] {1}, new double[][] {{1, 7}}, one(1), 0);
    VanishingLoss theorem = vanishes(prove(one));
    double start = 2 + Math.exp(2);
    for (double z : new double[] {2.5, 4, 8, 16, 30}) {
      double time = (z + Math.exp(z) - start) / 4;
      double loss = Math.log1p(Math.exp(-z));
      assertTrue(theorem.lossAt(time).contains(loss), () -> z + ": " + theorem.lossAt(time));
    }
    // in the end one over the loss grows with rate 4, the largest rate; the least is a steepness
    // less
    assertTrue(theorem.fastest() >= 4 && theorem.fastest() < 4.0001, "" + theorem.fastest());
    double cost = Math.log1p(Math.exp(-2));
    double steepness = -Math.expm1(-cost) / cost;
    assertEquals(4 * steepness * steepness, theorem.slowest(), 1e-9);
    assertTrue(theorem.margin().orElseThrow().contains(2), () -> "" + theorem.margin());
    assertEquals(0, theorem.fitted());
    assertEquals(Interval.ZERO, theorem.limitLoss());
    assertThrows(IllegalArgumentException.class, () -> theorem.lossAt(-1));
  }

  private static double[] one(double a) {
    return new double[] {a};
  }

  @Test
  void samplesOfOtherLabelsBeyondARightAngleLeaveSidesAlone() {
    VanishingLoss theorem = vanishes(prove(two(-0.5, -1)));
    assertEquals(0, theorem.from());
    assertTrue(theorem.lossAt(1e6).upper() < 1e-4);
    assertTrue(theorem.lossAt(1e6).lower() > 0);
  }

  @Test
  void aSampleThatMayTurnANeuronIsNamed() {
    // the same sides; now sample 4 has a negative product with sample 3, whose neuron it moves
    LimitObstacle obstacle = refused(prove(two(0.75, -1.5)));
    assertEquals(LimitObstacle.Kind.CONE, obstacle.kind());
    assertTrue(
        obstacle.text().matches("neuron \\d, .* from the kink of sample \\d.*"), obstacle::text);
  }

  @Test
  void anExactRightAngleIsNotAgainst() {
    // products of 1 and 3 with 2 and 4 are exactly 0, as are those of the rounded numbers
    double tenth = 0.1;
    Problem right =
        problem(
            new double[][] {{tenth, 0.3}, {-0.3, tenth}, {0.3, -tenth}},
            new double[] {1, 1, -1},
            new double[][] {{1, 1}, {-1, -0.5}, {-1, 1}},
            new double[] {1, -1, 1},
            0);
    FlowEnd end = TerminalCertifierTest.end(right, true);
    AwayFromKinks away = new AwayFromKinks(end);
    assertFalse(away.against(0, 1).isPresent() && away.against(0, 1).getAsInt() == 0);
    // a neuron with the other output weight is moved from where it is active
    Problem wrong =
        problem(new double[][] {{1, 0}}, new double[] {1}, new double[][] {{1, 0}}, one(-1), 0);
    assertEquals(
        0, new AwayFromKinks(TerminalCertifierTest.end(wrong, true)).against(0, 0).getAsInt());
  }

  @Test
  void aNeuronWithTheSignOfTheOtherLabelComesToItsKink() {
    Problem wrong =
        problem(
            new double[][] {{1, 0}, {0, 1}},
            new double[] {1, 1},
            new double[][] {{1, -1}, {1, 2}},
            new double[] {-1, 1},
            0);
    assertEquals(LimitObstacle.Kind.CONE, refused(prove(wrong)).kind());
  }

  @Test
  void whatIsNotProvenIsNamed() {
    assertEquals(LimitObstacle.Kind.SLIDE, refused(prove(two(-0.5, -1), 3)).kind());
    Problem unused =
        problem(
            new double[][] {{1, 0}, {-1, 0}},
            new double[] {1, -1},
            new double[][] {{1, 1}},
            one(1),
            0);
    LimitObstacle obstacle = refused(prove(unused));
    assertEquals(LimitObstacle.Kind.UNUSED, obstacle.kind());
    assertTrue(obstacle.text().contains("sample 2"), obstacle::text);
    Problem both =
        Flows.of(
            new double[][] {{2, 0}},
            one(1),
            new double[][] {{1, 7}},
            one(1),
            0,
            Loss.Kind.LOGISTIC,
            Network.Trained.BOTH,
            1);
    assertEquals(LimitObstacle.Kind.LOSS, refused(prove(both)).kind());
  }

  @Test
  void aSideWithinTheErrorIsNotTaken() {
    FlowEnd end = TerminalCertifierTest.end(two(-0.5, -1), true);
    List<List<Interval>> wide =
        end.hidden().stream()
            .map(w -> w.stream().map(v -> v.plus(Interval.of(-2, 2))).toList())
            .toList();
    FlowEnd blurred = new FlowEnd(end.model(), 0, wide, end.outer(), end.sides(), end.captured());
    assertEquals(LimitObstacle.Kind.ANGLE, refused(TerminalCertifier.prove(blurred)).kind());
  }

  /** Two samples of different labels on one line cannot both be fitted by weights along it. */
  @Test
  void labelsThatNoWeightsFitAreNotSaidToBeFitted() {
    Problem line =
        problem(
            new double[][] {{1, 0}, {2, 0}},
            new double[] {1, -1},
            new double[][] {{30, 0}},
            one(0.001),
            0.5);
    assertEquals(LimitObstacle.Kind.CONE, refused(prove(line)).kind());
  }

  /** A case that has settled by all appearances: one side changes at a time of 2.3e7. */
  @Test
  void aSideThatChangesLateIsNotTakenToStay() {
    Problem problem = CaseLoader.load(Path.of("cases/enclosures/logistic-turning.yaml")).problem();
    LogisticRun run = new LogisticRun(problem);
    while (run.time() < 1000) {
      run.step(1000);
    }
    boolean[][] sides = run.sides();
    double[][] samples = new double[problem.data().n()][];
    Arrays.setAll(samples, problem.data().x()::row);
    Problem later =
        problem(
            samples,
            problem.data().y().toArray(),
            run.weights(),
            problem.initial().a().toArray(),
            0.2);
    LimitObstacle obstacle = refused(prove(later));
    assertEquals(LimitObstacle.Kind.CONE, obstacle.kind());
    assertTrue(obstacle.text().contains("by the weights of the largest margin"), obstacle::text);
    while (run.time() < 1e8 && Arrays.deepEquals(sides, run.sides())) {
      run.step(1e8);
    }
    assertTrue(run.time() > 1e7 && run.time() < 1e8, () -> "at " + run.time());
  }
}
