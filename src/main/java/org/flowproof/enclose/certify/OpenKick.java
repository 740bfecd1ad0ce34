package org.flowproof.enclose.certify;

import java.util.List;
import org.flowproof.enclose.bound.Kick;
import org.flowproof.enclose.path.Side;

/**
 * A concave kink that flow and path are passing.
 *
 * @param kick the bounds that were paid for
 * @param from the side they come from
 * @param slide samples of the slide that the flow was proven to be on when the kink was opened,
 *     empty when it was on none or not proven to be
 * @param clean at least the error of the neuron as long as neither has crossed
 * @param drift what the error has changed by, apart from the kick
 */
record OpenKick(Kick kick, Side from, List<Integer> slide, double clean, double drift) {

  OpenKick moved(double growth, double added) {
    double expanded = growth * (clean + added);
    return new OpenKick(
        kick,
        from,
        slide,
        org.flowproof.enclose.taylor.Bounds.up(expanded),
        org.flowproof.enclose.taylor.Bounds.up(
            drift + (growth - 1) * (clean + kick.amount()) + growth * added));
  }
}
