package org.flowproof.check.smallstart;

import java.util.List;
import java.util.Optional;
import org.flowproof.check.Verdict;
import org.flowproof.flow.origin.GrowthAtZero;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SmallStartRequest;
import org.flowproof.problem.Vec;

/**
 * The limit of small starts of one problem.
 *
 * @param problem the problem
 * @param request how it was looked at
 * @param obstacle why there is nothing to look at; empty when there is
 * @param found what was computed; empty with an obstacle
 * @param statements one of each kind
 */
public record SmallStartResult(
    Problem problem,
    SmallStartRequest request,
    String obstacle,
    Optional<Found> found,
    List<StartStatement> statements) {
  public SmallStartResult {
    statements = List.copyOf(statements);
  }

  /**
   * What was computed.
   *
   * @param growth the linear part of the flow at zero weights
   * @param projections of the initial weights, scaled to norm 1
   * @param printed the same as the source prints them
   * @param limit the limit flow, one point a time
   * @param approach distances of runs from the initial weights, scaled
   * @param partner distances of runs from other weights with the same ratio of projections
   * @param forms what is printed beside what is true
   * @param pictures readings for pictures
   */
  public record Found(
      GrowthAtZero growth,
      Vec projections,
      Vec printed,
      List<Point> limit,
      Approach approach,
      Approach partner,
      PrintedForms forms,
      StartPictures pictures) {
    public Found {
      limit = List.copyOf(limit);
    }

    /** {@code c = C_1/C_2} of two neurons, when {@code C_2} is not 0. */
    public Optional<Double> ratio() {
      return projections.length() == 2 && projections.get(1) != 0
          ? Optional.of(projections.get(0) / projections.get(1))
          : Optional.empty();
    }

    /** {@code min(|c|, 1/|c|)} of two neurons, between 0 and 1. */
    public Optional<Double> folded() {
      if (projections.length() != 2) {
        return Optional.empty();
      }
      double one = Math.abs(projections.get(0));
      double other = Math.abs(projections.get(1));
      return Optional.of(Math.min(one, other) / Math.max(one, other));
    }
  }

  /**
   * A point of the limit flow.
   *
   * @param time of the limit flow
   * @param weights outputs, then hidden weights neuron by neuron
   * @param error a bound on the norm of their numerical error
   */
  public record Point(double time, Vec weights, double error) {}

  /** The statement of a kind. */
  public StartStatement statement(StartStatement.Kind kind) {
    return statements.stream().filter(s -> s.kind() == kind).findFirst().orElseThrow();
  }

  /** The verdict on the statement of a kind. */
  public Verdict verdict(StartStatement.Kind kind) {
    return statement(kind).verdict();
  }
}
