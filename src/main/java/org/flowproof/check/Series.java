package org.flowproof.check;

import java.util.Map;
import org.flowproof.problem.Vec;

/**
 * A formula read along a trajectory, one curve of a figure.
 *
 * @param formula the text, as written
 * @param role what it is in its figure
 * @param indices the neuron or sample it belongs to, 1-based; empty for a single curve
 * @param times increasing; times at which the formula has no value are left out
 * @param values at those times
 * @param errors numerical errors of the values, absolute
 * @param missing at how many times of the grid the formula has no value
 */
public record Series(
    String formula,
    Role role,
    Map<String, Integer> indices,
    Vec times,
    Vec values,
    Vec errors,
    int missing) {

  /** What a curve is in its figure. */
  public enum Role {
    QUANTITY,
    BOUND
  }
}
