package org.flowproof.problem;

import java.util.OptionalDouble;

/**
 * A number that the trajectory of a case should reproduce.
 *
 * @param name short name, shown in reports
 * @param value formula over the observables; a bare observable is taken at the time below
 * @param at the time, infinite for the limit, or empty for the end of the trajectory
 * @param equals the number
 * @param tolerance largest absolute difference, positive
 * @param source where the number comes from
 */
public record ExpectedValue(
    String name, Located value, OptionalDouble at, double equals, double tolerance, String source) {

  /** Whether the number is wanted in the limit of infinite time. */
  public boolean atLimit() {
    return at.isPresent() && at.getAsDouble() == Double.POSITIVE_INFINITY;
  }
}
