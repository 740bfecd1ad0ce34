package org.flowproof.enclose.limit;

import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;

/**
 * How the weights drift while sides stay: they remain in a ball around {@code V log(tau) + b}, with
 * tau the time since T plus some start, b fixed, and V the weights of least norm whose margins are
 * all at least 1. Found by {@link DriftSearch}.
 *
 * @param support samples whose margin under V is 1
 * @param parts encloses the coefficients of their vectors in V, all positive
 * @param apart encloses the coefficients of their vectors in the weights at T less the middle of
 *     the ball then
 * @param start of tau, positive
 * @param radius at least the radius of the ball
 */
record Drift(
    List<Integer> support,
    List<Interval> parts,
    List<Interval> apart,
    double start,
    double radius) {
  Drift {
    support = List.copyOf(support);
    parts = List.copyOf(parts);
    apart = List.copyOf(apart);
  }

  /** Encloses the largest ratio of the least margin to the norm of the weights, {@code 1 / |V|}. */
  Interval margin() {
    // |V|^2 is the sum of coefficients times margins, which are 1
    return Interval.ONE.divide(parts.stream().reduce(Interval.ZERO, Interval::plus).sqrt());
  }

  /**
   * At most how far a preactivation stays from its kink at all later times; not positive when it
   * may come to it. Empty unless V is proven not to move it towards the kink.
   */
  Optional<Double> room(FlowEnd end, int neuron, int sample) {
    FlowModel model = end.model();
    double outer = model.problem().initial().a().get(neuron);
    double side = end.sides().get(neuron).get(sample).sign();
    Interval drift = Interval.ZERO;
    Interval back = Interval.ZERO;
    for (int p = 0; p < support.size(); p++) {
      int k = support.get(p);
      double gate = model.gate(end.sides().get(neuron).get(k));
      if (outer != 0 && gate != 0) {
        Interval weight = Interval.of(outer).times(gate).times(model.y(k)).times(side);
        Interval along = model.inner(k, sample).times(weight);
        drift = drift.plus(parts.get(p).times(along));
        back = back.plus(apart.get(p).times(along));
      }
    }
    if (drift.lower() < 0) {
      return Optional.empty();
    }
    Interval middle = end.preactivation(neuron, sample).times(side).minus(back);
    Interval reach = Interval.of(radius).times(model.sampleNorm(sample));
    return Optional.of(middle.minus(reach).lower());
  }
}
