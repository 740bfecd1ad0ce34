package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.flowproof.enclose.certify.Refusal;
import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.limit.LimitTheorem;
import org.flowproof.enclose.limit.TerminalCertifier;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.Kinks;
import org.flowproof.enclose.path.PathPoint;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.path.Slidings;
import org.flowproof.enclose.path.TaylorCoefficients;
import org.flowproof.flow.OracleProblem;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples on one line through the origin, which have one kink between them. */
class SharedKinksTest {

  /**
   * The neuron of {@link FatBallTest#towardsKink} with three samples x, 2x, 2x in place of 3x. The
   * labels of the three differ, and residuals of both signs add to that of 3x.
   */
  private static Problem shared(double label, double slope, boolean merged) {
    double[] x = {0.1875, 0.25};
    double[] twice = {0.375, 0.5};
    double[] thrice = {0.5625, 0.75};
    return Flows.summed(
        merged ? new double[][] {{1, 0}, thrice} : new double[][] {{1, 0}, x, twice, twice},
        merged ? new double[] {1, label} : new double[] {1, 3 * label - 1, 2, -1.5},
        new double[][] {{0.5, -0.3755}},
        new double[] {0.9},
        slope,
        1);
  }

  private static FatBall attack(double label, double slope, double end) {
    return FatBall.attackWith(
        shared(label, slope, false), shared(label, slope, true), end, 5, 7, 1e-9);
  }

  /** Three samples on one side of a line against 22-digit flows of the one that they add to. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0, 0.004, 0, 1, 0, 0.97",
    "0.5, 0.25, 0.01, 0, 1, 0, 0.97",
    "-0.25, 0, 0.01, 1, 0, 0, 0.99",
    "-0.5, 0, 0.01, 0, 0, 1, 0.99"
  })
  void residualsOnOneLineAdd(
      double label, double slope, double end, int convex, int concave, int slides, double floor) {
    FatBall ball = attack(label, slope, end);
    Attacks.judge(ball, floor, 1e-8);
    assertTrue(ball.worst() <= 1, () -> "outside: " + ball.worst());
    assertEquals(convex, ball.path().convex());
    assertEquals(concave, ball.path().concave());
    assertEquals(slides, ball.path().slides());
  }

  /** For mutants: the same at one label. */
  static void attackOnOneLine(double label, double end) {
    FatBall ball = attack(label, 0, end);
    Attacks.judge(ball, 0.97, 1e-8);
    assertTrue(ball.worst() <= 1, () -> "outside: " + ball.worst());
  }

  /**
   * Gaussian samples, of which the last three are multiples of others, one by a negative number.
   */
  private static Problem mixed(long seed, int d, double slope, Loss.Kind loss, double end) {
    Network.Trained trained =
        loss == Loss.Kind.LOGISTIC ? Network.Trained.FIRST : Network.Trained.BOTH;
    Problem plain = Flows.gaussian(4, 8, d, 0.1, slope, loss, trained, seed, end);
    Matrix data = plain.data().x();
    double[][] x = new double[8][];
    for (int k = 0; k < 8; k++) {
      x[k] = data.row(k);
    }
    Random random = new Random(seed);
    double[] factors = {-2, 1, -0.5};
    for (int k = 5; k < 8; k++) {
      for (int i = 0; i < d; i++) {
        x[k][i] = factors[k - 5] * x[k == 5 ? 0 : random.nextInt(2)][i];
      }
    }
    Problem mixed =
        Flows.of(
            x,
            plain.data().y().toArray(),
            rows(plain.initial().w()),
            plain.initial().a().toArray(),
            slope,
            loss,
            trained,
            end);
    assertTrue(Flows.model(mixed).kinks().anyShared());
    return mixed;
  }

  private static double[][] rows(Matrix matrix) {
    double[][] rows = new double[matrix.rows()][];
    for (int j = 0; j < rows.length; j++) {
      rows[j] = matrix.row(j);
    }
    return rows;
  }

