package org.flowproof.falsify.attack;

import org.flowproof.falsify.Outcome;
import org.flowproof.problem.Problem;

/**
 * A claim held against one problem.
 *
 * @param problem the problem
 * @param outcome what became of the claim
 * @param late the same, where the beginning of the run is not read
 */
public record Trial(Problem problem, Outcome outcome, Outcome late) {

  static Trial undecided(Problem problem, String reason) {
    Outcome unknown = new Outcome.Unknown(reason);
    return new Trial(problem, unknown, unknown);
  }

  /** Whether it violates the claim. */
  boolean violates() {
    return outcome instanceof Outcome.Violated;
  }

  /**
   * How near it is to a violation: the smallest margin but at the beginning of the run, below 0 for
   * a violation; infinite when nothing was decided.
   */
  double margin() {
    if (outcome instanceof Outcome.Violated violated) {
      return Math.min(-Double.MIN_NORMAL, violated.finding().margin().orElse(-1.0));
    }
    return late instanceof Outcome.Held held
        ? held.finding().margin().orElse(Double.POSITIVE_INFINITY)
        : Double.POSITIVE_INFINITY;
  }

  /** The largest observed part of the bound; minus infinite when there is none. */
  double tightness() {
    if (outcome instanceof Outcome.Held held) {
      return held.finding().tightness().orElse(Double.NEGATIVE_INFINITY);
    }
    return Double.NEGATIVE_INFINITY;
  }
}
