package org.flowproof.falsify.attack;

import java.util.Optional;
import org.flowproof.check.Applicability;
import org.flowproof.falsify.Outcome;
import org.flowproof.falsify.ProblemDomain;
import org.flowproof.falsify.ProblemDraft;
import org.flowproof.falsify.ProblemKind;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.MersenneTwister;

/**
 * Goes from a problem on which a claim holds towards the smallest margin, or the greatest
 * tightness, by evolution with covariance adaptation (CMA-ES, Hansen 2006, as in Hipparchus).
 */
final class Climb {
  /** Objective of what is not decided; margins are at most 1. */
  private static final double UNDECIDED = 10;

  /** Objective of what misses the hypotheses, plus by how much. */
  private static final double OUTSIDE = 100;

  private static final int POPULATION = 8;

  private final Claim claim;
  private final ProblemDomain domain;
  private final Hold hold;
  private final boolean tighten;
  private Trial best;
  private ProblemDraft highest;
  private double least = Double.POSITIVE_INFINITY;
  private int evaluations;

  /** A violation ends a climb. */
  private static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1;

    Found() {
      super("found", null, false, false);
    }
  }

  /**
   * @param tighten whether to look for the greatest tightness, and not end at a violation
   */
  Climb(Claim claim, Strategy strategy, Hold hold, boolean tighten) {
    this.claim = claim;
    domain = strategy.domain(ProblemKind.of(claim));
    this.hold = hold;
    this.tighten = tighten;
  }

  /**
   * Climbs.
   *
   * @param step the first, as a part of the box
   * @param most evaluations, at least 1
   * @param seed of the optimizer
   */
  Climb from(ProblemDraft draft, double step, int most, long seed) {
    highest = draft;
    Coordinates coordinates = new Coordinates(draft, domain);
    double[] low = coordinates.least();
    double[] high = coordinates.most();
    double[] sigma = new double[low.length];
    for (int i = 0; i < sigma.length; i++) {
      sigma[i] = step * (high[i] - low[i]);
    }
    CMAESOptimizer optimizer =
        new CMAESOptimizer(
            most, Double.NEGATIVE_INFINITY, true, 0, 1, new MersenneTwister(seed), false, null);
    try {
      optimizer.optimize(
          new MaxEval(most),
          new ObjectiveFunction(point -> value(coordinates.at(point))),
          GoalType.MINIMIZE,
          new SimpleBounds(low, high),
          new InitialGuess(coordinates.start()),
          new CMAESOptimizer.Sigma(sigma),
          new CMAESOptimizer.PopulationSize(POPULATION));
    } catch (MathIllegalStateException | Found end) {
      // out of evaluations, or there: the best is kept either way
    }
    return this;
  }

  private double value(ProblemDraft draft) {
    evaluations++;
    Problem problem = draft.problem(domain);
    Applicability start = Applicability.of(claim, problem, problem.dynamics().stop().time());
    if (start.outcome() == Applicability.Outcome.FAILS) {
      double shortfall = start.shortfall();
      return OUTSIDE + (Double.isFinite(shortfall) ? Math.min(OUTSIDE, Math.abs(shortfall)) : 1);
    }
    Trial trial = hold.on(problem);
    double value = objective(trial);
    if (value < least) {
      least = value;
      best = trial;
      highest = draft;
    }
    if (trial.violates() && !tighten || !hold.goesOn().getAsBoolean()) {
      throw new Found();
    }
    return value;
  }

  private double objective(Trial trial) {
    if (trial.outcome() instanceof Outcome.NotApplicable) {
      return OUTSIDE;
    }
    double value = tighten ? -trial.tightness() : trial.margin();
    return Double.isFinite(value) ? value : UNDECIDED;
  }

  /** The best that was seen; empty when nothing was decided. */
  Optional<Trial> best() {
    return least < UNDECIDED ? Optional.of(best) : Optional.empty();
  }

  /** The draft of the best; where the climb began when nothing was decided. */
  ProblemDraft highest() {
    return highest;
  }

  /** The objective of the best, smaller for nearer to a violation. */
  double least() {
    return least;
  }

  int evaluations() {
    return evaluations;
  }
}
