package org.flowproof.check;

import java.util.Map;
import java.util.Optional;
import org.flowproof.flow.Failure;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.flow.limit.LimitEstimate;
import org.flowproof.flow.limit.LimitEstimator;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Term;
import org.flowproof.problem.ExpectedValue;
import org.flowproof.problem.Problem;

/** Compares a number that a case expects with the run. */
final class ValueCheck {
  private ValueCheck() {}

  static ValueResult value(ExpectedValue expected, Term term, Trajectory trajectory) {
    double time = expected.at().orElse(trajectory.endTime());
    if (!expected.atLimit() && time > trajectory.endTime()) {
      return new ValueResult(
          expected,
          Verdict.UNKNOWN,
          Optional.empty(),
          "wanted at t = "
              + Numbers.text(time)
              + ", but the run ends at t = "
              + Numbers.text(trajectory.endTime()));
    }
    Optional<Failure> failure =
        trajectory.failures().stream().filter(f -> bars(f, expected, time)).findFirst();
    if (failure.isPresent()) {
      return new ValueResult(
          expected,
          Verdict.UNKNOWN,
          Optional.empty(),
          "nothing is said after " + FailureText.of(failure.get()));
    }
    try {
      return compare(expected, observed(expected, term, trajectory, time));
    } catch (NoValueException e) {
      return new ValueResult(
          expected, Verdict.UNKNOWN, Optional.empty(), "no value: " + e.getMessage());
    }
  }

  private static Ball observed(
      ExpectedValue expected, Term term, Trajectory trajectory, double time) {
    if (expected.atLimit()) {
      Problem problem = trajectory.problem();
      LimitEstimate limit = new LimitEstimator().estimate(trajectory);
      return LimitValue.of(term, limit, problem.loss(), problem.data().n());
    }
    return new Compiler<>(new BallArithmetic())
        .compile(term)
        .evaluate(TrajectoryValuation.of(trajectory), Map.of(), Ball.exact(time));
  }

  /** The end of a run that broke off is not the end that was meant. */
  private static boolean bars(Failure failure, ExpectedValue expected, double time) {
    return failure.endsTheRun()
        ? expected.at().isEmpty()
        : failure.spoilsTheRest() && time >= failure.time();
  }

  private static ValueResult compare(ExpectedValue expected, Ball observed) {
    double difference = Math.abs(observed.value() - expected.equals());
    Verdict verdict =
        difference + observed.radius() <= expected.tolerance()
            ? Verdict.HOLDS
            : difference - observed.radius() > expected.tolerance()
                ? Verdict.VIOLATED
                : Verdict.UNKNOWN;
    String reason =
        verdict == Verdict.HOLDS
            ? ""
            : "expected "
                + expected.equals()
                + " within "
                + Numbers.rough(expected.tolerance())
                + ", found "
                + observed.value()
                + " with numerical error "
                + Numbers.rough(observed.radius());
    return new ValueResult(expected, verdict, Optional.of(observed), reason);
  }
}
