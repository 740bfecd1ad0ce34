package org.flowproof.falsify.attack;

import java.util.List;
import java.util.Optional;
import org.flowproof.check.Finding;
import org.flowproof.falsify.Outcome;
import org.flowproof.problem.Problem;

/**
 * Makes a violation small: as long as a smaller or rounder problem violates the claim too, and
 * plainly so, goes on from there.
 */
final class Reduction {
  /**
   * A violation stays as plain as this, or half as plain as it was found, in units of the bound.
   */
  private static final double PLAIN = 1e-3;

  private final Hold hold;
  private final double margin;
  private final double longest;
  private int left;
  private Trial smallest;

  /**
   * @param trial a violation
   * @param most problems to try, at least 0
   */
  private Reduction(Trial trial, Hold hold, int most) {
    smallest = trial;
    this.hold = hold;
    margin = plain(trial);
    longest = trial.problem().dynamics().stop().time();
    left = most;
  }

  /** The smallest violation that is found from another. */
  static Trial of(Trial trial, Hold hold, int most) {
    Reduction reduction = new Reduction(trial, hold, most);
    reduction.run();
    return reduction.smallest;
  }

  /** The margin at which a smaller violation is still as plain as one that was found. */
  static double plain(Trial trial) {
    return Math.max(-PLAIN, trial.margin() / 2);
  }

  private void run() {
    boolean smaller = true;
    while (smaller && left > 0) {
      smaller = false;
      while (first(new Smaller(smallest.problem()).parts())) {
        smaller = true;
      }
      smaller |= first(new Smaller(smallest.problem()).ends(witness(), longest));
      smaller |= first(new Smaller(smallest.problem()).rounder());
      if (!smaller) {
        smaller = first(new Smaller(smallest.problem()).plainer());
      }
    }
  }

  /** Goes on from the first of some problems that violates the claim. */
  private boolean first(List<Problem> candidates) {
    for (Problem candidate : candidates) {
      if (left-- <= 0) {
        return false;
      }
      Trial trial = hold.on(candidate);
      if (trial.violates() && trial.margin() <= margin) {
        smallest = trial;
        return true;
      }
    }
    return false;
  }

  private double witness() {
    Outcome.Violated violated = (Outcome.Violated) smallest.outcome();
    Optional<Finding.Witness> witness = violated.finding().witness();
    return witness.map(Finding.Witness::time).orElse(Double.POSITIVE_INFINITY);
  }
}