  /**
   * The reference finds its own events, on the lines of its own. Its error is about 1e-11 of the
   * largest weight, and the tubes are narrower.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 2, 0, SQUARED, 8, {SLIDE=3}",
    "7, 1, 0.2, SQUARED, 8, {CONVEX=1}",
    "11, 2, 0.2, LOGISTIC, 8, {CONCAVE=2}",
    "13, 3, 0, LOGISTIC, 8, {SLIDE=2}",
    "14, 2, 0, SQUARED, 8, '{CONVEX=2, CONCAVE=1}'",
    "23, 3, 0.1, SQUARED, 12, '{SLIDE=6, RELEASE=3}'",
    "28, 2, 0, SQUARED, 12, '{CONVEX=2, CONCAVE=1, SLIDE=2, RELEASE=1}'",
    "29, 3, 0.1, SQUARED, 12, '{CONVEX=3, CONCAVE=1, SLIDE=2, RELEASE=2}'",
    "31, 2, 0, SQUARED, 12, '{SLIDE=2, RELEASE=2}'"
  })
  void theReferenceIntegratorStaysInTheTube(
      long seed, int d, double slope, Loss.Kind loss, double end, String met) {
    Problem problem = mixed(seed, d, slope, loss, end);
    Enclosure enclosure = Flows.enclose(problem);
    Tube tube = enclosure.tube();
    assertTrue(tube.end() == end, () -> "ends at " + enclosure.obstacle());
    assertTrue(tube.radius() < 1e-11, () -> "wide " + tube.radius());
    assertTrue(off(tube, problem) < 1e-10, () -> "off by " + off(tube, problem));
    assertEquals(met, onShared(problem, enclosure));
  }

  /** Random problems by the hundred. */
  @ParameterizedTest
  @Tag("slow")
  @CsvSource({"1, 0.2, 5", "2, 0, 40", "2, 0.2, 40", "3, 0, 40", "3, 0.1, 40"})
  void theReferenceIntegratorStaysInManyTubes(int d, double slope, int least) {
    int count = 0;
    for (long seed = 100; seed < 200; seed++) {
      Problem problem = mixed(seed, d, slope, Loss.Kind.SQUARED, 12);
      Enclosure enclosure = Flows.enclose(problem);
      long number = seed;
      assertTrue(enclosure.tube().radius() < 1e-11, () -> number + " is wide");
      assertTrue(off(enclosure.tube(), problem) < 1e-10, () -> number + " is off");
      count += onShared(problem, enclosure).equals("{}") ? 0 : 1;
    }
    assertTrue(count >= least, "only " + count + " come to kinks of several samples");
  }

  /** How often kinks of several samples are crossed, come to and left. */
  private static String onShared(Problem problem, Enclosure enclosure) {
    Kinks kinks = Flows.model(problem).kinks();
    Map<TubeKink.Kind, Integer> count = new EnumMap<>(TubeKink.Kind.class);
    for (TubeKink kink : enclosure.passed()) {
      if (!kinks.of(kink.sample()).alone()) {
        count.merge(kink.kind(), 1, Integer::sum);
      }
    }
    return count.toString();
  }

  private static double off(Tube tube, Problem problem) {
    Trajectory run = new ReferenceIntegrator().integrate(problem);
    double worst = 0;
    for (int i = 0; i <= 40; i++) {
      double time = tube.end() * i / 40;
      State state = run.at(time);
      TubePiece piece = OracleTubesTest.at(tube, time);
      for (int j = 0; j < 4; j++) {
        worst =
            Math.max(worst, OracleTubesTest.outside(piece.outer(j, Interval.of(time)), state.a(j)));
        for (int c = 0; c < problem.data().d(); c++) {
          Interval weight = piece.hidden(j, c, Interval.of(time));
          worst = Math.max(worst, OracleTubesTest.outside(weight, state.w(j, c)));
        }
      }
    }
    return worst;
  }

  /** Both labels of the two equal samples are missed by half their difference, the others met. */
  @Test
  void theLossOfEqualSamplesTendsToWhatTheyDisagreeBy() {
    Problem problem = OracleProblem.named("equal-samples").problem(1e-12);
    FlowCertifier.Outcome.Tried tried =
        assertInstanceOf(FlowCertifier.Outcome.Tried.class, FlowCertifier.enclose(problem, 60));
    TerminalCertifier.Outcome.Proven proven =
        assertInstanceOf(TerminalCertifier.Outcome.Proven.class, tried.enclosure().limit());
    LimitTheorem theorem = proven.theorem();
    assertEquals(LimitTheorem.Interpolation.FAILS, theorem.interpolation());
    // 2 (0.95 + 0.48)^2 / 4 / (2 n)
    assertTrue(theorem.limitLoss().contains(0.12780625), () -> "" + theorem.limitLoss());
    assertTrue(theorem.limitLoss().width() < 1e-14, () -> "" + theorem.limitLoss());
  }

