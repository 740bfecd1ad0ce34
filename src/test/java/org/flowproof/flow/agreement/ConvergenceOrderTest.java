package org.flowproof.flow.agreement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The error falls in proportion to the tolerance, on problems with crossings and slides. */
class ConvergenceOrderTest {
  private static final double[] TOLERANCES = {1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9};
  private static final int TIMES = 10;

  static Stream<Candidate> candidates() {
    return Candidate.all();
  }

  @ParameterizedTest
  @MethodSource("candidates")
  void errorsFollowTheTolerance(Candidate candidate) {
    List<Trajectory> tight =
        IntStream.range(4000, 4016)
            .mapToObj(seed -> RandomProblems.of(seed, 8, 5, 1e-12))
            .map(problem -> new ReferenceIntegrator().integrate(problem))
            .filter(run -> run.nonUniqueness().isEmpty())
            .toList();
    double[] means = new double[TOLERANCES.length];
    for (int i = 0; i < means.length; i++) {
      double tolerance = TOLERANCES[i];
      List<Double> logs = new ArrayList<>();
      for (Trajectory best : tight) {
        Problem problem = RandomProblems.at(best.problem(), tolerance);
        double error = error(best, candidate.integrator().integrate(problem));
        // where the answer is exact at any tolerance nothing can fall
        logs.add(Math.log10(Math.max(error, 1e-13)));
      }
      means[i] = logs.stream().sorted().skip(logs.size() / 2).findFirst().orElseThrow();
    }
    double order = order(means);
    String text = candidate + ": order " + order + ", medians " + java.util.Arrays.toString(means);
    assertTrue(order > 0.8 && order < 1.3, text);
    // and the tolerance is what it says: a median error within a factor of ten of it
    for (int i = 0; i < means.length; i++) {
      assertTrue(means[i] <= Math.log10(TOLERANCES[i]) + 1, text);
    }
  }

  /** Slope of the logarithm of the error by that of the tolerance, least squares. */
  private static double order(double[] logs) {
    int count = logs.length;
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < count; i++) {
      meanX += Math.log10(TOLERANCES[i]) / count;
      meanY += logs[i] / count;
    }
    double above = 0;
    double below = 0;
    for (int i = 0; i < count; i++) {
      double dx = Math.log10(TOLERANCES[i]) - meanX;
      above += dx * (logs[i] - meanY);
      below += dx * dx;
    }
    return above / below;
  }

  /** The largest error of a neuron relative to its size over times of a run. */
  private static double error(Trajectory best, Trajectory run) {
    double worst = 0;
    double end = Math.min(best.endTime(), run.endTime());
    for (int i = 1; i <= TIMES; i++) {
      double time = Math.min(end, end * i / TIMES);
      State right = best.at(time);
      State got = run.at(time);
      for (int j = 0; j < best.problem().network().width(); j++) {
        double size = right.a(j) * right.a(j);
        double error = Math.abs(right.a(j) - got.a(j));
        for (int c = 0; c < best.problem().data().d(); c++) {
          size += right.w(j, c) * right.w(j, c);
          error = Math.max(error, Math.abs(right.w(j, c) - got.w(j, c)));
        }
        worst = Math.max(worst, error / Math.sqrt(size));
      }
    }
    return worst;
  }
}
