package org.flowproof.enclose.certify;

import org.flowproof.enclose.bound.Kick;
import org.flowproof.enclose.path.Side;

/**
 * A concave kink that flow and path are passing.
 *
 * @param kick the bounds that were paid for
 * @param from the side they come from
 * @param clean at least the error of the neuron as long as neither has crossed
 * @param drift what the error has changed by, apart from the kick
 */
record OpenKick(Kick kick, Side from, double clean, double drift) {

  OpenKick moved(double growth, double added) {
    double expanded = growth * (clean + added);
    return new OpenKick(
        kick,
        from,
        org.flowproof.enclose.taylor.Bounds.up(expanded),
        org.flowproof.enclose.taylor.Bounds.up(
            drift + (growth - 1) * (clean + kick.amount()) + growth * added));
  }
}
