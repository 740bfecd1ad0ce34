package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.flowproof.enclose.MutantLoader.Change;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Tubes with an ellipsoid beside the other norms, and certifiers of it with one thing wrong. */
class EllipsoidTubesTest {
  static final Change WITH_ELLIPSOID =
      new Change("plan/Precision", "1e-8, 1e-7, 0)", "1e-8, 1e-7, 1000)");

  /** Every other norm grows by a fifth more in each step, so that the ellipsoid decides. */
  static final Change OTHERS_LOOSE =
      new Change(
          "certify/TubeRates", "(pullNorm[j] + shift)) : 0;", "(pullNorm[j] + shift)) + 0.2 : 0;");

  /** Proposes columns that follow the derivative with twice the coupling. */
  private static final Change WRONG_COLUMNS =
      new Change("path/Linearization", "double factor = -model", "double factor = -2 * model");

  /** One neuron that is active on both samples: its ball stays an ellipsoid. */
  private static final Problem TURNING =
      Flows.squared(
          new double[][] {{1, 0}, {0.6, 0.8}},
          new double[] {1, 0.5},
          new double[][] {{0.5, 0.3}},
          new double[] {0.9},
          0,
          1);

  private static MutantLoader loader(Change... changes) {
    Change[] all = Arrays.copyOf(changes, changes.length + 1);
    all[changes.length] = WITH_ELLIPSOID;
    return MutantLoader.of(all);
  }

  private static Trial turning(double radius, Change... changes) {
    return Trial.ofBall(loader(changes), TURNING, 1, radius);
  }

  private static Trial fitted(Change... changes) {
    return Trial.ofBall(loader(changes), CertifierMutantsTest.FITTED, 0.5, 1e-9);
  }

  private static Trial sliding(Change... changes) {
    return Trial.ofPoint(
        loader(changes), CertifierMutantsTest.SLIDING, 4, CertifierMutantsTest.flow());
  }

  private static void outside(Trial trial) {
    assertTrue(trial.worst() > 1.02, trial::toString);
  }

  @Test
  void theEllipsoidDecidesHoldsAndIsAttained() {
    Trial usual = turning(1e-9);
    Trial alone = turning(1e-9, OTHERS_LOOSE);
    Trial loose = Trial.ofBall(MutantLoader.of(OTHERS_LOOSE), TURNING, 1, 1e-9);
    assertTrue(alone.end() == 1 && alone.worst() <= 1, alone::toString);
    assertTrue(alone.radius() < 1.3 * usual.radius(), alone::toString);
    assertTrue(loose.radius() > 3 * usual.radius(), loose::toString);
    Trial large = turning(1e-2);
    assertTrue(large.end() == 1 && large.worst() <= 1, large::toString);
  }

  @Test
  void flowsThroughKinksAndSlidesStayInside() {
    Trial point = sliding();
    assertTrue(point.end() == 4 && point.worst() <= 1, point::toString);
    Trial ball = Trial.ofBall(loader(), FatBallTest.towardsKink(0.5, 0), 0.02, 1e-9);
    assertTrue(ball.end() == 0.02 && ball.worst() <= 1, ball::toString);
    Trial two = fitted();
    assertTrue(two.end() == 0.5 && two.worst() <= 1, two::toString);
  }

  @Test
  void columnsAreOnlyProposed() {
    Trial proposed = turning(1e-9, WRONG_COLUMNS);
    assertTrue(proposed.end() == 1 && proposed.worst() <= 1, proposed::toString);
  }

  @Test
  void mutantColumnsThatAreBelieved() {
    outside(
        turning(
            1e-9,
            WRONG_COLUMNS,
            new Change(
                "certify/EllipsoidMotion",
                "squares[i / width()] += off * off;",
                "squares[i / width()] += 0 * off;")));
  }

  @Test
  void mutantWithoutTermsOfSecondOrder() {
    Problem problem =
        Flows.squared(
            new double[][] {{1, 0}, {0.6, 0.8}},
            new double[] {6, -2},
            new double[][] {{1, 0.6}},
            new double[] {0.9},
            0,
            1);
    assertTrue(Trial.ofBall(loader(), problem, 1, 0.15).worst() <= 1);
    Change mutant =
        new Change("certify/EllipsoidMotion", "wide[j] * shift + size", "0 * shift + 0 * size");
    outside(Trial.ofBall(loader(mutant), problem, 1, 0.15));
  }

  @Test
  void mutantThatDoesNotSeeKinks() {
    Change mutant = new Change("certify/StepStart", "held && unclear[j].length == 0;", "held;");
    Change closed = new Change("certify/EllipsoidMotion", "before.only(known)", "before");
    outside(Trial.ofBall(loader(mutant, closed), FatBallTest.towardsKink(0.5, 0), 0.02, 1e-9));
  }

  @Test
  void mutantThatAddsNeuronsWithoutRoomForAll() {
    outside(
        fitted(
            OTHERS_LOOSE,
            new Change(
                "bound/Ellipsoid",
                "neurons.length == 0 ? others.length : (1 + 1 / share) * others.length",
                "neurons.length == 0 ? 1 : 1 / share")));
  }

  @Test
  void mutantOfSmallerBallsAtTheStart() {
    outside(
        turning(
            1e-9,
            new Change(
                "certify/EllipsoidMotion",
                "Math.max(start.error(others[p]), 1e-9 * largest)",
                "0.9 * start.error(others[p])")));
  }

  @Test
  void mutantWithoutNoise() {
    outside(
        sliding(
            new Change(
                "bound/Ellipsoid", "(1 + 1 / share) * noise.length * noise[p]", "0 * noise[p]")));
  }

  @Test
  void mutantWithoutDefectAndJumps() {
    outside(sliding(new Change("certify/EllipsoidMotion", "+ in.defect(j) + start.jump(j)", "")));
  }
}
