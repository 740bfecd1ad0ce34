package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.CompiledProposition;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.RationalArithmetic;
import org.flowproof.formula.Truth;
import org.flowproof.formula.Valuation;

/** Reads one obligation on one trajectory, first with error radii and then, if need be, exactly. */
final class ObligationReader {
  private final Obligation obligation;
  private final Valuation<Ball> balls;
  private final ExactValuation exact;
  private final List<Premise> premises = new ArrayList<>();
  private final Optional<ComparisonReader> comparison;
  private final CompiledProposition<Ball> whole;
  private final CompiledProposition<Rational> wholeExact;

  private record Premise(CompiledProposition<Ball> ball, CompiledProposition<Rational> exact) {}

  ObligationReader(Obligation obligation, Valuation<Ball> balls, ExactValuation exact) {
    this.obligation = obligation;
    this.balls = balls;
    this.exact = exact;
    Compiler<Ball> ballCompiler = new Compiler<>(new BallArithmetic());
    Compiler<Rational> exactCompiler = new Compiler<>(new RationalArithmetic());
    for (Proposition premise : obligation.premises()) {
      premises.add(new Premise(ballCompiler.compile(premise), exactCompiler.compile(premise)));
    }
    this.whole = ballCompiler.compile(obligation.statement());
    this.wholeExact = exactCompiler.compile(obligation.statement());
    this.comparison =
        obligation.statement() instanceof Proposition.Comparison c
                && c.relation() != Proposition.Relation.NOT_EQUAL
            ? Optional.of(new ComparisonReader(c, balls, exact))
            : Optional.empty();
  }

  Obligation obligation() {
    return obligation;
  }

  /** Reads with error radii; what they leave open is tried exactly. */
  Reading read(Map<String, Integer> indices, double time) {
    Truth premise;
    try {
      premise = premises(indices, time);
    } catch (NoValueException e) {
      return Reading.truth(Reading.Outcome.OPEN, "a premise has no value: " + e.getMessage());
    }
    if (premise == Truth.FALSE) {
      return Reading.vacuous();
    }
    Reading statement = statement(indices, time);
    return premise == Truth.UNDECIDED && statement.outcome() != Reading.Outcome.HOLDS
        ? statement.open("a premise is within the numerical error")
        : statement;
  }

  /** Reads at time 0, exactly where that is possible; for hypotheses. */
  Reading readAtStart(Map<String, Integer> indices) {
    try {
      for (Premise premise : premises) {
        if (premise.exact().evaluate(exact, indices, Rational.ZERO) != Truth.TRUE) {
          return Reading.vacuous();
        }
      }
      return comparison.isPresent()
          ? comparison.get().exactly(indices, 0)
          : truth(wholeExact.evaluate(exact, indices, Rational.ZERO));
    } catch (NoValueException irrational) {
      Reading reading = read(indices, 0);
      // equal within rounding is not equal: a hypothesis must be met, not nearly met
      boolean nearlyEqual =
          reading.kind() == Reading.Kind.EQUALITY
              && reading.outcome() == Reading.Outcome.HOLDS
              && reading.error() > 0;
      return nearlyEqual ? reading.open("equal within rounding, not decided exactly") : reading;
    }
  }

  private Truth premises(Map<String, Integer> indices, double time) {
    Truth all = Truth.TRUE;
    for (Premise premise : premises) {
      Truth one = premise.ball().evaluate(balls, indices, Ball.exact(time));
      if (one == Truth.UNDECIDED) {
        one = exactly(premise.exact(), indices, time);
      }
      all = all.and(one);
      if (all == Truth.FALSE) {
        // later premises may have no value where an earlier one is false
        return all;
      }
    }
    return all;
  }

  private Reading statement(Map<String, Integer> indices, double time) {
    try {
      if (comparison.isPresent()) {
        return comparison.get().read(indices, time);
      }
      Truth truth = whole.evaluate(balls, indices, Ball.exact(time));
      return truth(truth == Truth.UNDECIDED ? exactly(wholeExact, indices, time) : truth);
    } catch (NoValueException e) {
      return Reading.truth(Reading.Outcome.OPEN, "no value: " + e.getMessage());
    }
  }

  private Truth exactly(
      CompiledProposition<Rational> proposition, Map<String, Integer> indices, double time) {
    try {
      return proposition.evaluate(exact, indices, Rational.ofDouble(time));
    } catch (NoValueException irrational) {
      return Truth.UNDECIDED;
    }
  }

  private static Reading truth(Truth truth) {
    return switch (truth) {
      case TRUE -> Reading.truth(Reading.Outcome.HOLDS, "");
      case FALSE -> Reading.truth(Reading.Outcome.VIOLATED, "");
      case UNDECIDED -> Reading.truth(Reading.Outcome.OPEN, "within the numerical error");
    };
  }
}
