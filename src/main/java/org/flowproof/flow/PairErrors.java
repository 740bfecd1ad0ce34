package org.flowproof.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoubleFunction;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * The errors of a run, estimated by a second one of the same flow at 50 times its tolerance that is
 * always at least as far: their largest difference so far, and what follows from it.
 */
public final class PairErrors {
  /** How it is done, for readers. */
  public static final String METHOD =
      "largest difference so far to a second run at 50 times the tolerance, plus the tolerance"
          + " of one step and rounding";

  private static final double REFINEMENT = 50;

  /** Sampling points inside each step at which the two runs are compared. */
  private static final double[] COMPARED = {0.0, 0.15, 0.3, 0.5, 0.7, 0.85, 1.0};

  private final boolean exactOutput;
  private final double tolerance;
  private final ErrorEstimate estimate;
  private final LostAccuracy lost;

  /**
   * Errors of a run that has not begun.
   *
   * @param asked the tolerance of the problem
   * @param finest the least tolerance that the integrator can keep
   */
  public PairErrors(Problem problem, double asked, double finest) {
    exactOutput = problem.network().trained() == Network.Trained.FIRST;
    tolerance = Math.max(finest, asked / REFINEMENT);
    estimate = new ErrorEstimate(problem, tolerance);
    lost = new LostAccuracy(problem, coarseTolerance());
  }

  /** The tolerance of the run whose result counts. */
  public double fineTolerance() {
    return tolerance;
  }

  /** The tolerance of the second run. */
  public double coarseTolerance() {
    return tolerance * REFINEMENT;
  }

  /** When the second run ends: where the first ends early, a little beyond, which is unread. */
  public static Dynamics.StopRule coarseEnd(Dynamics.StopRule stop) {
    return new Dynamics.StopRule(stop.time(), 0, stop.evaluations(), false);
  }

  /**
   * Compares the runs along one step of the first.
   *
   * @param other the state of the second run at a time, or null where it has none
   * @param keep is given the errors up to the end of the step, of output weights and of hidden
   *     weights
   */
  public void compare(
      DenseOutput piece, DoubleFunction<double[]> other, BiConsumer<double[], double[]> keep) {
    for (double fraction : COMPARED) {
      double time =
          fraction == 1 ? piece.end() : piece.start() + fraction * (piece.end() - piece.start());
      estimate.compare(piece.at(time), other.apply(time));
    }
    estimate.step();
    double[] ofA = estimate.ofA();
    double[] ofW = estimate.ofW();
    keepFixedOutputExact(ofA);
    lost.step(piece.start(), piece.end(), piece.origin(), ofA, ofW);
    keepFixedOutputExact(ofA);
    keep.accept(ofA, ofW);
  }

  private void keepFixedOutputExact(double[] errorsOfOutput) {
    if (exactOutput) {
      Arrays.fill(errorsOfOutput, 0);
    }
  }

  /**
   * All that is wrong with the first run, in the order of time, what ended it last.
   *
   * @param fine what ended it
   * @param coarse what ended the second run
   * @param time that the first run has reached
   * @param others failures of the first run that did not end it
   */
  public List<Failure> failures(
      Optional<Failure> fine, Optional<Failure> coarse, double time, Optional<Failure> others) {
    List<Failure> all = new ArrayList<>(lost.failures());
    others.ifPresent(all::add);
    coarse
        .filter(f -> f.time() < time)
        .map(
            f ->
                new Failure(
                    Failure.Kind.LOST_ACCURACY,
                    f.time(),
                    0,
                    "the second run, which measures the error, broke off: " + f.cause()))
        .ifPresent(all::add);
    all.sort(Comparator.comparingDouble(Failure::time));
    fine.ifPresent(all::add);
    return List.copyOf(all);
  }

  /** Writes what later errors depend on. */
  public void save(DataOutput out) throws IOException {
    estimate.save(out);
    lost.save(out);
  }

  /** Puts fresh ones where saved ones were. */
  public void restore(DataInput in) throws IOException {
    estimate.restore(in);
    lost.restore(in);
  }
}
