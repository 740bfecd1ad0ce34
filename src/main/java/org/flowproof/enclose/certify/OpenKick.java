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
 * @param added what was added to it from the step on in which the kink was opened, apart from the
 *     kick and from growth by a factor
 */
record OpenKick(
    Kick kick, Side from, List<Integer> slide, double clean, double drift, double added) {

  /** The same after a step that it is open during. */
  OpenKick over(TubeRates rates, StepRates in, double[] tube) {
    int j = kick.neuron();
    double others = 0;
    for (int l = 0; l < tube.length; l++) {
      if (l != j) {
        others += rates.size(l, tube) * tube[l];
      }
    }
    double forced = Bounds.up(rates.defect(j) + in.coupling() * rates.size(j, tube) * others);
    return moved(Bounds.expUp(in.growth(j)), forced);
  }

  OpenKick moved(double growth, double forced) {
    double expanded = growth * (clean + forced);
    return new OpenKick(
        kick,
        from,
        slide,
        Bounds.up(expanded),
        Bounds.up(drift + (growth - 1) * (clean + kick.amount()) + growth * forced),
        Bounds.up(added + forced));
  }
}
