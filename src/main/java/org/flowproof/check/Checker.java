package org.flowproof.check;

import org.flowproof.flow.Trajectory;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.formula.Ball;
import org.flowproof.formula.Valuation;
import org.flowproof.proof.Claim;

/**
 * Holds a claim against a trajectory: the model first, then the hypotheses, then the conclusion
 * over its range on dense output. Stateless; one instance may serve several threads.
 *
 * <p><b>Model and hypotheses.</b> A problem of another kind, or hypotheses that fail for every
 * value of the generic indices, give NOT_APPLICABLE with what fails and by how much. Hypotheses are
 * about data and initial weights, which are doubles and so exact rationals: they are decided in
 * rational arithmetic, without tolerance, wherever no irrational function is involved.
 *
 * <p><b>Conclusion.</b> It is read at the ends of steps, at events, inside steps, at the ends of
 * its range, and more closely where the margin is smallest ({@link Sampling}). Numbers carry the
 * numerical error of the trajectory. An inequality holds where its margin exceeds that error and is
 * violated where it falls below minus the error; in between rational arithmetic is tried, which
 * decides the ties at time 0 that most bounds start with. An equality holds when the difference is
 * within the error everywhere and the error is small against the summands.
 *
 * <p><b>Verdict.</b> A violation anywhere is VIOLATED. Otherwise anything left open is UNKNOWN, and
 * so is what a failure of the run has spoilt, or kept from being reached ({@link
 * org.flowproof.flow.Failure}). Evaluation without a value is open, never a verdict.
 */
public final class Checker {
  private final Sampling sampling;

  /** A checker with {@link Sampling#standard}. */
  public Checker() {
    this(Sampling.standard());
  }

  public Checker(Sampling sampling) {
    this.sampling = sampling;
  }

  /**
   * Checks one claim.
   *
   * @return the finding; failures of evaluation are told as UNKNOWN, never as a verdict
   */
  public Finding check(Claim claim, Trajectory trajectory) {
    return check(claim, trajectory, TrajectoryValuation.of(trajectory));
  }

  /**
   * Checks with other values for the names; the trajectory still gives times, events and states.
   */
  Finding check(Claim claim, Trajectory trajectory, Valuation<Ball> values) {
    try {
      return RunTranslation.read(
          claim,
          trajectory.problem(),
          ofRuns -> new ClaimCheck(ofRuns, trajectory, values, sampling).run());
    } catch (RuntimeException defect) {
      // told in the finding: one defective claim must not take the others' findings with it
      String message =
          "evaluation failed: " + defect.getClass().getSimpleName() + ": " + defect.getMessage();
      return Finding.nothingRead(claim, Verdict.UNKNOWN, message);
    }
  }
}
