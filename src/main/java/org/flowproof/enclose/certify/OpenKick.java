package org.flowproof.enclose.certify;

import java.util.List;
import org.flowproof.enclose.bound.Kick;
import org.flowproof.enclose.bound.StepRates;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.taylor.Bounds;

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

  /** The same after a step that it is open during. */
  OpenKick over(TubeRates rates, StepRates in, double[] tube) {
    int j = kick.neuron();
    double others = 0;
    for (int l = 0; l < tube.length; l++) {
      if (l != j) {
        others += rates.size(l, tube) * tube[l];
      }
    }
    double added = Bounds.up(rates.defect(j) + in.coupling() * rates.size(j, tube) * others);
    return moved(Bounds.expUp(in.growth(j)), added);
  }

  OpenKick moved(double growth, double added) {
    double expanded = growth * (clean + added);
    return new OpenKick(
        kick,
        from,
        slide,
        Bounds.up(expanded),
        Bounds.up(drift + (growth - 1) * (clean + kick.amount()) + growth * added));
  }
}
