package org.flowproof.check.margins;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.flowproof.check.Verdict;
import org.flowproof.check.margins.LimitStatement.Kind;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/** One neuron on separable samples, the setting of Soudry and others. */
class LinearLawProperties {
  private static final double STEP = 0.1;
  private static final double END = 1e9;

  /** Samples of label 1 that the first axis separates, as many as dimensions or more. */
  private static Problem problem(int n, int d, long seed) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      y[k] = 1;
      for (int i = 0; i < d; i++) {
        x[k][i] = i == 0 ? 0.5 + stream.nextUniform() : stream.nextGaussian();
      }
    }
    double[] w = new double[d];
    w[0] = 1;
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "separable"),
        new Network(1, new Activation.Leaky(0, 1), Network.Trained.FIRST),
        new Loss(seed % 2 == 0 ? Loss.Kind.LOGISTIC : Loss.Kind.EXPONENTIAL, Loss.Factor.MEAN),
        new Weights(Matrix.of(new double[][] {w}), Vec.of(1)),
        "given",
        new Dynamics.Descent(STEP, new Dynamics.StopRule(END, 0, 2_000_000, false)));
  }

  /**
   * The weight less the separator times the logarithm of the iterations settles like the power of t
   * that the laws say; with a separator that is off by a twentieth it does not.
   */
  @Property(tries = 25, seed = "20261124", shrinking = ShrinkingMode.OFF)
  void theWeightIsTheSeparatorTimesTheLogarithm(
      @ForAll @IntRange(min = 1, max = 4) int n,
      @ForAll @IntRange(min = 1, max = 4) int d,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Problem problem = problem(n, d, seed);
    Trajectory run = IntegratorChoice.of(problem).integrate(problem);
    Assume.that(run.events().isEmpty() && run.failures().isEmpty());
    MarginsResult result = MarginsCheck.of(problem, 0.05, run);
    for (Kind kind : List.of(Kind.LOSS, Kind.DIFFERENCES)) {
      assertNotEquals(Verdict.VIOLATED, result.verdict(kind), kind.toString());
    }
    double exponent = result.prediction().map(LimitPrediction::exponent).orElse(0.0);
    Assume.that(exponent > 0.4);
    double shrink = Math.pow(1e-2, exponent / 2);
    assertTrue(
        change(run, 1e7, END, 1) <= shrink * change(run, 1e5, 1e7, 1) + 1e-9,
        "exponent " + exponent);
    assertTrue(change(run, 1e7, END, 1.05) > shrink * change(run, 1e5, 1e7, 1.05) + 1e-9);
  }

  /** Of the weight less a multiple of the separator times the logarithm. */
  private static double change(Trajectory run, double from, double to, double multiple) {
    double sum = 0;
    for (int i = 0; i < run.problem().data().d(); i++) {
      double separator =
          TrajectoryValuation.of(run).observable("separator", List.of(i + 1), 0, null).value();
      double moved = run.at(to).w(0, i) - run.at(from).w(0, i);
      sum += Math.pow(moved - multiple * separator * Math.log(to / from), 2);
    }
    return Math.sqrt(sum);
  }
}
