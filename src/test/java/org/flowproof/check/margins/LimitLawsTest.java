package org.flowproof.check.margins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.flowproof.check.Verdict;
import org.flowproof.check.margins.LimitStatement.Kind;
import org.flowproof.check.margins.Ranks.StableRank;
import org.flowproof.flow.DescentIntegrator;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.ExpectedMargins;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Limits of runs on orthogonal samples, against closed forms, and falsified ones. */
class LimitLawsTest {
  private static final double[] LENGTHS = {1, 1.2, 0.9, 1.1};
  private static final int WIDTH = 24;

  private static final Problem RELU =
      NearlyOrthogonal.descent(
          NearlyOrthogonal.axes(LENGTHS), 0, WIDTH, Loss.Kind.LOGISTIC, 60, 40_000);
  private static final Problem LEAKY = leaky(0.5);
  private static final Trajectory RELU_RUN = new DescentIntegrator().integrate(RELU);
  private static final Trajectory LEAKY_RUN = new DescentIntegrator().integrate(LEAKY);

  private static Problem leaky(double slope) {
    return NearlyOrthogonal.descent(
        NearlyOrthogonal.axes(LENGTHS), slope, WIDTH, Loss.Kind.EXPONENTIAL, 10, 40_000);
  }

  /** The numbers of own-class neurons that start active on each sample. */
  private static int[] startSets() {
    int[] sets = new int[LENGTHS.length];
    for (int k = 0; k < sets.length; k++) {
      for (int j = 0; j < WIDTH; j++) {
        boolean own = RELU.initial().a().get(j) * RELU.data().y().get(k) > 0;
        sets[k] += own && RELU.initial().w().get(j, k) > 0 ? 1 : 0;
      }
    }
    return sets;
  }

  /** {@code (m^2/eta) sum 1/(|S_i||x_i|^2)}, m the neurons of a class, |S_i| from the start. */
  @Test
  void reluLimitsAreTheClosedForms() {
    MarginsResult result = MarginsCheck.of(RELU, 0.05, RELU_RUN);
    LimitPrediction limits = result.prediction().orElseThrow();
    int[] sets = startSets();
    double m = WIDTH / 2.0;
    double sum = 0;
    for (int k = 0; k < sets.length; k++) {
      sum += m * m / (sets[k] * LENGTHS[k] * LENGTHS[k]);
    }
    assertEquals(sum / 60, limits.scaledLoss(), 1e-12 * sum);
    assertEquals(1 / Math.sqrt(sum), limits.normalized(), 1e-13);
    for (int k = 1; k < sets.length; k++) {
      double ratio = sets[k] * LENGTHS[k] * LENGTHS[k] / (sets[0] * LENGTHS[0] * LENGTHS[0]);
      assertEquals(Math.log(ratio), limits.difference(k) - limits.difference(0), 1e-12);
    }
    assertEquals(classRank(0), limits.ranks().positive().value(), 1e-12);
    assertEquals(classRank(1), limits.ranks().negative().value(), 1e-12);
  }

  /**
   * SR(B) with {@code B_ri = 1{r in S_i}/(|S_i||x_i|)}, for two samples by the quadratic formula.
   */
  private static double classRank(int first) {
    double[][] b = new double[WIDTH][2];
    int[] sets = startSets();
    for (int j = 0; j < WIDTH; j++) {
      for (int c = 0; c < 2; c++) {
        int k = first + 2 * c;
        boolean own = RELU.initial().a().get(j) * RELU.data().y().get(k) > 0;
        b[j][c] = own && RELU.initial().w().get(j, k) > 0 ? 1 / (sets[k] * LENGTHS[k]) : 0;
      }
    }
    double p = 0;
    double q = 0;
    double r = 0;
    for (double[] row : b) {
      p += row[0] * row[0];
      q += row[0] * row[1];
      r += row[1] * row[1];
    }
    return (p + r) / ((p + r) / 2 + Math.hypot((p - r) / 2, q));
  }

  @Test
  void leakyLimitsAreTheClosedForms() {
    MarginsResult result = MarginsCheck.of(LEAKY, 0.05, LEAKY_RUN);
    LimitPrediction limits = result.prediction().orElseThrow();
    double m = WIDTH / 2.0;
    double sum = 0;
    for (double length : LENGTHS) {
      sum += m / (1.25 * length * length);
    }
    assertEquals(sum / 10, limits.scaledLoss(), 1e-12 * sum);
    assertEquals(1 / Math.sqrt(sum), limits.normalized(), 1e-13);
    assertEquals(1, limits.ranks().positive().value(), 1e-12);
    assertEquals(1, limits.ranks().negative().value(), 1e-12);
    // exact for orthogonal leaky networks: descent finds the maximal margin
    MaximalMargin maximal = result.end().orElseThrow().maximal().orElseThrow();
    assertEquals(limits.normalized(), maximal.overall().orElseThrow(), 1e-13);
  }

  /** {@code 2(1+g^2)/(1+g)^2} for balanced classes of equal lengths. */
  @Test
  void theWholeMatrixHasAnotherRankThanItsClasses() {
    for (double slope : new double[] {0.1, 0.5}) {
      Problem problem =
          NearlyOrthogonal.descent(
              NearlyOrthogonal.axes(1, 1, 1, 1), slope, 8, Loss.Kind.LOGISTIC, 10, 2000);
      LimitPrediction limits = MarginsCheck.of(problem, 0.05).prediction().orElseThrow();
      double expected = 2 * (1 + slope * slope) / Math.pow(1 + slope, 2);
      assertEquals(expected, limits.ranks().whole().value(), 1e-12);
      assertEquals(1, limits.ranks().positive().value(), 1e-12);
    }
  }

