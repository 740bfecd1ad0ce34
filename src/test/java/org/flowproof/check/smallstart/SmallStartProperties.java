package org.flowproof.check.smallstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.flowproof.check.Verdict;
import org.flowproof.flow.origin.GrowthAtZero;
import org.flowproof.flow.origin.LimitFlow;
import org.flowproof.flow.origin.SixPoints;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.SmallStartRequest;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/** The theorems on small starts hold on random data, and their false twins are refuted there. */
class SmallStartProperties {
  private static final String[] ACTIVATIONS = {"Tanh[z]", "z/(1+z^2)", "-2*Tanh[z]"};

  private static Problem random(long seed, int d, String activation) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.TEST);
    double[][] x = new double[4][d];
    double[] y = new double[4];
    for (int k = 0; k < 4; k++) {
      y[k] = stream.nextGaussian();
      for (int i = 0; i < d; i++) {
        x[k][i] = stream.nextGaussian();
      }
    }
    double[] a = {stream.nextGaussian(), stream.nextGaussian()};
    double[][] w = new double[2][d];
    for (double[] row : w) {
      for (int i = 0; i < d; i++) {
        row[i] = stream.nextGaussian();
      }
    }
    return SixPoints.problem(activation, x, y, new Weights(Matrix.of(w), Vec.of(a)), 1);
  }

  @Property(tries = 6, seed = "20261130")
  void theoremsHoldAndTwinsFail(
      @ForAll @IntRange(min = 1, max = 1_000_000) int seed,
      @ForAll @IntRange(min = 2, max = 3) int d,
      @ForAll @IntRange(min = 0, max = 2) int activation) {
    Problem problem = random(seed, d, ACTIVATIONS[activation]);
    GrowthAtZero growth = GrowthAtZero.of(problem);
    Weights unit = OtherStarts.unit(problem.initial());
    double size = LimitFlow.norm(growth.growing(growth.projections(unit)));
    double grown = Math.log(1 / size) / growth.rate();
    SmallStartResult result =
        SmallStartCheck.of(
            problem,
            new SmallStartRequest(
                List.of(grown, grown + 1 / growth.rate()), List.of(1e-3, 1e-4, 1e-5), seed));
    expect(result, StartStatement.Kind.GROWTH, Verdict.HOLDS);
    expect(result, StartStatement.Kind.LIMIT, Verdict.HOLDS);
    expect(result, StartStatement.Kind.BOUND, Verdict.HOLDS);
    expect(result, StartStatement.Kind.SAME_RATIO, Verdict.HOLDS);
    expect(result, StartStatement.Kind.OTHER_RATIO, Verdict.HOLDS);
    // the twins: the bound on the rate as an equality, the ratio of raw weights, the printed time
    expect(result, StartStatement.Kind.PRINTED_RATE, Verdict.VIOLATED);
    expect(result, StartStatement.Kind.RAW_RATIO, Verdict.VIOLATED);
    Verdict printed = growth.slope() == 1 ? Verdict.HOLDS : Verdict.VIOLATED;
    expect(result, StartStatement.Kind.PRINTED_SHIFT, printed);
    expect(result, StartStatement.Kind.PRINTED_GROWTH, printed);
  }

  private static void expect(SmallStartResult result, StartStatement.Kind kind, Verdict verdict) {
    StartStatement found = result.statement(kind);
    assertEquals(verdict, found.verdict(), kind + ": " + found.detail());
  }
}