  /** Neurons that stay on the kink of two samples of opposite directions, or of others. */
  @ParameterizedTest
  @CsvSource({"23, 2, 0.2", "55, 2, 0.2", "86, 2, 0", "95, 2, 0", "114, 3, 0"})
  void theReferenceComesToTheLimit(long seed, long d, double slope) {
    Problem problem = mixed(seed, (int) d, slope, Loss.Kind.SQUARED, 2000);
    FlowCertifier.Outcome.Tried tried =
        assertInstanceOf(FlowCertifier.Outcome.Tried.class, FlowCertifier.enclose(problem, 150));
    TerminalCertifier.Outcome limit = tried.enclosure().limit();
    TerminalCertifier.Outcome.Proven proven =
        assertInstanceOf(TerminalCertifier.Outcome.Proven.class, limit, limit::toString);
    double loss = loss(problem, new ReferenceIntegrator().integrate(problem).at(2000));
    double off = OracleTubesTest.outside(proven.theorem().limitLoss(), loss);
    assertTrue(off < 1e-9, () -> "off by " + off);
  }

  private static double loss(Problem problem, State state) {
    double slope = ((Activation.Leaky) problem.network().activation()).slope();
    int n = problem.data().n();
    double loss = 0;
    for (int k = 0; k < n; k++) {
      double r = problem.data().y().get(k);
      for (int j = 0; j < 4; j++) {
        double g = 0;
        for (int i = 0; i < problem.data().d(); i++) {
          g += state.w(j, i) * problem.data().x().get(k, i);
        }
        r -= state.a(j) * (g > 0 ? g : slope * g);
      }
      loss += r * r / (2 * n);
    }
    return loss;
  }

  /** For mutants: the tube of known answers reaches its end, and they lie in it. */
  static void attackOnOneInput() {
    new OracleTubesTest().tubesContainTheKnownAnswers("one-dimensional", 5, 3);
  }

  /** For mutants: the reference stays in the tube of one random problem. */
  static void attackOnRandom(long seed, double slope) {
    Problem problem = mixed(seed, 3, slope, Loss.Kind.SQUARED, 12);
    Enclosure enclosure = Flows.enclose(problem);
    assertEquals(12, enclosure.tube().end(), () -> "ends at " + enclosure.obstacle());
    assertTrue(off(enclosure.tube(), problem) < 1e-10);
  }

  /** A path that has crossed the kink of one of two samples, but not that of the other. */
  @Test
  void samplesWithOneKinkAreOnTheirSidesTogether() {
    Problem problem = shared(0.5, 0, false);
    FlowModel model = Flows.model(problem);
    for (int wrong = 0; wrong < 4; wrong++) {
      Side[] sides = {Side.PLUS, Side.MINUS, Side.MINUS, Side.MINUS};
      sides[wrong] = sides[wrong].across();
      StepCertifier certifier = new StepCertifier(model, new Slidings(model));
      PathStep step = step(model, problem, sides);
      String text = certifier.advance(step, List.of()).map(Refusal::text).orElse("");
      assertEquals(
          wrong == 0
              ? "the path leaves the side of the kink it claims"
              : "samples with one kink are on different sides",
          text);
    }
    Side[] right = {Side.PLUS, Side.MINUS, Side.MINUS, Side.MINUS};
    StepCertifier certifier = new StepCertifier(model, new Slidings(model));
    assertEquals(Optional.empty(), certifier.advance(step(model, problem, right), List.of()));
  }

  private static PathStep step(FlowModel model, Problem problem, Side[] sides) {
    TaylorCoefficients taylor =
        new TaylorCoefficients(model, new Slidings(model), new Side[][] {sides.clone()}, 12, 0);
    taylor.compute(
        PathPoint.of(
            new double[][] {problem.initial().w().row(0)}, problem.initial().a().toArray()),
        1e-6);
    return taylor.step(1);
  }
}
