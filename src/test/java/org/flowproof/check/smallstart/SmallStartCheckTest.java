package org.flowproof.check.smallstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.flowproof.check.Verdict;
import org.flowproof.flow.origin.SixPoints;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SmallStartRequest;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallStartCheckTest {
  private static final Weights THETA =
      new Weights(Matrix.of(new double[][] {{0.2, -0.3}, {0.1, 0.4}}), Vec.of(1, 0.5));

  private static SmallStartRequest request(double... times) {
    return new SmallStartRequest(
        Arrays.stream(times).boxed().toList(), List.of(1e-2, 1e-3, 1e-4, 1e-5), 1);
  }

  /** The printed formulas are those for slope 1, with which nothing is wrong. */
  @ParameterizedTest
  @CsvSource({"Tanh[z], HOLDS, 0.3", "2*Tanh[z], VIOLATED, 0", "-Tanh[z], VIOLATED, 0.2"})
  void theoremsOnSixPoints(String activation, Verdict printedGrowth, double time) {
    SmallStartResult result =
        SmallStartCheck.of(SixPoints.of(activation, THETA), request(time, time + 0.4));
    expect(result, StartStatement.Kind.GROWTH, Verdict.HOLDS);
    expect(result, StartStatement.Kind.PRINTED_GROWTH, printedGrowth);
    expect(result, StartStatement.Kind.LIMIT, Verdict.HOLDS);
    expect(result, StartStatement.Kind.BOUND, Verdict.HOLDS);
    expect(result, StartStatement.Kind.FIRST_ORDER, Verdict.HOLDS);
    expect(result, StartStatement.Kind.PRINTED_RATE, Verdict.VIOLATED);
    expect(result, StartStatement.Kind.SAME_RATIO, Verdict.HOLDS);
    expect(result, StartStatement.Kind.OTHER_RATIO, Verdict.HOLDS);
    expect(result, StartStatement.Kind.RAW_RATIO, Verdict.VIOLATED);
  }

  private static void expect(SmallStartResult result, StartStatement.Kind kind, Verdict verdict) {
    StartStatement found = result.statement(kind);
    assertEquals(verdict, found.verdict(), kind + ": " + found.detail());
  }

  /** Projections and distances from NumPy and SciPy 1.17, with theta not of norm 1. */
  @Test
  void ratioAndDistances() {
    double norm = Math.sqrt(1 + 0.25 + 0.04 + 0.09 + 0.01 + 0.16);
    // theta of norm 1 is theta over norm: the same limit, later by log(norm)/rate
    double late = Math.log(norm) / 5.615400716082262;
    SmallStartRequest same =
        new SmallStartRequest(
            List.of(late, 0.5 + late), List.of(norm * 1e-2, norm * 1e-3, norm * 1e-4), 1);
    SmallStartResult.Found found =
        SmallStartCheck.of(SixPoints.of("Tanh[z]", THETA), same).found().orElseThrow();
    assertEquals(5.89720399 / 4.28742829, found.ratio().orElseThrow(), 1e-8);
    assertEquals(4.28742829 / 5.89720399, found.folded().orElseThrow(), 1e-8);
    double[][] expected = {
      {0.004427606653974474, 0.004096209885621781},
      {0.0004438985051287718, 0.0004151707210006878},
      {4.440867207550371e-05, 4.159853479972035e-05}
    };
    for (int s = 0; s < 3; s++) {
      for (int t = 0; t < 2; t++) {
        Approach.Distance distance = found.approach().distances().get(s).get(t);
        assertEquals(expected[s][t], distance.value(), 1e-9);
        assertTrue(distance.error() < 1e-8);
      }
    }
  }

  /** Weights may be drawn with a given imbalance in place of the initial ones. */
  @Test
  void imbalancesAreThoseAskedFor() {
    SmallStartRequest request =
        new SmallStartRequest(
            List.of(0.3, 0.7),
            List.of(1e-2, 1e-3, 1e-4),
            1,
            List.of(Vec.of(-0.2, 1), Vec.of(0.8, 1)));
    SmallStartResult result = SmallStartCheck.of(SixPoints.of("Tanh[z]", THETA), request);
    SmallStartResult.Found found = result.found().orElseThrow();
    assertEquals(-0.2, found.ratio().orElseThrow(), 1e-12);
    expect(result, StartStatement.Kind.LIMIT, Verdict.HOLDS);
    expect(result, StartStatement.Kind.SAME_RATIO, Verdict.HOLDS);
    List<StartPictures.Path> paths = found.pictures().paths();
    for (int i = 0; i < 2; i++) {
      int number = i;
      List<StartPictures.Path> own =
          paths.stream().filter(p -> p.imbalance() == number && p.kind().own()).toList();
      assertEquals(2 + i, own.size());
      StartPictures.Reading last = own.get(0).points().get(own.get(0).points().size() - 1);
      for (StartPictures.Path path : own) {
        assertEquals(i == 0 ? -0.2 : 0.8, path.ratio(), 1e-9);
        StartPictures.Reading end = path.points().get(path.points().size() - 1);
        assertEquals(last.large(), end.large(), 1e-2);
        assertEquals(last.small(), end.small(), 1e-2);
      }
    }
  }

  @Test
  void whatHasNoLimitIsSaid() {
    SmallStartResult flat = SmallStartCheck.of(SixPoints.of("z^2", THETA), request(1));
    assertTrue(flat.obstacle().contains("slope"), flat.obstacle());
    assertTrue(flat.statements().stream().allMatch(s -> s.verdict() == Verdict.NOT_APPLICABLE));
    Weights zero = THETA.times(0);
    assertTrue(
        SmallStartCheck.of(SixPoints.of("Tanh[z]", zero), request(1))
            .obstacle()
            .contains("weights are 0"));
    Problem problem = SixPoints.of("Tanh[z]", THETA);
    assertTrue(SmallStartCheck.of(problem, request(-9)).obstacle().contains("nothing has grown"));
    // before the run from the largest scale has begun there is nothing to compare
    SmallStartResult early = SmallStartCheck.of(problem, request(-1.5, 0));
    assertEquals(Verdict.UNKNOWN, early.verdict(StartStatement.Kind.LIMIT));
  }

  /** One dimension and one neuron: the decaying part is all that is left out, of second order. */
  @Test
  void inOneDimensionTheApproachIsFaster() {
    Problem problem =
        SixPoints.problem(
            "Tanh[z]", new double[][] {{1}, {0.5}}, new double[] {1, -0.2}, SixPoints.one(2, 1), 1);
    SmallStartResult result =
        SmallStartCheck.of(
            problem, new SmallStartRequest(List.of(1.0, 2.0), List.of(1e-1, 1e-2, 1e-3), 3));
    expect(result, StartStatement.Kind.LIMIT, Verdict.HOLDS);
    expect(result, StartStatement.Kind.BOUND, Verdict.HOLDS);
    expect(result, StartStatement.Kind.FIRST_ORDER, Verdict.VIOLATED);
    expect(result, StartStatement.Kind.OTHER_RATIO, Verdict.NOT_APPLICABLE);
    double exponent = result.found().orElseThrow().approach().last().get(0).value();
    // of second order up to a logarithm of the scale
    assertTrue(exponent > 1.8 && exponent < 2.05, "exponent " + exponent);
  }
}