  @Test
  void runsHoldAllStatements() {
    for (Trajectory run : List.of(RELU_RUN, LEAKY_RUN)) {
      MarginsResult result = MarginsCheck.of(run.problem(), 0.05, run);
      for (LimitStatement statement : result.statements()) {
        boolean silent = statement.kind() == Kind.RANK_ONE && run == RELU_RUN;
        assertEquals(
            silent ? Verdict.NOT_APPLICABLE : Verdict.HOLDS,
            statement.verdict(),
            statement.toString());
        assertEquals(silent, statement.items().isEmpty());
      }
      // what is read at the end is further away than what is extrapolated
      MarginReading end = result.end().orElseThrow().reading();
      LimitItem first = result.statement(Kind.NORMALIZED).items().get(0);
      double apart = Math.abs(end.normalized(0) - first.predicted());
      assertTrue(apart > 20 * first.found().bar(), apart + " " + first);
    }
  }

  private static List<LimitStatement> judged(Trajectory run, LimitPrediction prediction) {
    LateReadings late = NearlyOrthogonal.late(run);
    return new LimitLaws(
            run == LEAKY_RUN,
            late,
            prediction,
            Collections.nCopies(late.readings().size(), prediction))
        .all();
  }

  private static Verdict verdict(List<LimitStatement> all, Kind kind) {
    return all.stream().filter(s -> s.kind() == kind).findFirst().orElseThrow().verdict();
  }

  private static LimitPrediction with(LimitPrediction limits, Ranks ranks, List<Double> rates) {
    return new LimitPrediction(
        rates,
        limits.slopes(),
        limits.scaledLoss(),
        limits.normalized(),
        ranks,
        limits.exponent(),
        limits.error());
  }

  /** The slope of the activation a hundredth too large. */
  @Test
  void anotherSlopeIsRefuted() {
    LimitPrediction other = MarginsCheck.of(leaky(0.5 * 1.01), 0.05).prediction().orElseThrow();
    List<LimitStatement> all = judged(LEAKY_RUN, other);
    assertEquals(Verdict.VIOLATED, verdict(all, Kind.LOSS));
    assertEquals(Verdict.VIOLATED, verdict(all, Kind.NORMALIZED));
    assertEquals(Verdict.VIOLATED, verdict(all, Kind.WHOLE));
    // these two do not depend on the slope
    assertEquals(Verdict.HOLDS, verdict(all, Kind.DIFFERENCES));
    assertEquals(Verdict.HOLDS, verdict(all, Kind.RANKS));
  }

  /** A rank of the classes taken for one of the whole, and the reverse. */
  @Test
  void theRankOfAnotherMatrixIsRefuted() {
    LimitPrediction limits = MarginsCheck.of(LEAKY, 0.05, LEAKY_RUN).prediction().orElseThrow();
    StableRank one = limits.ranks().positive();
    StableRank whole = limits.ranks().whole();
    Ranks swapped = new Ranks(whole, one, one);
    List<LimitStatement> all = judged(LEAKY_RUN, with(limits, swapped, limits.rates()));
    assertEquals(Verdict.VIOLATED, verdict(all, Kind.WHOLE));
    assertEquals(Verdict.VIOLATED, verdict(all, Kind.RANKS));
    assertEquals(Verdict.HOLDS, verdict(all, Kind.NORMALIZED));
  }

  /** What holds for leaky ReLU is refuted for ReLU, where the classes are not of rank one. */
  @Test
  void rankOneIsRefutedForRelu() {
    LimitPrediction limits = MarginsCheck.of(RELU, 0.05, RELU_RUN).prediction().orElseThrow();
    LateReadings late = NearlyOrthogonal.late(RELU_RUN);
    List<LimitStatement> all =
        new LimitLaws(true, late, limits, Collections.nCopies(late.readings().size(), limits))
            .all();
    assertEquals(Verdict.VIOLATED, verdict(all, Kind.RANK_ONE));
    assertEquals(Verdict.HOLDS, verdict(all, Kind.RANKS));
  }

  /** Raw margins that come together instead of normalized ones. */
  @Test
  void rawMarginsThatComeTogetherAreRefuted() {
    LimitPrediction limits = MarginsCheck.of(RELU, 0.05, RELU_RUN).prediction().orElseThrow();
    List<Double> equal = Collections.nCopies(LENGTHS.length, limits.rates().get(0));
    List<LimitStatement> all = judged(RELU_RUN, with(limits, limits.ranks(), equal));
    assertEquals(Verdict.VIOLATED, verdict(all, Kind.DIFFERENCES));
    assertEquals(Verdict.HOLDS, verdict(all, Kind.NORMALIZED));
  }

  /** Runs on which the laws have not yet set in are left open, and hold nothing. */
  @Test
  void shortRunsAreNotJudged() {
    for (long iterations : new long[] {1, 30, 300, 1500}) {
      Problem problem =
          NearlyOrthogonal.descent(
              NearlyOrthogonal.axes(LENGTHS), 0, WIDTH, Loss.Kind.LOGISTIC, 1, iterations);
      for (LimitStatement statement : MarginsCheck.of(problem, 0.05).statements()) {
        Verdict expected =
            statement.kind() == Kind.RANK_ONE ? Verdict.NOT_APPLICABLE : Verdict.UNKNOWN;
        assertEquals(expected, statement.verdict(), iterations + " " + statement);
      }
    }
  }

  /** A case file can say what it expects of each. */
  @Test
  void statementsAreThoseOfCaseFiles() {
    assertEquals(ExpectedMargins.STATEMENTS, Stream.of(Kind.values()).map(Kind::id).toList());
  }
}
