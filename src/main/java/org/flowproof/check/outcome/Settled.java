package org.flowproof.check.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
 * @param limit the limit, or why there is none, so that the errors do not rest on more
 */
record Settled(List<Ball> outputs, State state, How how, LimitEstimate limit) {

  private static final double ROUNDING = 1e-13;

  private static final double FASTEST = 0.1;

  /** Of changes over a sixteenth of a run; the changes of 1/t shrink to 7/8. */
  private static final double SLOWEST = 0.95;

  /** By how much the logarithm of a size may grow when the time doubles. */
  private static final double GROWTH = 0.1;

  /** What the errors of the outputs rest on. */
  enum How {
    /** The patterns are frozen; the errors are bounds as far as that of the state is one. */
    FROZEN_PATTERNS,
    /**
     * The end of the run, extrapolated, and ten times the tolerance, without the numerical error of
     * the weights, which may be large along directions that leave the outputs as they are: a guess,
     * to be held against longer runs and against runs at a smaller tolerance.
     */
    EXTRAPOLATED
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
   * @throws UnsettledException when it broke down, is not kept, or has not come to rest
   */
  static Settled of(Trajectory run) throws UnsettledException {
    Optional<Failure> failure =
        run.failures().stream().filter(f -> f.endsTheRun() || f.spoilsTheRest()).findFirst();
    if (failure.isPresent()) {
      throw new UnsettledException(failure.get().cause());
    }
    LimitEstimate estimate = new LimitEstimator().estimate(run);
    if (estimate instanceof LimitEstimate.Found found) {
      return new Settled(found.outputs(), found.state(), How.FROZEN_PATTERNS, found);
    }
    LimitEstimate.NotAvailable missing = (LimitEstimate.NotAvailable) estimate;
    try {
      return extrapolated(run, missing);
    } catch (NoValueException e) {
      throw new UnsettledException(missing.obstruction().reason());
    }
  }

  private static Settled extrapolated(Trajectory run, LimitEstimate.NotAvailable missing)
      throws UnsettledException {
    State end = run.at(run.endTime());
    Speeds speeds = Speeds.of(run.problem(), end);
    // next to a saddle, such as the origin, outputs rest while neurons grow
    if (speeds.rate() * run.endTime() > GROWTH) {
      throw new UnsettledException(
          String.format(
              Locale.ROOT,
              "neuron %d still grows, by the factor e in %.3g units of time",
              speeds.fastest() + 1,
              1 / speeds.rate()));
    }
    double[] last = Outputs.of(run.problem(), end);
    double error = remainder(run, last) + noise(run.problem());
    List<Ball> outputs = Arrays.stream(last).mapToObj(h -> new Ball(h, error)).toList();
    return new Settled(outputs, end, How.EXTRAPOLATED, missing);
  }

  /**
   * Twice what is left of the way of the outputs if their changes shrink on as they did from the
   * sixteenth of the run before the last to the last. An approach like {@code 1/t} is covered.
   */
  private static double remainder(Trajectory run, double[] last) {
    double t = run.endTime();
    double[] before = Outputs.of(run.problem(), run.at(t * 15 / 16));
    double[] earlier = Outputs.of(run.problem(), run.at(t * 14 / 16));
    double change = largestDifference(last, before);
    double ratio = change / largestDifference(before, earlier);
    // also when nothing changed at all
    double shrinking = ratio <= SLOWEST ? Math.max(FASTEST, ratio) : SLOWEST;
    return 2 * Math.max(change, change * shrinking / (1 - shrinking));
  }

  private static double largestDifference(double[] one, double[] other) {
    double largest = 0;
    for (int k = 0; k < one.length; k++) {
      largest = Math.max(largest, Math.abs(one[k] - other[k]));
    }
    return largest;
  }

  /** Why the errors do not rest on more; empty when they are bounds. */
  String remark() {
    return limit instanceof LimitEstimate.NotAvailable missing
        ? missing.obstruction().reason()
        : "";
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
