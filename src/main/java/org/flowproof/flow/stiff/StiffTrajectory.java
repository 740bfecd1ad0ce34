package org.flowproof.flow.stiff;

import java.util.List;
import org.flowproof.flow.Failure;
import org.flowproof.flow.LastIndex;
import org.flowproof.flow.State;
import org.flowproof.flow.StoredTrajectory;
import org.flowproof.problem.Problem;

/** A trajectory stored as collocation polynomials. */
final class StiffTrajectory extends StoredTrajectory {
  private final List<Piece> pieces;
  private final List<StiffState.Errors> errors;
  private final List<Failure> failures;

  /**
   * A trajectory.
   *
   * @param pieces in order of time; the last has length zero
   * @param errors one for each piece
   */
  StiffTrajectory(
      Problem problem,
      Summary summary,
      List<Piece> pieces,
      List<StiffState.Errors> errors,
      List<Failure> failures) {
    super(problem, summary);
    this.pieces = List.copyOf(pieces);
    this.errors = List.copyOf(errors);
    this.failures = List.copyOf(failures);
  }

  @Override
  public double endTime() {
    return pieces.get(pieces.size() - 1).end();
  }

  @Override
  public State at(double time) {
    requireInside(time);
    int index = LastIndex.of(pieces.size(), i -> pieces.get(i).start() <= time);
    return new StiffState(problem(), time, pieces.get(index).at(time), errors.get(index));
  }

  @Override
  public List<Double> stepTimes() {
    return pieces.stream().map(Piece::start).toList();
  }

  @Override
  public List<Failure> failures() {
    return failures;
  }
}
