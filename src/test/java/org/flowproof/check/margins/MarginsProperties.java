package org.flowproof.check.margins;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import org.flowproof.check.Verdict;
import org.flowproof.check.margins.LimitStatement.Kind;
import org.flowproof.check.margins.Ranks.StableRank;
import org.flowproof.flow.DescentIntegrator;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.Vec;

/** Random classifiers, with a dial for how nearly orthogonal their samples are. */
class MarginsProperties {

  /** Axes of random lengths, each turned towards the others by the dial; random labels. */
  private static DataSet near(int n, double dial, long seed) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
    double[][] x = new double[n][n + 2];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n + 2; i++) {
        x[k][i] = dial * stream.nextGaussian();
      }
      x[k][k] += 0.8 + 0.4 * stream.nextUniform();
      y[k] = stream.nextBits() < 0 ? -1 : 1;
    }
    return new DataSet(Matrix.of(x), Vec.of(y), "random");
  }

  /** The laws are never found to be violated, and laws that are a little wrong never to hold. */
  @Property(tries = 20)
  void verdictsAgreeWithTheLaws(
      @ForAll @IntRange(min = 2, max = 4) int n,
      @ForAll @DoubleRange(max = 0.25) double dial,
      @ForAll @IntRange(min = 0, max = 2) int kind,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    double slope = kind * 0.3;
    Loss.Kind loss = seed % 2 == 0 ? Loss.Kind.LOGISTIC : Loss.Kind.EXPONENTIAL;
    Problem problem = NearlyOrthogonal.descent(near(n, dial, seed), slope, 8, loss, 3, 15_000);
    Trajectory run = new DescentIntegrator().integrate(problem);
    MarginsResult result = MarginsCheck.of(problem, 0.05, run);
    Statistics.collect(result.verdict(Kind.LOSS), result.verdict(Kind.NORMALIZED));
    for (LimitStatement statement : result.statements()) {
      boolean lawful =
          statement.kind() != Kind.RANK_ONE
              && (statement.kind() != Kind.NORMALIZED
                  || result.prediction().map(LimitPrediction::allSupport).orElse(true));
      assertTrue(
          !lawful || statement.verdict() != Verdict.VIOLATED, statement + " of " + result.late());
    }
    if (result.statement(Kind.LOSS).verdict() == Verdict.HOLDS) {
      LimitPrediction limits = result.prediction().orElseThrow();
      LimitPrediction wrong =
          new LimitPrediction(
              limits.rates(),
              limits.slopes(),
              limits.scaledLoss() * 1.03,
              limits.normalized() * 1.03,
              limits.ranks(),
              limits.exponent(),
              limits.error());
      refuse(run, wrong, Kind.LOSS, Kind.NORMALIZED);
      refuseTheRankOfTheWhole(run, result, limits);
      refuseEqualMargins(run, result, limits);
    }
  }

  /** The stable rank of W in place of those of its classes. */
  private static void refuseTheRankOfTheWhole(
      Trajectory run, MarginsResult result, LimitPrediction limits) {
    StableRank whole = limits.ranks().whole();
    StableRank one = limits.ranks().positive();
    if (result.verdict(Kind.RANKS) == Verdict.HOLDS && whole.value() - one.value() > 0.05) {
      Ranks swapped = new Ranks(whole, limits.ranks().negative(), whole);
      refuse(run, with(limits, limits.rates(), swapped), Kind.RANKS);
    }
  }

  /** Margins themselves that come together, in place of normalized ones. */
  private static void refuseEqualMargins(
      Trajectory run, MarginsResult result, LimitPrediction limits) {
    List<Double> rates = limits.rates();
    double spread = Math.log(Collections.max(rates) / Collections.min(rates));
    if (result.verdict(Kind.DIFFERENCES) == Verdict.HOLDS && limits.allSupport() && spread > 0.1) {
      List<Double> equal = Collections.nCopies(rates.size(), rates.get(0));
      refuse(run, with(limits, equal, limits.ranks()), Kind.DIFFERENCES);
    }
  }

  private static LimitPrediction with(LimitPrediction limits, List<Double> rates, Ranks ranks) {
    return new LimitPrediction(
        rates,
        limits.slopes(),
        limits.scaledLoss(),
        limits.normalized(),
        ranks,
        limits.exponent(),
        limits.error());
  }

  private static void refuse(Trajectory run, LimitPrediction wrong, Kind... kinds) {
    Classifier classifier = Classifier.of(run.problem()).orElseThrow();
    LateReadings late = NearlyOrthogonal.late(run);
    List<LimitPrediction> read = Collections.nCopies(late.readings().size(), wrong);
    for (LimitStatement statement :
        new LimitLaws(classifier.slope() > 0, late, wrong, read).all()) {
      if (List.of(kinds).contains(statement.kind())) {
        Statistics.label("refused").collect(statement.kind(), statement.verdict());
        assertNotEquals(Verdict.HOLDS, statement.verdict(), statement.toString());
      }
    }
  }
}
