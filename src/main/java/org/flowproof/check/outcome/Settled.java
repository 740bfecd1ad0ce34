package org.flowproof.check.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.Failure;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.limit.LimitEstimate;
import org.flowproof.flow.limit.LimitEstimator;
import org.flowproof.formula.Ball;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/**
 * The outputs that a run tends to.
 *
 * @param outputs n numbers with errors
 * @param state weights at the limit or, where that is not known, at the end of the run
 * @param how what the errors rest on
 * @param remark why they do not rest on more
 */
record Settled(List<Ball> outputs, State state, How how, String remark) {

  private static final double ROUNDING = 1e-13;

  /** What the errors of the outputs rest on. */
  enum How {
    /** The patterns are frozen; the errors are bounds as far as that of the state is one. */
    FROZEN_PATTERNS,
    /**
     * Twice the change in the last quarter of the run and ten times the tolerance, without the
     * numerical error of the weights, which may be large along directions that leave the outputs as
     * they are: a guess, to be held against longer runs and against runs at a smaller tolerance.
     */
    LAST_QUARTER
  }

  Settled {
    outputs = List.copyOf(outputs);
  }

  /** Why there is nothing to tell. */
  static final class UnsettledException extends Exception {
    private static final long serialVersionUID = 1;

    UnsettledException(String reason) {
      super(reason);
    }
  }

  /**
   * Reads a run.
   *
   * @throws UnsettledException when it broke down or is not kept
   */
  static Settled of(Trajectory run) throws UnsettledException {
    Optional<Failure> failure =
        run.failures().stream().filter(f -> f.endsTheRun() || f.spoilsTheRest()).findFirst();
    if (failure.isPresent()) {
      throw new UnsettledException(failure.get().cause());
    }
    LimitEstimate estimate = new LimitEstimator().estimate(run);
    if (estimate instanceof LimitEstimate.Found found) {
      return new Settled(found.outputs(), found.state(), How.FROZEN_PATTERNS, "");
    }
    String why = ((LimitEstimate.NotAvailable) estimate).obstruction().reason();
    try {
      return lastQuarter(run, why);
    } catch (NoValueException e) {
      throw new UnsettledException(why);
    }
  }

  private static Settled lastQuarter(Trajectory run, String why) {
    State end = run.at(run.endTime());
    double noise = noise(run.problem());
    double[] last = Outputs.of(run.problem(), end);
    double[] before = Outputs.of(run.problem(), run.at(0.75 * run.endTime()));
    List<Ball> outputs = new ArrayList<>();
    for (int k = 0; k < last.length; k++) {
      double change = Math.abs(last[k] - before[k]);
      outputs.add(new Ball(last[k], 2 * change + noise));
    }
    return new Settled(outputs, end, How.LAST_QUARTER, why);
  }

  /** How far an integrator lets outputs stay from where they would settle. */
  private static double noise(Problem problem) {
    double largest = 0;
    for (double label : problem.data().y().toArray()) {
      largest = Math.max(largest, Math.abs(label));
    }
    double relative =
        problem.dynamics() instanceof Dynamics.Flow flow ? 10 * flow.relativeTolerance() : 0;
    return (relative + ROUNDING) * largest;
  }

  /** The mean of the squared residuals. */
  double meanSquare(Problem problem) {
    double sum = 0;
    for (int k = 0; k < outputs.size(); k++) {
      double r = problem.data().y().get(k) - outputs.get(k).value();
      sum += r * r;
    }
    return sum / outputs.size();
  }

  /** Bound on the error of {@link #meanSquare}. */
  double meanSquareError(Problem problem) {
    double sum = 0;
    for (int k = 0; k < outputs.size(); k++) {
      double r = Math.abs(problem.data().y().get(k) - outputs.get(k).value());
      double e = outputs.get(k).radius();
      sum += e * (2 * r + e);
    }
    return sum / outputs.size();
  }
}
