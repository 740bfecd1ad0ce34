package org.flowproof.check.alignment;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.check.Verdict;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.cones.ConeLookup;
import org.flowproof.problem.Problem;

/**
 * Part (i) for all neurons of a run.
 *
 * @param bounds one for each neuron
 * @param offZero for each neuron whether {@code w_j} is surely not 0 up to the end of the phase
 * @param times at how many times the run was read
 */
record WeightReading(List<WeightBound> bounds, List<Boolean> offZero, int times) {
  private static final int FEWEST = 128;
  private static final int MOST = 2000;

  /** Between two times no neuron can grow by more than about this part. */
  private static final double PART = 1.0 / 16;

  static WeightReading of(Phase phase, Trajectory run, double end) {
    Problem problem = phase.problem();
    int m = problem.network().width();
    int d = problem.data().d();
    List<BoundReader> readers = new ArrayList<>();
    for (int j = 0; j < m; j++) {
      double a = problem.initial().a().get(j);
      readers.add(
          a == 0
              ? null
              : new BoundReader(j, a, 2 * phase.growth(), Conserved.difference(problem, j)));
    }
    int times = (int) Math.min(MOST, Math.max(FEWEST, Math.ceil(phase.growth() / PART)));
    double[] largest = new double[m];
    double change = 0;
    for (int i = 0; i <= times; i++) {
      double time = i == times ? end : end * i / times;
      State state = run.at(time);
      double squares = 0;
      for (int j = 0; j < m; j++) {
        double most = Math.abs(state.a(j)) + state.errorOfA(j);
        largest[j] = Math.max(largest[j], most);
        squares += most * most;
        if (readers.get(j) != null) {
          readers.get(j).read(state, d, change);
        }
      }
      change = change(phase, squares, end / times);
    }
    List<WeightBound> bounds = new ArrayList<>();
    List<Boolean> offZero = new ArrayList<>();
    for (int j = 0; j < m; j++) {
      BoundReader reader = readers.get(j);
      bounds.add(reader == null ? nothing(largest[j]) : reader.result());
      offZero.add(reader != null && reader.staysOffZero());
    }
    return new WeightReading(bounds, offZero, times + 1);
  }

  /**
   * A bound on how far {@code ln |a_j|} moves in a step from a state with this {@code N = sum
   * a_j^2}: {@code |D_j| <= D_max + C S N} with S the mean of {@code |x_k|^2} and C the Lipschitz
   * constant of the loss; N no more than doubles in a step in which this speed keeps 2 ln |a_j|
   * from rising by ln 2.
   */
  private static double change(Phase phase, double squares, double step) {
    Problem problem = phase.problem();
    double mean = 0;
    for (int k = 0; k < problem.data().n(); k++) {
      for (double entry : problem.data().x().row(k)) {
        mean += entry * entry / problem.data().n();
      }
    }
    double lipschitz = ConeLookup.lipschitz(problem).toDouble();
    double speed = (phase.constants().longest() + lipschitz * mean * 2 * squares) * (1 + 1e-12);
    double change = speed * step;
    return 2 * change <= Math.log(2) ? change : Double.POSITIVE_INFINITY;
  }

  /** A neuron whose output weight starts at 0 stays there, by domination with its hidden weight. */
  private static WeightBound nothing(double largest) {
    return largest == 0
        ? new WeightBound(Verdict.HOLDS, "", 1, 1, 0, 0, 0, 0)
        : new WeightBound(
            Verdict.UNKNOWN, "a(0) is 0, which leaves no bound to compare", 1, 1, 0, 0, 0, 0);
  }
}
